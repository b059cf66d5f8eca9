import {
  addMonths,
  type Day,
  daysIncluded,
  earlierDay,
  firstDayOf,
  formatMonth,
  lastDayOf,
  laterDay,
  type Month,
  monthsBetween,
  yearOf,
} from './day';

/** What a bill is for: whole months, from the first one on. */
export interface Period {
  readonly first: Month;
  /** 1–36. */
  readonly months: number;
}

/** Days with both ends included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** Ours: three years, the longest that arrears can be claimed in court (民法典 188). */
const longestPeriod = 36;

/** Throws when the length is not 1–36 whole months: a caller checks what people type before. */
export function period(first: Month, months: number): Period {
  if (!Number.isInteger(months) || months < 1 || months > longestPeriod) {
    throw new Error(`a period has 1–${longestPeriod} months, not ${months}`);
  }
  return { first, months };
}

export function lastMonth({ first, months }: Period): Month {
  return addMonths(first, months - 1);
}

/** First and last day. */
export function rangeOf(of: Period): DayRange {
  return { from: firstDayOf(of.first), to: lastDayOf(lastMonth(of)) };
}

export function monthsOf({ first, months }: Period): Month[] {
  return Array.from({ length: months }, (_, index) => addMonths(first, index));
}

export function nextPeriod({ first, months }: Period): Period {
  return { first: addMonths(first, months), months };
}

export function periodBefore({ first, months }: Period): Period {
  return { first: addMonths(first, -months), months };
}

export function containsMonth({ first, months }: Period, month: Month): boolean {
  const index = monthsBetween(first, month);
  return index >= 0 && index < months;
}

export function periodsOverlap(a: Period, b: Period): boolean {
  return a.first <= lastMonth(b) && b.first <= lastMonth(a);
}

export function daysOfRange({ from, to }: DayRange): number {
  return daysIncluded(from, to);
}

/** The days both have; undefined when there are none. An absent end never ends. */
export function commonDays(a: DayRange, b: { readonly from: Day; readonly to?: Day }): DayRange | undefined {
  const from = laterDay(a.from, b.from);
  const to = b.to === undefined ? a.to : earlierDay(a.to, b.to);
  return from <= to ? { from, to } : undefined;
}

/** As people read it: `2026年1月`, `2026年1月–3月`, `2025年12月–2026年2月`. */
export function formatPeriod(of: Period): string {
  if (of.months === 1) return formatMonth(of.first);
  const last = lastMonth(of);
  const end = formatMonth(last);
  return `${formatMonth(of.first)}–${yearOf(last) === yearOf(of.first) ? end.slice(5) : end}`;
}
