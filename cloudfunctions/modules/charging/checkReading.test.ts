import * as fc from 'fast-check';
import { addDays, day } from '../../../types/day';
import { checkReading } from './checkReading';
import { meterUse, type Reading } from './meterUse';

const start: Reading = { day: day('2026-10-01'), serial: 'A', value: 1_000 };
const today = day('2026-11-10');
const read = (on: string, value: number, more: Partial<Reading> = {}): Reading => ({
  day: day(on),
  serial: 'A',
  value,
  ...more,
});
const check = (reading: Reading, ...readings: readonly Reading[]) =>
  checkReading(reading, { start, readings, today });

test.each([
  ['of a day that has not come', read('2026-11-11', 1_010), 'inFuture'],
  ['of the day our books begin', read('2026-10-01', 1_010), 'beforeStart'],
  ['negative', read('2026-10-02', -1), 'negative'],
  ['no whole number', read('2026-10-02', 1_000.5), 'negative'],
  ['below the last', read('2026-10-02', 999), 'belowLast'],
  ['of another meter', read('2026-10-02', 1_010, { serial: 'B' }), 'otherMeter'],
  [
    'of a new meter, the old one said wrongly',
    read('2026-10-02', 0, { serial: 'B', replaced: { serial: 'X', lastValue: 1_001 } }),
    'otherMeter',
  ],
  [
    'of a new meter, the old one went backwards',
    read('2026-10-02', 0, { serial: 'B', replaced: { serial: 'A', lastValue: 999 } }),
    'belowLast',
  ],
] as const)('a reading %s is not taken', (_name, reading, reason) => {
  expect(check(reading)).toEqual({ kind: 'refused', reason });
});

test('it must fit what follows it, too', () => {
  const next = read('2026-10-20', 1_050);
  expect(check(read('2026-10-10', 1_051), next)).toEqual({ kind: 'refused', reason: 'aboveNext' });
  expect(check(read('2026-10-10', 1_050), next)).toEqual({ kind: 'sound', is: 'new' });
  const replaced = read('2026-10-20', 3, { serial: 'B', replaced: { serial: 'A', lastValue: 1_040 } });
  expect(check(read('2026-10-10', 1_041), replaced)).toMatchObject({ reason: 'aboveNext' });
  const early = read('2026-10-10', 0, { serial: 'C', replaced: { serial: 'A', lastValue: 1_041 } });
  expect(check(early, replaced)).toMatchObject({ reason: 'otherMeter' });
});

test('a day has one: the same again is nothing, another one takes its place', () => {
  const there = read('2026-10-10', 1_010);
  expect(check(there, there)).toEqual({ kind: 'sound', is: 'same' });
  expect(check(read('2026-10-10', 1_011), there)).toEqual({ kind: 'sound', is: 'changed' });
});

test('whatever is taken, one after the other in any order, can be billed', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 39 }), fc.integer({ min: 0, max: 400 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(steps, (tries) => {
      let readings: readonly Reading[] = [];
      for (const [after, more] of tries) {
        const reading = read(addDays(start.day, after), start.value + more);
        if (checkReading(reading, { start, readings, today }).kind === 'sound')
          readings = [...readings.filter((one) => one.day !== reading.day), reading];
      }
      if (readings.length === 0) return;
      const position = { reading: start, cycleStart: day('2026-01-01'), usedInCycle: 0 };
      const range = { from: start.day, to: today };
      const use = meterUse({ multiplier: 1, position, readings }, range, { from: day('2020-01-01') });
      expect(use.kind).toBe('use');
    }),
    { seed: 2, numRuns: 300 },
  );
});
