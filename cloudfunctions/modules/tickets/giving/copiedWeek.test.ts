import fc from 'fast-check';
import { addDays, type Day, day } from '../../../../types/day';
import { copiedWeek, type Keeps } from './copiedWeek';
import { endOfShift, type Shift, shiftId, startOfShift, weekFrom } from './roster';

const monday = day('2026-11-16');
const before = addDays(monday, -7);

function shift(on: Day, from = 480, to = 1020): Shift {
  return { _id: shiftId('s', on), version: 1, communityId: 'c', staffId: 's', day: on, from, to };
}

function copied(shifts: readonly Shift[], keeps: Keeps = 'planned', today = monday, leaves?: Day) {
  const isPossible = (one: Day) => leaves === undefined || one <= leaves;
  const { put, takenAway, overlapping } = copiedWeek(shifts, { from: monday, keeps, today, isPossible });
  return {
    put: put.map(({ shift: { day: on, from } }) => [on, from]),
    replaced: put.filter(({ read }) => read).length,
    takenAway: takenAway.map(({ day: on }) => on),
    overlapping,
  };
}

const nothing = { put: [], replaced: 0, takenAway: [], overlapping: [] };
const tuesday = addDays(monday, 1);
const wednesday = addDays(monday, 2);

test('a free week becomes as the one before', () => {
  expect(copied([shift(before), shift(addDays(before, 6), 1320, 1920)])).toEqual({
    ...nothing,
    put: [
      [monday, 480],
      [addDays(monday, 6), 1320],
    ],
  });
});

test('what is planned stays, or what is copied', () => {
  const both = [shift(before), shift(addDays(before, 1)), shift(monday, 840, 1320), shift(wednesday)];
  expect(copied(both)).toEqual({ ...nothing, put: [[tuesday, 480]] });
  expect(copied(both, 'copied')).toEqual({
    ...{ ...nothing, replaced: 1, takenAway: [wednesday] },
    put: [
      [monday, 480],
      [tuesday, 480],
    ],
  });
});

test('what is the same already is not written again', () => {
  expect(copied([shift(before), shift(monday)], 'copied')).toEqual(nothing);
});

test('days that are over, and days after the last one at work, are left as they are', () => {
  const week = weekFrom(before).map((one) => shift(one));
  expect(copied([...week, shift(monday, 1, 2)], 'copied', wednesday, wednesday)).toEqual({
    ...nothing,
    put: [[wednesday, 480]],
  });
});

test('what would reach into a shift beside it is not planned, and said', () => {
  const night = shift(addDays(before, 6), 1320, 1920);
  expect(copied([night, shift(before, 420, 960)])).toEqual({
    ...{ ...nothing, overlapping: [monday] },
    put: [[addDays(monday, 6), 1320]],
  });
  expect(copied([night, shift(addDays(monday, 7), 420, 960)]).overlapping).toEqual([addDays(monday, 6)]);
});

test('whatever two weeks are, no two shifts overlap, and nobody is written twice on a day', () => {
  const hours = fc.record({
    from: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 960 }),
  });
  const days = fc.array(fc.option(hours, { nil: undefined }), { minLength: 15, maxLength: 15 });
  fc.assert(
    fc.property(
      days,
      fc.constantFrom<Keeps>('planned', 'copied'),
      fc.integer({ min: 0, max: 6 }),
      (plan, keeps, ahead) => {
        const shifts: Shift[] = [];
        for (const [index, one] of plan.entries()) {
          const next = one && shift(addDays(before, index), one.from, one.from + one.length);
          const last = shifts.at(-1);
          if (next && (!last || endOfShift(last) <= startOfShift(next))) shifts.push(next);
        }
        const today = addDays(monday, ahead);
        const week = copiedWeek(shifts, { from: monday, keeps, today, isPossible: () => true });
        const gone = [...week.takenAway, ...week.put.flatMap(({ read }) => (read ? [read] : []))];
        const after = [
          ...shifts.filter((one) => !gone.includes(one)),
          ...week.put.map(({ shift: one }) => shift(one.day, one.from, one.to)),
        ].sort((a, b) => startOfShift(a) - startOfShift(b));
        for (const [index, one] of after.entries()) {
          const next = after[index + 1];
          if (next) expect(endOfShift(one)).toBeLessThanOrEqual(startOfShift(next));
        }
        const written = [
          ...week.put.map(({ shift: one }) => one.day),
          ...week.takenAway.map((one) => one.day),
        ];
        expect(new Set(written).size).toBe(written.length);
        expect(written.every((one) => one >= today && one <= addDays(monday, 6))).toBe(true);
      },
    ),
    { seed: 20261116, numRuns: 500 },
  );
});
