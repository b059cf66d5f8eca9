import { addDays, type Day, daysBetween, earlierDay } from '../../../types/day';
import type { DayRange } from '../../../types/period';
import type { Stored } from '../../kernel/collection';
import { type Unbillable, unbillable } from './unbillable';

/** What a meter showed when the day began. Units are whole numbers of the item's meter decimals. */
export interface Reading {
  readonly day: Day;
  /** The number on the meter; another one than before means it was replaced. */
  readonly serial: string;
  readonly value: number;
  /** On the day a meter is replaced: what the old one showed last. `serial` and `value` are the new one's. */
  readonly replaced?: { readonly serial: string; readonly lastValue: number };
}

/** A reading (读数) as it lies on disk; `_id` is meter·day, so that one day has one. */
export interface MeterReading extends Stored, Reading {
  readonly communityId: string;
  readonly meterId: string;
}

/** How far a meter has been billed: where the next bill begins. Kept on every bill; the import makes the first one. */
export interface MeterPosition {
  readonly reading: Reading;
  /** The first day of the tariff cycle it is in, and what was used in it so far, in the meter's units × multiplier. */
  readonly cycleStart: Day;
  readonly usedInCycle: number;
}

export interface Meter {
  /** Units of use for one unit on the meter (倍率). */
  readonly multiplier: number;
  readonly position: MeterPosition;
  /** In any order; what lies before the position is passed over. */
  readonly readings: readonly Reading[];
}

/** Use between two days, exact where there are readings. */
export interface MeterUse {
  readonly kind: 'use';
  readonly opening: Reading;
  readonly closing: Reading;
  /** Cumulative use at the start of a day, counted from the position. */
  usedUntil(day: Day): number;
  /** From the position's day to the day before the closing reading. */
  readonly counted: DayRange;
  /** The part of it this assignment owes. */
  readonly billed: DayRange;
}

/**
 * The use an assignment owes for a period: from where the meter was billed last up to the last reading of the period, one on the
 * morning after it included. A period without a reading is left to the next bill. Who comes or goes in between needs a reading on
 * that day or the day before: use is never guessed between two people.
 */
export function meterUse(
  { multiplier, position, readings }: Meter,
  period: DayRange,
  held: { readonly from: Day; readonly to?: Day },
): MeterUse | Unbillable {
  const chain = chainOf(position.reading, readings, windowEnd(period, held.to));
  if ('kind' in chain) return chain;
  const closing = chain.at(-1) as Reading;
  if (chain.length < 2 || closing.day <= period.from) return unbillable('readingMissing');
  if (held.to !== undefined && held.to <= period.to && closing.day < held.to) {
    return unbillable('handoverReadingMissing', held.to);
  }
  const opening = openingOf(chain, held.from);
  if (!opening || opening.day >= closing.day) return unbillable('handoverReadingMissing', held.from);
  const problem = chain.slice(1).map((reading, index) => stepProblem(chain[index] as Reading, reading));
  const first = problem.find((one) => one !== undefined);
  if (first) return first;
  const last = addDays(closing.day, -1);
  return {
    kind: 'use',
    opening,
    closing,
    usedUntil: cumulative(chain, multiplier),
    counted: { from: position.reading.day, to: last },
    billed: { from: opening.day, to: last },
  };
}

function windowEnd(period: DayRange, heldTo: Day | undefined): Day {
  return addDays(heldTo === undefined ? period.to : earlierDay(period.to, heldTo), 1);
}

/** The position's reading and all later ones up to a day, in order. */
function chainOf(first: Reading, readings: readonly Reading[], until: Day): readonly Reading[] | Unbillable {
  const later = readings.filter(({ day }) => day > first.day && day <= until);
  const sorted = [...later].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const chain = [first];
  for (const reading of sorted) {
    const last = chain.at(-1) as Reading;
    if (reading.day > last.day) chain.push(reading);
    else if (reading.value !== last.value || reading.serial !== last.serial) {
      return unbillable('readingOutOfOrder', reading.day);
    }
  }
  return chain;
}

/** Where the assignment's use begins: at the position, or at the hand-over reading when somebody else held it until then. */
function openingOf(chain: readonly Reading[], heldFrom: Day): Reading | undefined {
  const dayBefore = addDays(heldFrom, -1);
  const [position] = chain;
  if (position && position.day >= dayBefore) return position;
  return chain.find(({ day }) => day === heldFrom) ?? chain.find(({ day }) => day === dayBefore) ?? undefined;
}

function stepProblem(before: Reading, reading: Reading): Unbillable | undefined {
  const values = [reading.value, reading.replaced?.lastValue ?? 0];
  if (values.some((value) => !Number.isSafeInteger(value) || value < 0)) {
    return unbillable('readingNegative', reading.day);
  }
  if (reading.replaced ? reading.replaced.serial !== before.serial : reading.serial !== before.serial) {
    return unbillable('meterReplaced', reading.day);
  }
  return endValue(reading) < before.value ? unbillable('readingBelowLast', reading.day) : undefined;
}

/** What the meter that was there until the reading showed. */
function endValue({ value, replaced }: Reading): number {
  return replaced ? replaced.lastValue : value;
}

/** Between two readings use is taken as even over the days, rounded half up to the meter's unit; sums stay exact. */
function cumulative(chain: readonly Reading[], multiplier: number): (day: Day) => number {
  return (day) => {
    let used = 0;
    for (const [index, reading] of chain.slice(1).entries()) {
      const before = chain[index] as Reading;
      if (day <= before.day) break;
      const step = (endValue(reading) - before.value) * multiplier;
      if (day >= reading.day) used += step;
      else {
        const span = daysBetween(before.day, reading.day);
        used += Math.floor((2 * step * daysBetween(before.day, day) + span) / (2 * span));
      }
    }
    return used;
  };
}
