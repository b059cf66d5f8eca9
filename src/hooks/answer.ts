import type { Outcome, Refusal } from '../../types/refusal';

/** What a page knows of one question to the cloud. `at`: when it was answered. `isOld`: asked again in vain, so this is what was. */
export type Answer<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly value: T; readonly at: number; readonly isOld: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What is remembered of an answer between two starts. */
export interface Kept<T> {
  readonly value: T;
  readonly at: number;
}

/** Refusals that say nothing of the question: asked again a little later, it may be answered. */
export function isPassing({ code }: Refusal): boolean {
  return code === 'UNREACHABLE' || code === 'BUSY' || code === 'INTERNAL';
}

/** Without a network the last answer stays, marked as old; through a hiccup of the cloud too; a real refusal takes its place. */
export function afterAsking<T>(before: Answer<T>, outcome: Outcome<T>, now: number): Answer<T> {
  if (outcome.ok) return { kind: 'ready', value: outcome.value, at: now, isOld: false };
  if (outcome.refusal.code === 'UNREACHABLE' && before.kind === 'ready') return { ...before, isOld: true };
  if (isPassing(outcome.refusal) && before.kind === 'ready') return before;
  return { kind: 'refused', refusal: outcome.refusal };
}

/** What to show before the cloud has answered. */
export function atFirst<T>(kept: Kept<T> | undefined): Answer<T> {
  return kept ? { kind: 'ready', ...kept, isOld: false } : { kind: 'waiting' };
}

/** Is the network what is missing, so that it is worth asking again once there is one. */
export function isCutOff(answer: Answer<unknown>): boolean {
  if (answer.kind === 'ready') return answer.isOld;
  return answer.kind === 'refused' && answer.refusal.code === 'UNREACHABLE';
}
