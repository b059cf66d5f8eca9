import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../../types/day';
import { clockWords, nearDayWords } from '../../words/timeWords';

/** A time at which somebody may come. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const hour = 3_600_000;
/** Parts of a day by hours of China's clock. */
const parts = [
  { name: '上午', from: 9, to: 12 },
  { name: '下午', from: 14, to: 18 },
  { name: '晚上', from: 18, to: 20 },
] as const;
/** Today and the two days after. */
const daysAhead = 3;

/** What can be offered from now on, the soonest first: a part of a day that has not begun. */
export function windowsFrom(now: number): readonly Window[] {
  const today = dayOf(now as Instant);
  return Array.from({ length: daysAhead }, (_, ahead) => addDays(today, ahead)).flatMap((day) =>
    parts
      .map(({ from, to }) => ({ from: at(day, from), to: at(day, to) }))
      .filter((window) => window.from > now),
  );
}

/** 今天 下午（14:00–18:00）; a time that is no part of a day by its hours alone. */
export function windowWords({ from, to }: Window, now: number): string {
  const day = dayOf(from as Instant);
  const part = parts.find((one) => at(day, one.from) === from && at(day, one.to) === to);
  const hours = `${clockWords(from)}–${clockWords(to)}`;
  const dayWords = nearDayWords(day, dayOf(now as Instant));
  return part ? `${dayWords}${part.name}（${hours}）` : `${dayWords} ${hours}`;
}

function at(day: Day, hours: number): number {
  return startOfDay(day) + hours * hour;
}
