import type { Fen } from '../../../types/money';
import { type DayRange, daysOfRange } from '../../../types/period';

/** What finance should look at before a bill is published. */
export type Outlier = 'muchMore' | 'muchLess' | 'nothingNow' | 'firstTime';

export interface Billed {
  readonly amount: Fen;
  readonly range: DayRange;
}

export interface OutlierRule {
  /** So many thousandths of last time's amount per day, and more, are much more: 1500. */
  readonly abovePermille: number;
  /** So many and less are much less: 500. */
  readonly belowPermille: number;
  /** Differences up to this are never told. Fen. */
  readonly ignored: Fen;
}

/** Compares a bill with the assignment's last one, per day, so that a short month is no outlier. */
export function outlierOf(now: Billed, last: Billed | undefined, rule: OutlierRule): Outlier | undefined {
  if (!last) return 'firstTime';
  const amount = BigInt(now.amount) * BigInt(daysOfRange(last.range));
  const before = BigInt(last.amount) * BigInt(daysOfRange(now.range));
  const difference = amount > before ? amount - before : before - amount;
  if (difference <= BigInt(rule.ignored) * BigInt(daysOfRange(last.range))) return undefined;
  if (now.amount === 0) return 'nothingNow';
  if (amount * BigInt(1000) >= before * BigInt(rule.abovePermille)) return 'muchMore';
  return amount * BigInt(1000) <= before * BigInt(rule.belowPermille) ? 'muchLess' : undefined;
}
