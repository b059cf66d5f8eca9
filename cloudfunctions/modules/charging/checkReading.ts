import type { Day } from '../../../types/day';
import type { Reading } from './meterUse';

/** Why a reading is not taken; the import shows the sentence beside the row. */
export const readingSentences = {
  inFuture: '抄表日期还没有到，请核对日期。',
  beforeStart: '抄表日期不晚于接入时的起始读数，请核对日期。',
  negative: '读数不是有效的数字，请核对后更正。',
  otherMeter: '表号与上次不同，请核对；如换过表，请登记旧表止度和新表起度。',
  belowLast: '读数比上次小，请核对；如换过表，请登记旧表止度和新表起度。',
  aboveNext: '读数比之后的一次还大，请核对。',
} as const;
export type ReadingProblem = keyof typeof readingSentences;

/** What lies around a new reading. */
export interface ReadingPlace {
  /** Where the meter begins in our books. */
  readonly start: Reading;
  /** In any order; those of the same day and the nearest on both sides are enough. */
  readonly readings: readonly Reading[];
  readonly today: Day;
}

export type ReadingCheck =
  /** `same`: it is there already. `changed`: the day has another one, which it takes the place of. */
  | { readonly kind: 'sound'; readonly is: 'new' | 'same' | 'changed' }
  | { readonly kind: 'refused'; readonly reason: ReadingProblem };

/**
 * May this reading stand between its neighbours: on a day that has come and that follows the start, of the meter that was there (or
 * saying what that one showed last), and never going backwards. Units are the meter's smallest.
 */
export function checkReading(reading: Reading, { start, readings, today }: ReadingPlace): ReadingCheck {
  const { day, value, replaced } = reading;
  const values = [value, replaced?.lastValue ?? 0];
  if (values.some((one) => !Number.isSafeInteger(one) || one < 0)) return refusal('negative');
  if (day > today) return refusal('inFuture');
  if (day <= start.day) return refusal('beforeStart');
  const before = readings.filter((one) => one.day < day).reduce(later, start);
  const problem = stepProblem(before, reading);
  if (problem) return refusal(problem);
  const following = readings.filter((one) => one.day > day);
  const next = following.length > 0 ? following.reduce(earlier) : undefined;
  if (next && stepProblem(reading, next)) {
    return refusal(stepProblem(reading, next) === 'belowLast' ? 'aboveNext' : 'otherMeter');
  }
  const there = readings.find((one) => one.day === day);
  if (!there) return { kind: 'sound', is: 'new' };
  return { kind: 'sound', is: isSame(there, reading) ? 'same' : 'changed' };
}

function stepProblem(before: Reading, { serial, value, replaced }: Reading): ReadingProblem | undefined {
  if ((replaced?.serial ?? serial) !== before.serial) return 'otherMeter';
  return (replaced?.lastValue ?? value) < before.value ? 'belowLast' : undefined;
}

function later(a: Reading, b: Reading): Reading {
  return b.day > a.day ? b : a;
}

function earlier(a: Reading, b: Reading): Reading {
  return b.day < a.day ? b : a;
}

function isSame(a: Reading, b: Reading): boolean {
  return (
    a.serial === b.serial &&
    a.value === b.value &&
    a.replaced?.serial === b.replaced?.serial &&
    a.replaced?.lastValue === b.replaced?.lastValue
  );
}

function refusal(reason: ReadingProblem): ReadingCheck {
  return { kind: 'refused', reason };
}
