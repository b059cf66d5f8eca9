import type { Outcome, Refusal } from '../../types/refusal';
import { isPassing, type Missing, missingOf } from '../services/failure';

/**
 * What a page knows of one question to the cloud. `at`: when it was answered. `missing`: asked again in vain for want of it, so this is
 * what was.
 */
export type Answer<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly value: T; readonly at: number; readonly missing?: Missing }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What is remembered of an answer between two starts. */
export interface Kept<T> {
  readonly value: T;
  readonly at: number;
}

/** Without a network or a service that works the last answer stays, marked as old; a crowd takes nothing away; a real refusal takes its place. */
export function afterAsking<T>(before: Answer<T>, outcome: Outcome<T>, now: number): Answer<T> {
  if (outcome.ok) return { kind: 'ready', value: outcome.value, at: now };
  const { refusal } = outcome;
  const missing = missingOf(refusal.code);
  if (missing && before.kind === 'ready') return { ...before, missing };
  if (isPassing(refusal) && before.kind === 'ready') return before;
  return { kind: 'refused', refusal };
}

/** What to show before the cloud has answered. */
export function atFirst<T>(kept: Kept<T> | undefined): Answer<T> {
  return kept ? { kind: 'ready', ...kept } : { kind: 'waiting' };
}

/** What is missing for a fresh answer, so that it is worth asking again once it is back; undefined where nothing is. */
export function missingFor(answer: Answer<unknown>): Missing | undefined {
  if (answer.kind === 'ready') return answer.missing;
  return answer.kind === 'refused' ? missingOf(answer.refusal.code) : undefined;
}
