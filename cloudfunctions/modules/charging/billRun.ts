import type { BillRunState, BillRunView } from '../../../types/contract/charging';
import {
  addDays,
  addMonths,
  daysOf,
  firstDayOf,
  type Instant,
  type Month,
  monthAt,
  monthsBetween,
  startOfDay,
} from '../../../types/day';
import { addFen, type Fen, noFen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Stored } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import type { Outlier } from './outlier';
import type { UnbillableReason } from './unbillable';

/** One monthly run (出账) as it lies on disk. `_id` is community·month: one month has one. */
export interface BillRun extends Stored, Tally {
  readonly communityId: string;
  readonly month: Month;
  readonly state: BillRunState;
  /** How often it has gone through the homes: again where something was put right. */
  readonly round: number;
  readonly homes: number;
  /** The community was never billed before: that a bill is the first of its kind says nothing then. */
  readonly isFirst: boolean;
  readonly startedAt: Instant;
  readonly publishedAt?: Instant;
  readonly publishesAt?: Instant;
}

/** What a run has come to, so far. */
export interface Tally {
  readonly homesDone: number;
  readonly bills: number;
  readonly sum: Fen;
  readonly items: readonly ItemTally[];
  readonly outliers: number;
  readonly unbillable: number;
}

export interface ItemTally {
  readonly chargeItemId: string;
  readonly itemName: string;
  readonly bills: number;
  readonly sum: Fen;
}

/** A bill finance should look at, or one that could not be made. `_id` is run·assignment. */
export interface BillRunRecord extends Stored {
  readonly billRunId: string;
  readonly kind: 'outlier' | 'unbillable';
  readonly homeId: string;
  readonly place: string;
  readonly itemName: string;
  readonly billId?: string;
  readonly amount?: Fen;
  readonly lastAmount?: Fen;
  readonly outlier?: Outlier;
  readonly reason?: UnbillableReason;
  readonly day?: string;
}

export const noTally: Tally = {
  homesDone: 0,
  bills: 0,
  sum: noFen,
  items: [],
  outliers: 0,
  unbillable: 0,
};

export function billRunId(communityId: string, month: Month): string {
  return `${communityId}·${month}`;
}

export function addTallies(a: Tally, b: Tally): Tally {
  const items = new Map(a.items.map((item) => [item.chargeItemId, item]));
  for (const item of b.items) {
    const { bills = 0, sum = noFen } = items.get(item.chargeItemId) ?? {};
    items.set(item.chargeItemId, { ...item, bills: bills + item.bills, sum: addFen(sum, item.sum) });
  }
  return {
    homesDone: a.homesDone + b.homesDone,
    bills: a.bills + b.bills,
    sum: addFen(a.sum, b.sum),
    items: [...items.values()]
      .filter(({ bills }) => bills !== 0)
      .sort((one, other) => (one.chargeItemId < other.chargeItemId ? -1 : 1)),
    outliers: a.outliers + b.outliers,
    unbillable: a.unbillable + b.unbillable,
  };
}

/** The tally of one bill that is more (1) or less (-1). */
export function tallyOf(
  bills: readonly { readonly chargeItemId: string; readonly itemName: string; readonly amount: Fen }[],
  by: 1 | -1 = 1,
): Tally {
  return bills
    .map(({ chargeItemId, itemName, amount }): Tally => {
      const item = { chargeItemId, itemName, bills: by, sum: (by * amount) as Fen };
      return { ...noTally, bills: by, sum: item.sum, items: [item] };
    })
    .reduce(addTallies, noTally);
}

export interface RunAsked {
  readonly communityId: string;
  readonly month: Month;
  readonly homes: number;
  readonly isFirst: boolean;
  /** The job that worked on it was given up. */
  readonly isStuck: boolean;
}

/**
 * The run of a month, begun or gone through anew: homes whose reading or area was put right get their bill, drafts follow what they
 * are made of, published bills stay. `running`: it is at it, and was not given up. Refuses BILL_RUN_TOO_EARLY (after next month) and BILL_RUN_EXISTS (all
 * published, nothing left out).
 */
export function beginRun(
  before: BillRun | undefined,
  { communityId, month, homes, isFirst, isStuck }: RunAsked,
  now: Instant,
): Outcome<Omit<BillRun, 'version'> | 'running'> {
  if (monthsBetween(monthAt(now), month) > 1) return refused('BILL_RUN_TOO_EARLY');
  if (before?.state === 'publishing' || (before?.state === 'drafting' && !isStuck)) return granted('running');
  if (before?.state === 'published' && before.unbillable === 0) return refused('BILL_RUN_EXISTS');
  return granted({
    _id: billRunId(communityId, month),
    communityId,
    month,
    state: 'drafting',
    round: (before?.round ?? 0) + 1,
    homes,
    ...noTally,
    isFirst: before?.isFirst ?? isFirst,
    startedAt: now,
    ...(before?.publishedAt === undefined ? {} : { publishedAt: before.publishedAt }),
  });
}

/** All homes are gone through. It publishes itself a day later where the community has it so. */
export function drafted(run: BillRun, now: Instant, autoPublish: boolean): BillRun {
  return publishingItself({ ...run, state: 'drafted' }, now, autoPublish);
}

/** A drafted run with or without a time to publish itself. */
export function publishingItself(run: BillRun, now: Instant, autoPublish: boolean): BillRun {
  const { publishesAt: _earlier, ...rest } = run;
  return autoPublish ? { ...rest, publishesAt: (now + limits.autoPublishAfter) as Instant } : rest;
}

/** `running`: it is published, or being so. Refuses BILL_RUN_NOT_READY while it is drafting. */
export function beginPublishing(run: BillRun): Outcome<BillRun | 'running'> {
  if (run.state === 'drafting') return refused('BILL_RUN_NOT_READY');
  if (run.state !== 'drafted') return granted('running');
  const { publishesAt: _over, ...rest } = run;
  return granted({ ...rest, state: 'publishing' });
}

export function billRunView(run: BillRun): BillRunView {
  const { _id, communityId, month, state, homesDone, homes, bills, sum, items } = run;
  return {
    billRunId: _id,
    communityId,
    month,
    state,
    homesDone,
    homes,
    bills,
    sum,
    sumByItem: items.map(({ itemName, bills: count, sum: of }) => ({ itemName, bills: count, sum: of })),
    outliers: run.outliers,
    unbillable: run.unbillable,
    startedAt: run.startedAt,
    ...(run.publishedAt === undefined ? {} : { publishedAt: run.publishedAt }),
    ...(run.publishesAt === undefined ? {} : { publishesAt: run.publishesAt }),
  };
}

const twoInTheMorning = 2 * 3_600_000;

/** When the community's next run begins by itself: on its billing day at two in the morning, after now. */
export function nextBillingAt({ day }: { readonly day: number }, now: Instant): Instant {
  const billingIn = (month: Month) =>
    (startOfDay(addDays(firstDayOf(month), Math.min(day, daysOf(month)) - 1)) + twoInTheMorning) as Instant;
  const thisMonth = billingIn(monthAt(now));
  return thisMonth > now ? thisMonth : billingIn(addMonths(monthAt(now), 1));
}

/** The month a run bills that begins by itself at that instant. */
export function monthBilledAt({ of }: { readonly of: 'thisMonth' | 'lastMonth' }, at: Instant): Month {
  return of === 'thisMonth' ? monthAt(at) : addMonths(monthAt(at), -1);
}
