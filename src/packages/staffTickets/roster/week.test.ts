import type { Day } from '../../../../types/day';
import { dayWords, freeWords, isPlannedFrom, mondayOf, shiftMark, shiftWords, usualOf } from './week';

test('a week begins on its Monday', () => {
  expect((['2026-11-16', '2026-11-22', '2026-11-23', '2024-02-29'] as Day[]).map(mondayOf)).toEqual([
    ...['2026-11-16', '2026-11-16', '2026-11-23', '2024-02-26'],
  ]);
});

test('a night ends on the next day', () => {
  expect(shiftWords({ from: 1320, to: 1920 })).toBe('22:00–次日 8:00');
  expect([shiftWords(undefined), usualOf(undefined)]).toEqual(['休息', 'off']);
  expect([usualOf({ from: 480, to: 1020 }), usualOf({ from: 1, to: 2 })]).toEqual(['day', undefined]);
});

test('a day is said with its weekday, the year only where it is another', () => {
  const today = '2026-11-23' as Day;
  expect(dayWords(today, today)).toBe('11月23日 周一');
  expect(dayWords('2027-01-03' as Day, today)).toBe('2027年1月3日 周日');
});

test('a cell of the week has one character', () => {
  const shifts = [{ from: 480, to: 1020 }, { from: 1320, to: 1920 }, undefined, { from: 1, to: 2 }];
  expect(shifts.map(shiftMark)).toEqual(['白', '夜', '休', '另']);
});

test('a week is planned where somebody has a shift that is not over', () => {
  const on = '2026-11-16' as Day;
  const plan = { staffId: 's', name: '张', isOnDuty: false, days: [{ day: on, shift: { from: 1, to: 2 } }] };
  expect([on, '2026-11-17' as Day].map((today) => isPlannedFrom([plan], today))).toEqual([true, false]);
  expect(isPlannedFrom([{ ...plan, days: [{ day: on }] }], on)).toBe(false);
});

test('whoever is on duty is free now or later', () => {
  expect([{ freeInMinutes: 0 }, { freeInMinutes: 40 }, {}].map(freeWords)).toEqual([
    ...['现在有空', '约 40 分钟后有空', undefined],
  ]);
});
