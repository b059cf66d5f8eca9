import { addDays, day, type Instant } from '../../../../types/day';
import {
  currentShift,
  endOfShift,
  isInShift,
  mondayOf,
  planned,
  type Shift,
  shiftId,
  startOfShift,
} from './roster';

const tuesday = day('2026-11-10');
const instant = (text: string) => Date.parse(`${text}+08:00`) as Instant;

function shift(from: number, to: number, on = tuesday): Shift {
  return { _id: shiftId('s', on), version: 1, communityId: 'c', staffId: 's', day: on, from, to };
}

test('a shift past midnight ends on the next day', () => {
  const night = shift(1320, 1860);
  expect(startOfShift(night)).toBe(instant('2026-11-10T22:00:00'));
  expect(endOfShift(night)).toBe(instant('2026-11-11T07:00:00'));
  expect(isInShift([night], instant('2026-11-11T06:59:59'))).toBe(true);
  expect(isInShift([night], instant('2026-11-11T07:00:00'))).toBe(false);
});

test('the current shift is the one that lasts, else the next', () => {
  const both = [shift(1320, 1860), shift(480, 960)];
  expect(currentShift(both, instant('2026-11-10T09:00:00'))?.from).toBe(instant('2026-11-10T08:00:00'));
  expect(currentShift(both, instant('2026-11-10T17:00:00'))?.from).toBe(instant('2026-11-10T22:00:00'));
  expect(currentShift(both, instant('2026-11-11T07:00:00'))).toBeUndefined();
});

test.each([
  ['of 16 hours', { from: 0, to: 960 }, [], true],
  ['of more', { from: 0, to: 961 }, [], false],
  ['of nothing', { from: 480, to: 480 }, [], false],
  ['that begins on the next day', { from: 1440, to: 1500 }, [], false],
  ['instead of the one of that day', { from: 480, to: 960 }, [shift(400, 900)], true],
  ['that begins as the night ends', { from: 420, to: 960 }, [shift(1320, 1860, addDays(tuesday, -1))], true],
  ['into the night before', { from: 419, to: 960 }, [shift(1320, 1860, addDays(tuesday, -1))], false],
  ['into the next day', { from: 1320, to: 1860 }, [shift(400, 900, addDays(tuesday, 1))], false],
])('a shift %s', (_, hours, beside, isPossible) => {
  expect(planned({ day: tuesday, ...hours }, beside, tuesday).ok).toBe(isPossible);
});

test('nothing is planned for yesterday', () => {
  expect(planned({ day: tuesday, from: 1, to: 2 }, [], addDays(tuesday, 1)).ok).toBe(false);
});

test.each([
  ['2026-11-09', '2026-11-09'],
  ['2026-11-10', '2026-11-09'],
  ['2026-11-15', '2026-11-09'],
])('%s lies in the week of %s', (one, monday) => {
  expect(mondayOf(day(one))).toBe(monday);
});
