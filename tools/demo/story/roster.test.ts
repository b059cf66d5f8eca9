import { addDays, type Day, day, type Instant, startOfDay } from '../../../types/day';
import type { Duty } from '../../../types/role';
import { changesOn, shiftOn } from './roster';

const minute = 60_000;
const monday = day('2026-11-30');
const hours = Array.from({ length: 24 }, (_, index) => index);
const presentAt = (hour: number) => (startOfDay(monday) + hour * 60 * minute) as Instant;

function isAtWork(duty: Duty, place: number, at: number, present: Instant): boolean {
  const days = [addDays(monday, -1), monday];
  return days.some((one: Day) => {
    const shift = shiftOn(duty, place, one, present);
    const start = startOfDay(one);
    return shift && start + shift.from * minute <= at && at < start + shift.to * minute;
  });
}

test.each(hours)('planned at %d o’clock, the first engineer and the first guard are at work', (hour) => {
  const present = presentAt(hour);
  expect(isAtWork('engineer', 0, present, present)).toBe(true);
  expect(isAtWork('guard', 0, present, present)).toBe(true);
  const isDeskTime = hour >= 8 && hour < 22;
  expect(isAtWork('customerService', 0, present, present)).toBe(isDeskTime);
});

test.each(hours)(
  'planned at %d o’clock, there are always an engineer and a guard, and everybody has two days off',
  (hour) => {
    const present = presentAt(hour);
    const days = Array.from({ length: 14 }, (_, index) => addDays(monday, index - 3));
    for (const one of days) {
      const kinds = Array.from({ length: 6 }, (_, place) => shiftOn('engineer', place, one, present)?.from);
      expect([...new Set(kinds)].filter((from) => from !== undefined)).toHaveLength(3);
    }
    for (const place of [0, 1, 2, 3, 4, 5])
      expect(days.slice(0, 7).filter((one) => !shiftOn('guard', place, one, present))).toHaveLength(2);
  },
);

test('shifts change at eight, at two, at five and at ten', () => {
  const minutes = changesOn(monday).map((at) => (at - startOfDay(monday)) / minute);
  expect([...minutes].sort((a, b) => a - b)).toEqual([480, 840, 1020, 1320]);
});
