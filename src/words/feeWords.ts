import type { Purpose } from '../../types/charge';
import { addMonths, type Month, monthsBetween, yearOf } from '../../types/day';
import { type Period, periodsOverlap } from '../../types/period';

interface Fee {
  readonly itemName: string;
  readonly period: Period;
}

/** What is to be paid in one line: 物业费 2 期、水费、电费. */
export function feesInWords(fees: readonly Fee[]): string {
  const counts = new Map<string, number>();
  for (const { itemName } of fees) counts.set(itemName, (counts.get(itemName) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count > 1 ? `${name} ${count} 期` : name)).join('、');
}

/** A period beside its bill: 11月, 9–10月, of another year 2025年12月, 2025年12月–2026年2月. */
export function periodWords({ first, months }: Period, thisYear: number): string {
  const last = addMonths(first, months - 1);
  const year = (month: Month) => (yearOf(month) === thisYear ? '' : `${yearOf(month)}年`);
  const number = (month: Month) => Number(month.slice(5));
  if (months === 1) return `${year(first)}${number(first)}月`;
  if (yearOf(first) === yearOf(last)) return `${year(first)}${number(first)}–${number(last)}月`;
  return `${yearOf(first)}年${number(first)}月–${yearOf(last)}年${number(last)}月`;
}

/** Several periods of one item: 10月、11月; whole runs are drawn together: 3–8月. */
export function periodsWords(periods: readonly Period[], thisYear: number): string {
  const sorted = [...periods].sort((a, b) => (a.first < b.first ? -1 : 1));
  if (sorted.length <= 2) return sorted.map((period) => periodWords(period, thisYear)).join('、');
  return joined(sorted)
    .map((period) => periodWords(period, thisYear))
    .join('、');
}

function joined(sorted: readonly Period[]): Period[] {
  const runs: Period[] = [];
  for (const period of sorted) {
    const last = runs[runs.length - 1];
    const follows = last && monthsBetween(last.first, period.first) === last.months;
    if (last && follows && !periodsOverlap(last, period)) {
      runs[runs.length - 1] = { first: last.first, months: last.months + period.months };
    } else runs.push(period);
  }
  return runs;
}

/** Bills of one item together, in the order they come. */
export function byItem<T extends Fee & { readonly purpose: Purpose }>(
  fees: readonly T[],
): readonly { readonly itemName: string; readonly purpose: Purpose; readonly fees: readonly T[] }[] {
  const groups = new Map<string, T[]>();
  for (const fee of fees) groups.set(fee.itemName, [...(groups.get(fee.itemName) ?? []), fee]);
  return [...groups].map(([itemName, list]) => ({
    itemName,
    purpose: (list[0] as T).purpose,
    fees: list,
  }));
}
