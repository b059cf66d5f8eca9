import {
  addDays,
  addMonths,
  type Day,
  firstDayOf,
  lastDayOf,
  month,
  monthOf,
  yearOf,
} from '../../../types/day';
import type { Rate } from '../../../types/money';
import { commonDays, type DayRange } from '../../../types/period';

/** A price that does not depend on how much: yuan per ㎡ and month, per space and month, or per month. */
export interface FlatPrice {
  readonly kind: 'flat';
  readonly price: Rate;
}

/** A tier ends with the unit that reaches `upTo` in the cycle; the last one has no end. */
export interface Tier {
  /** In the meter's units. */
  readonly upTo?: number;
  readonly price: Rate;
}

/** 阶梯价: the price rises with what was used since the cycle (the tariff's year, or the month) began. */
export interface TieredPrice {
  readonly kind: 'tiered';
  readonly cycle: 'year' | 'month';
  /** The month a year's cycle begins with, 1–12. */
  readonly yearStartsIn: number;
  readonly tiers: readonly Tier[];
  /** Charged on all use besides, each a line of its own (污水处理费). */
  readonly extras: readonly { readonly name: string; readonly price: Rate }[];
}

/** One version of a charge item's price. The next version ends it, or `to`, the last day it holds. */
export interface Tariff {
  readonly from: Day;
  readonly to?: Day;
  /** The contract or the notice it rests on; shown beside the price (收费依据, C13). */
  readonly basis: string;
  readonly price: FlatPrice | TieredPrice;
}

/** What makes a list of versions unusable; the import and the setup screen say it. */
export type TariffProblem =
  | 'noVersion'
  | 'sameDayTwice'
  | 'endsBeforeItBegins'
  | 'noTier'
  | 'tiersNotRising'
  | 'lastTierEnds'
  | 'negativePrice'
  | 'yearStartsInNoMonth';

/** The first problem of the versions, undefined when they are sound. Gaps are allowed: what falls into one cannot be billed. */
export function tariffProblem(versions: readonly Tariff[]): TariffProblem | undefined {
  if (versions.length === 0) return 'noVersion';
  if (new Set(versions.map(({ from }) => from)).size < versions.length) return 'sameDayTwice';
  for (const { from, to, price } of versions) {
    if (to !== undefined && to < from) return 'endsBeforeItBegins';
    const problem = price.kind === 'flat' ? negative(price.price) : tieredProblem(price);
    if (problem) return problem;
  }
  return undefined;
}

function negative({ value }: Rate): TariffProblem | undefined {
  return value < 0 ? 'negativePrice' : undefined;
}

function tieredProblem({ tiers, extras, yearStartsIn }: TieredPrice): TariffProblem | undefined {
  const last = tiers.at(-1);
  if (!last) return 'noTier';
  if (last.upTo !== undefined) return 'lastTierEnds';
  if (!Number.isInteger(yearStartsIn) || yearStartsIn < 1 || yearStartsIn > 12) return 'yearStartsInNoMonth';
  let below = 0;
  for (const { upTo } of tiers.slice(0, -1)) {
    if (upTo === undefined || !Number.isSafeInteger(upTo) || upTo <= below) return 'tiersNotRising';
    below = upTo;
  }
  return [...tiers, ...extras].some(({ price }) => price.value < 0) ? 'negativePrice' : undefined;
}

/** A stretch of days under one version. */
export interface TariffStretch {
  readonly range: DayRange;
  readonly tariff: Tariff;
}

/** The versions over the days, in order; undefined when some day has none. */
export function tariffsOver(
  versions: readonly Tariff[],
  range: DayRange,
): readonly TariffStretch[] | undefined {
  const sorted = [...versions].sort((a, b) => (a.from < b.from ? -1 : 1));
  const stretches: TariffStretch[] = [];
  let next = range.from;
  sorted.forEach((tariff, index) => {
    const follower = sorted[index + 1];
    const until = follower ? addDays(follower.from, -1) : undefined;
    const to = tariff.to !== undefined && (until === undefined || tariff.to < until) ? tariff.to : until;
    const common = commonDays(range, { from: tariff.from, to });
    if (!common || common.from !== next) return;
    stretches.push({ range: common, tariff });
    next = addDays(common.to, 1);
  });
  return next > range.to ? stretches : undefined;
}

/** The first day of the cycle the day is in: of the month, or of the tariff's year. */
export function cycleStart({ cycle, yearStartsIn }: TieredPrice, day: Day): Day {
  if (cycle === 'month') return firstDayOf(monthOf(day));
  const start = month(`${yearOf(day)}-${String(yearStartsIn).padStart(2, '0')}`);
  return firstDayOf(start <= monthOf(day) ? start : addMonths(start, -12));
}

/** The last day of the cycle the day is in. */
export function cycleEnd(price: TieredPrice, day: Day): Day {
  const start = monthOf(cycleStart(price, day));
  return lastDayOf(addMonths(start, price.cycle === 'month' ? 0 : 11));
}
