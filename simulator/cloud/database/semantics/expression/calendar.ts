const DAY = 86_400_000;

/** Milliseconds since 1970 of a date in UTC; years below 100 mean themselves. */
export function utc(year: number, month: number, day: number, ...time: number[]): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = time;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** 1 to 366. */
export function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - utc(date.getUTCFullYear(), 1, 1)) / DAY) + 1;
}

/** 1 (Monday) to 7 (Sunday). */
export function isoDayOfWeek(date: Date): number {
  return date.getUTCDay() || 7;
}

/** 0 to 53: weeks begin on Sundays and week 1 with the year's first Sunday. */
export function week(date: Date): number {
  return Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7);
}

/** The year that the date's ISO week belongs to: that of the week's Thursday. */
export function isoWeekYear(date: Date): number {
  return thursday(date).getUTCFullYear();
}

/** 1 to 53. */
export function isoWeek(date: Date): number {
  return Math.floor((dayOfYear(thursday(date)) - 1) / 7) + 1;
}

function thursday(date: Date): Date {
  return new Date(date.getTime() + (4 - isoDayOfWeek(date)) * DAY);
}

/** Milliseconds since 1970 of the Monday (plus days) of an ISO week. */
export function fromIsoWeek(year: number, isoWeekNumber: number, day: number, ...time: number[]): number {
  const fourth = new Date(utc(year, 1, 4));
  const monday = 4 - (isoDayOfWeek(fourth) - 1);
  return utc(year, 1, monday + (isoWeekNumber - 1) * 7 + (day - 1), ...time);
}
