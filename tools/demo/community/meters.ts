import { addMonths, type Month } from '../../../types/day';
import type { DemoHome } from './homes';
import type { Random } from './random';

export interface DemoMeter {
  readonly home: DemoHome;
  readonly item: '电费' | '水费';
  readonly serial: string;
  readonly multiplier: number;
  readonly readings: readonly DemoReading[];
}

export interface DemoReading {
  readonly month: Month;
  readonly serial: string;
  readonly value: number;
  readonly replaced?: { readonly serial: string; readonly lastValue: number };
}

/** Use by month of the year, 1 is the mean: cooling in summer, heating in winter. */
const seasons: readonly number[] = [1.25, 1.1, 0.85, 0.7, 0.75, 1.05, 1.55, 1.6, 1.1, 0.7, 0.75, 1.1];

/** Two meters a home with the readings of so many months, each on the first day; some were replaced on the way. */
export function demoMeters(
  homes: readonly DemoHome[],
  months: readonly Month[],
  random: Random,
): readonly DemoMeter[] {
  return homes.flatMap((home, index) => {
    const people = random.happens(0.06) ? 0 : random.whole(1, 5);
    const number = String(index + 1).padStart(4, '0');
    const electricity = 40 + people * 34 + home.area / 250;
    return [
      meter(
        { home, item: '电费', serial: `D${number}`, use: people === 0 ? 3 : electricity },
        months,
        random,
      ),
      meter({ home, item: '水费', serial: `S${number}`, use: people * 3.1 }, months, random),
    ];
  });
}

interface Using {
  readonly home: DemoHome;
  readonly item: DemoMeter['item'];
  readonly serial: string;
  /** Of a mean month. */
  readonly use: number;
}

function meter(
  { home, item, serial: first, use }: Using,
  months: readonly Month[],
  random: Random,
): DemoMeter {
  let serial = first;
  let value = random.whole(800, 24_000);
  const replacedIn = random.happens(0.004) ? random.whole(2, months.length - 2) : -1;
  const readings = months.map((month, index): DemoReading => {
    if (index > 0) value += usedBefore(month, item, use, random);
    if (index !== replacedIn) return { month, serial, value };
    const replaced = { serial, lastValue: value };
    serial = `${first}-2`;
    value = 0;
    return { month, serial, value, replaced };
  });
  return { home, item, serial: first, multiplier: 1, readings };
}

/** In the month that ended when the reading was taken. */
function usedBefore(month: Month, item: DemoMeter['item'], use: number, random: Random): number {
  const season = item === '电费' ? (seasons[Number(addMonths(month, -1).slice(5)) - 1] ?? 1) : 1;
  return Math.round(use * season * (0.8 + random.next() * 0.4));
}

/** What was used since the year of a month began, up to its reading. */
export function usedInYear({ readings }: DemoMeter, until: Month): number {
  let used = 0;
  readings.forEach(({ month, value, replaced }, index) => {
    const before = readings[index - 1];
    if (!before || month > until || month <= `${until.slice(0, 4)}-01`) return;
    used += (replaced?.lastValue ?? value) - before.value;
  });
  return used;
}

/** The last so many months up to one, oldest first. */
export function monthsUpTo(last: Month, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(last, index - count + 1));
}
