import { addMonths, type Day, earlierDay, lastDayOf, type Month, monthOf } from '../../../types/day';
import { addFen, type Fen, noFen } from '../../../types/money';
import type { MonthOnDay } from './totals';

/** The same day a month earlier; the last one where that month is shorter. */
export function sameDayBefore(today: Day): Day {
  const before = addMonths(monthOf(today), -1);
  return earlierDay(`${before}${today.slice(7)}` as Day, lastDayOf(before));
}

/**
 * How far collection of a month is ahead of the month before on the same day (negative: behind), in thousandths. Undefined where the month
 * before had not been billed here by then: what the old books left owing says nothing of how it was paid.
 */
export function againstLastMonth(
  progress: readonly MonthOnDay[],
  month: Month,
  today: Day,
): number | undefined {
  const now = rateOn(progress, month, today);
  const then = rateOn(progress, addMonths(month, -1), sameDayBefore(today));
  return now === undefined || then === undefined ? undefined : now - then;
}

function rateOn(progress: readonly MonthOnDay[], month: Month, until: Day): number | undefined {
  const rows = progress.filter((row) => row.month === month && row.day <= until);
  const sum = (amountOf: (row: MonthOnDay) => Fen) => addFen(noFen, ...rows.map(amountOf));
  const billed = sum((row) => row.billed);
  return billed > 0 ? Math.floor((sum((row) => row.paid) * 1000) / billed) : undefined;
}
