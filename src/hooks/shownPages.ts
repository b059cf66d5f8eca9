import type { Outcome, Refusal } from '../../types/refusal';
import { isPassing, type Missing, missingOf } from '../services/failure';
import type { PageOf } from './pagesAnew';

/** What a page knows of a list by cursor. */
export interface ShownPages<T> extends Partial<PageOf<T>> {
  /** When what is there was fetched, its first page. */
  readonly at?: number | undefined;
  /** Asked for once more in vain for want of this: what is there is what was. */
  readonly missing?: Missing;
  /** Why the first page, or the next one, did not come. */
  readonly refusal?: Refusal;
}

/** What is remembered of a list between two starts: its first rows. */
export interface KeptPages<T> {
  readonly rows: readonly T[];
  readonly total?: number | undefined;
  readonly at: number;
}

/** Rows that are remembered. */
const keptRows = 20;

/** Of what is there, what is remembered. */
export function keptOf<T>({ rows = [], total, at = 0 }: ShownPages<T>): KeptPages<T> {
  return { rows: rows.slice(0, keptRows), total, at };
}

/** After the next page was asked for; the first one where nothing is there. */
export function afterMore<T>(shown: ShownPages<T>, outcome: Outcome<PageOf<T>>, now: number): ShownPages<T> {
  if (!outcome.ok) return { ...shown, refusal: outcome.refusal };
  const { rows, next, total } = outcome.value;
  const before = { rows: shown.rows ?? [], total: shown.total ?? total, at: shown.at ?? now };
  const old = shown.missing ? { missing: shown.missing } : {};
  return { ...before, rows: [...before.rows, ...rows], next, ...old };
}

/** After all that is there was asked for once more: it stays where no newer form came, unless one may not see it any more. */
export function afterAnew<T>(shown: ShownPages<T>, outcome: Outcome<PageOf<T>>, now: number): ShownPages<T> {
  if (outcome.ok) return { ...outcome.value, at: now };
  const missing = missingOf(outcome.refusal.code);
  if (missing) return { ...shown, missing };
  return isPassing(outcome.refusal) ? shown : { refusal: outcome.refusal };
}

/** What is missing for the whole list as it is now, so that it is worth asking again once it is back. */
export function missingIn({ missing, refusal }: ShownPages<unknown>): Missing | undefined {
  return missing ?? (refusal && missingOf(refusal.code));
}
