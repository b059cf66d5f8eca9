import { addDays, type Day } from '../../../types/day';
import { type Fen, partOf, type Rate } from '../../../types/money';
import { commonDays, type DayRange } from '../../../types/period';
import type { Stored } from '../../kernel/collection';
import type { ChargeMethod } from './chargeItem';
import type { LateFeeTerms } from './lateFee';

/** What is charged for besides the home itself. */
export interface Subject {
  readonly kind: 'meter' | 'parkingSpace';
  readonly id: string;
  /** As it is painted on it: the meter's number, the space's. */
  readonly name: string;
}

/** What the contract says otherwise, from day to day, both included; without an end it holds as long as the assignment. */
export type ContractException = ExceptionDays &
  (
    | { readonly kind: 'ownPrice'; readonly price: Rate }
    /** So many thousandths are not charged: an agreed waiver (减免). 1–1000. */
    | { readonly kind: 'waiver'; readonly permille: number }
    /** The same for an empty home (空置折扣): local rules differ, so it is never on unless it stands here. */
    | { readonly kind: 'vacancy'; readonly permille: number }
  );

interface ExceptionDays {
  readonly from: Day;
  readonly to?: Day;
  /** The clause or the decision it rests on. */
  readonly reason: string;
}

/** A charge assignment (收费绑定) as it lies on disk: home × item × subject × liable party, from day to day, both included. */
export interface ChargeAssignment extends Stored {
  readonly communityId: string;
  readonly homeId: string;
  readonly chargeItemId: string;
  readonly subject?: Subject;
  /** Who owes it: a resident's id, or the developer's while a home is not handed over. */
  readonly liablePartyId: string;
  readonly from: Day;
  readonly to?: Day;
  /** Parking spaces or the like under one assignment; 1 where it says nothing. */
  readonly count?: number;
  readonly exceptions: readonly ContractException[];
  /** Only where the contract agrees one (民法典 585). */
  readonly lateFee?: LateFeeTerms;
}

export type AssignmentProblem =
  | 'endsBeforeItBegins'
  | 'countNotPositive'
  | 'reductionNotBetween1And1000'
  | 'negativeOwnPrice'
  | 'ownPriceOnMeter'
  | 'twoOwnPrices'
  | 'subjectMissing';

/** The first thing that keeps an assignment from being billed as it stands. */
export function assignmentProblem(
  assignment: ChargeAssignment,
  method: ChargeMethod,
): AssignmentProblem | undefined {
  const { from, to, count, subject, exceptions } = assignment;
  if (to !== undefined && to < from) return 'endsBeforeItBegins';
  if (count !== undefined && (!Number.isSafeInteger(count) || count < 1)) return 'countNotPositive';
  if ((method === 'meter' || method === 'parking') && !subject) return 'subjectMissing';
  const ownPrices = exceptions.filter(({ kind }) => kind === 'ownPrice');
  // Utilities are passed on at the tariff (物业管理条例 44).
  if (method === 'meter' && ownPrices.length > 0) return 'ownPriceOnMeter';
  for (const exception of exceptions) {
    if (exception.to !== undefined && exception.to < exception.from) return 'endsBeforeItBegins';
    if (exception.kind === 'ownPrice') {
      if (exception.price.value < 0) return 'negativeOwnPrice';
    } else if (!isPermille(exception.permille)) return 'reductionNotBetween1And1000';
  }
  return ownPrices.some((one, index) => ownPrices.slice(index + 1).some((other) => shareDays(one, other)))
    ? 'twoOwnPrices'
    : undefined;
}

function isPermille(permille: number): boolean {
  return Number.isInteger(permille) && permille >= 1 && permille <= 1000;
}

function shareDays(a: ExceptionDays, b: ExceptionDays): boolean {
  return (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);
}

/** The days of a range the assignment holds; undefined when there are none. */
export function assignedDays({ from, to }: ChargeAssignment, range: DayRange): DayRange | undefined {
  return commonDays(range, { from, to });
}

/** The days from which the exceptions say something else: no line reaches over one. */
export function exceptionBounds(exceptions: readonly ContractException[]): readonly Day[] {
  return exceptions.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]));
}

export function ownPriceOn(
  exceptions: readonly ContractException[],
  day: Day,
): { readonly price: Rate; readonly reason: string } | undefined {
  const own = exceptions.find((exception) => exception.kind === 'ownPrice' && holdsOn(exception, day));
  return own?.kind === 'ownPrice' ? { price: own.price, reason: own.reason } : undefined;
}

export interface Reduction {
  readonly kind: 'waiver' | 'vacancy';
  readonly permille: number;
  readonly reason: string;
}

/** What is taken off on that day. Reductions do not add up: the largest one counts, of equal ones the waiver. */
export function reductionOn(exceptions: readonly ContractException[], day: Day): Reduction | undefined {
  let largest: Reduction | undefined;
  for (const exception of exceptions) {
    if (exception.kind === 'ownPrice' || !holdsOn(exception, day)) continue;
    const { kind, permille, reason } = exception;
    const more = !largest || permille > largest.permille;
    const waiverFirst = largest?.permille === permille && largest.kind === 'vacancy' && kind === 'waiver';
    if (more || waiverFirst) largest = { kind, permille, reason };
  }
  return largest;
}

export function reductionOf(amount: Fen, { permille }: Reduction): Fen {
  return partOf(amount, { parts: -permille, of: 1000 });
}

function holdsOn({ from, to }: ExceptionDays, day: Day): boolean {
  return from <= day && (to === undefined || day <= to);
}
