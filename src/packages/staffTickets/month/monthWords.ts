import type { TicketMonth } from '../../../../types/contract/ticketDesks';
import { addDays, type Day, daysOf, firstDayOf } from '../../../../types/day';
import { type SummedClock, summedClocks } from '../../../../types/ticketFigures';
import { clockNames, lengthWords } from '../../../words/tickets';
import { tierNames } from '../list/listWords';

type ClockFigures = TicketMonth['clocks'][number];

/** 957 per mille: 95.7%. */
export function shareWords(permille: number): string {
  return `${permille / 10}%`;
}

/** Within what half and nearly all of them were done: 一半 4 分钟，95% 11 分钟. */
export function spanWords({ p50, p95 }: Pick<ClockFigures, 'p50' | 'p95'>): string {
  return `一半 ${lengthWords(p50)}，95% ${lengthWords(p95)}`;
}

/** One clock of one tier in words: 紧急, 87.5% 赶上, 8 单. */
export function clockLine(figures: ClockFigures) {
  const { tier, count, late } = figures;
  const kept = Math.round((1000 * (count - late)) / Math.max(1, count));
  return {
    name: tierNames[tier],
    value: `${count} 单`,
    line: `${shareWords(kept)} 赶上，${spanWords(figures)}`,
  };
}

/** The clocks, kind by kind: each kind is a chart of its own on one scale, the longest p95. */
export function byKind(clocks: TicketMonth['clocks']): readonly {
  readonly kind: SummedClock;
  readonly name: string;
  readonly longest: number;
  readonly rows: readonly ClockFigures[];
}[] {
  return summedClocks.flatMap((kind) => {
    const rows = clocks.filter((one) => one.kind === kind);
    const longest = Math.max(1, ...rows.map(({ p95 }) => p95));
    return rows.length === 0 ? [] : [{ kind, name: clockNames[kind], longest, rows }];
  });
}

/** The month as a calendar, from Monday on: what was reported each day, undefined before the first. */
export function calendarOf({
  month,
  byDay,
}: Pick<TicketMonth, 'month' | 'byDay'>): readonly (
  | { readonly day: Day; readonly count: number }
  | undefined
)[] {
  const first = firstDayOf(month);
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = Array.from({ length: daysOf(month) }, (_, index) => addDays(first, index));
  const counted = days.map((day) => byDay.find((one) => one.day === day) ?? { day, count: 0 });
  return [...Array.from({ length: before }, () => undefined), ...counted];
}

/** A bar's width in percent of the longest of its chart. */
export function ofLongest(count: number, all: readonly { readonly count: number }[]): number {
  return percentOf(count, Math.max(...all.map((one) => one.count)));
}

/** In whole percent of a full bar; something is never nothing. */
export function percentOf(value: number, full: number): number {
  return value === 0 ? 0 : Math.max(1, Math.round((100 * value) / Math.max(1, full)));
}
