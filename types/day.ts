/**
 * Time as the product means it: an instant (milliseconds since 1970, UTC) and the calendar of China. China has kept UTC+8 without
 * summer time since 1991, so its calendar is arithmetic: the machine's own time zone is never asked.
 */
declare const instantBrand: unique symbol;
declare const dayBrand: unique symbol;
declare const monthBrand: unique symbol;

/** Milliseconds since 1970-01-01T00:00Z, as the clock port gives them. */
export type Instant = number & { readonly [instantBrand]: true };

/** A day in China, `YYYY-MM-DD`. Sorts and compares as text. */
export type Day = string & { readonly [dayBrand]: true };

/** A month in China, `YYYY-MM`. Sorts and compares as text. */
export type Month = string & { readonly [monthBrand]: true };

const dayLength = 86_400_000;
const chinaOffset = 8 * 3_600_000;

/** The day it is in China at that instant. */
export function dayOf(instant: Instant): Day {
  return dayOfNumber(Math.floor((instant + chinaOffset) / dayLength));
}

/** Midnight in China, with which the day begins. */
export function startOfDay(day: Day): Instant {
  return (dayNumber(day) * dayLength - chinaOffset) as Instant;
}

/** Minutes since midnight in China, 0–1439. */
export function minuteOfDay(instant: Instant): number {
  return Math.floor((instant - startOfDay(dayOf(instant))) / 60_000);
}

/** The month it is in China at that instant. */
export function monthAt(instant: Instant): Month {
  return monthOf(dayOf(instant));
}

/** Text as a day; undefined unless it is one of the calendar, written `YYYY-MM-DD`. */
export function parseDay(text: string): Day | undefined {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return undefined;
  return dayOfNumber(dayNumber(text as Day)) === text ? (text as Day) : undefined;
}

/** A day written in code. Throws when it is none. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no day: ${text}`);
  return parsed;
}

/** Text as a month; undefined unless written `YYYY-MM` with 01–12. */
export function parseMonth(text: string): Month | undefined {
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined;
}

/** A month written in code. Throws when it is none. */
export function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === undefined) throw new Error(`no month: ${text}`);
  return parsed;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

export function yearOf(at: Day | Month): number {
  return Number(at.slice(0, 4));
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** Days from the first to the second: 0 for the same day, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days of a stretch with both ends in it; 0 when it ends before it begins. */
export function daysIncluded(first: Day, last: Day): number {
  return Math.max(0, daysBetween(first, last) + 1);
}

export function addMonths(month: Month, months: number): Month {
  const count = yearOf(month) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}` as Month;
}

/** Months from the first to the second: 0 for the same month, negative backwards. */
export function monthsBetween(from: Month, to: Month): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

export function firstDayOf(month: Month): Day {
  return `${month}-01` as Day;
}

export function lastDayOf(month: Month): Day {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

export function daysOf(month: Month): number {
  return Number(lastDayOf(month).slice(8));
}

/** The earlier and the later of two days. */
export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** As people read it: `2026年1月31日`. */
export function formatDay(day: Day): string {
  return `${formatMonth(monthOf(day))}${Number(day.slice(8))}日`;
}

/** As people read it: `2026年1月`. */
export function formatMonth(month: Month): string {
  return `${yearOf(month)}年${Number(month.slice(5, 7))}月`;
}

/** Days since 1970-01-01. */
function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / dayLength;
}

function dayOfNumber(days: number): Day {
  return new Date(days * dayLength).toISOString().slice(0, 10) as Day;
}
