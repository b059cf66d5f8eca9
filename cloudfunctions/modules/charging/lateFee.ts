import { type Day, daysBetween, laterDay } from '../../../types/day';
import {
  type Fen,
  fen,
  largerFen,
  noFen,
  partOf,
  smallerFen,
  subtractFen,
  sumFen,
} from '../../../types/money';

/** A late fee (滞纳金) exists only where the contract agrees one; no statute gives a rate (民法典 585). */
export interface LateFeeTerms {
  /** Millionths of what is owed per day: 万分之五 is 500. 0–1000000. */
  readonly perMillionPerDay: number;
  /** Days after the due day that cost nothing, and are not made up for later. */
  readonly graceDays: number;
  /** The most it may come to, in thousandths of the bill. 0–1000: never more than the bill itself. */
  readonly capPermille: number;
}

/** Something that was paid towards the bill on a day. */
export interface Credit {
  readonly on: Day;
  readonly amount: Fen;
}

export interface Owed {
  /** The bill's amount. */
  readonly amount: Fen;
  readonly dueOn: Day;
  readonly credits: readonly Credit[];
  /** Late fee that earlier payments carried. */
  readonly lateFeePaid: Fen;
}

/**
 * What a payment on that day carries as late fee: simple interest on what was owed each day after grace, up to and without the
 * day itself, rounded half up once, capped, less what was paid of it before. Never negative. The order keeps it frozen.
 */
export function lateFeeOn(owed: Owed, terms: LateFeeTerms | undefined, on: Day): Fen {
  if (!terms) return noFen;
  let fenDays = 0;
  const credits = [...owed.credits].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const marks = [...credits.map((credit) => credit.on), on].filter((mark) => mark <= on);
  let since = owed.dueOn;
  for (const until of marks) {
    const paid = sumFen(credits.filter((credit) => credit.on <= since).map(amountOf));
    const principal = largerFen(noFen, subtractFen(owed.amount, paid));
    fenDays += principal * costlyDays(owed.dueOn, since, until, terms.graceDays);
    since = laterDay(since, until);
  }
  const interest = partOf(fen(fenDays), { parts: terms.perMillionPerDay, of: 1_000_000 });
  const cap = largerFen(noFen, partOf(owed.amount, { parts: terms.capPermille, of: 1000 }));
  return largerFen(noFen, subtractFen(smallerFen(interest, cap), owed.lateFeePaid));
}

function amountOf({ amount }: Credit): Fen {
  return amount;
}

/** Days from `since` to `until` that lie after grace. */
function costlyDays(dueOn: Day, since: Day, until: Day, graceDays: number): number {
  const from = Math.max(daysBetween(dueOn, since), graceDays);
  return Math.max(0, daysBetween(dueOn, until) - from);
}
