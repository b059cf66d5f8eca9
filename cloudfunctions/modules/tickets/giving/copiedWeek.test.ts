import fc from 'fast-check';
import { addDays, type Day, day, type Instant, startOfDay } from '../../../../types/day';
import { copiedWeek, type Keeps } from './copiedWeek';
import { endOfShift, type Shift, shiftId, startOfShift, weekFrom } from './roster';

const monday = day('2026-11-16');
const before = addDays(monday, -7);

function shift(on: Day, from = 480, to = 1020): Shift {
  return { _id: shiftId('s', on), version: 1, communityId: 'c', staffId: 's', day: on, from, to };
}

/** `now` is a day at its beginning, or an instant. */
function copied(shifts: readonly Shift[], keeps: Keeps = 'planned', at: Day | number = monday, leaves?: Day) {
  const now = (typeof at === 'number' ? at : startOfDay(at)) as Instant;
  const isPossible = (one: Day) => leaves === undefined || one <= leaves;
  const { put, takenAway, ...left } = copiedWeek(shifts, { from: monday, keeps, now, isPossible });
  return {
    put: put.map(({ shift: { day: on, from } }) => [on, from]),
    replaced: put.filter(({ read }) => read).length,
    takenAway: takenAway.map(({ day: on }) => on),
    ...left,
  };
}

const nothing = { put: [], replaced: 0, takenAway: [], overlapping: [], begun: [] };
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

test.each<[string, number, readonly Shift[], readonly Day[]]>([
  ['the one to be copied is over, nothing stands', 1080, [shift(before)], []],
  ['the one to be copied lasts, nothing stands', 600, [shift(before)], []],
  ['the one to be copied is over, one lasts', 1080, [shift(before), shift(monday, 840, 1320)], [monday]],
  [
    'the one to be copied is over, one is to come',
    1080,
    [shift(before), shift(monday, 1200, 1300)],
    [monday],
  ],
  ['free then, and one lasts', 1080, [shift(monday, 840, 1320)], [monday]],
  ['the one to be copied is to come, one lasts', 600, [shift(before, 840, 1320), shift(monday)], [monday]],
])('a day of which something has begun is left alone: %s', (_of, minute, shifts, standing) => {
  const now = startOfDay(monday) + minute * 60_000;
  const left = { ...nothing, begun: [monday] };
  expect(copied(shifts, 'copied', now)).toEqual(left);
  expect(copied(shifts, 'planned', now)).toEqual(standing.length > 0 ? nothing : left);
});

test('what has not begun today is put, replaced and taken away', () => {
  const now = startOfDay(monday) + 479 * 60_000;
  expect(copied([shift(before)], 'copied', now)).toEqual({ ...nothing, put: [[monday, 480]] });
  expect(copied([shift(before), shift(monday, 840, 1320)], 'copied', now)).toEqual({
    ...{ ...nothing, replaced: 1, put: [[monday, 480]] },
  });
  expect(copied([shift(monday, 840, 1320)], 'copied', now)).toEqual({ ...nothing, takenAway: [monday] });
  expect(copied([shift(before), shift(monday)], 'copied', now + 3_600_000)).toEqual(nothing);
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
      fc.integer({ min: 0, max: 7 * 1440 - 1 }),
      (plan, keeps, minute) => {
        const shifts: Shift[] = [];
        for (const [index, one] of plan.entries()) {
          const next = one && shift(addDays(before, index), one.from, one.from + one.length);
          const last = shifts.at(-1);
          if (next && (!last || endOfShift(last) <= startOfShift(next))) shifts.push(next);
        }
        const now = (startOfDay(monday) + minute * 60_000) as Instant;
        const week = copiedWeek(shifts, { from: monday, keeps, now, isPossible: () => true });
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
        expect(written.every((one) => one >= monday && one <= addDays(monday, 6))).toBe(true);
        const touched = [...gone, ...week.put.map(({ shift: one }) => one)];
        expect(touched.every((one) => startOfShift(one) > now)).toBe(true);
      },
    ),
    { seed: 20261116, numRuns: 500 },
  );
});
