import { day, month } from '../../../types/day';
import { fen } from '../../../types/money';
import { againstLastMonth, sameDayBefore } from './progress';
import type { MonthOnDay } from './totals';

const on = (of: string, date: string, billed: number, paid: number): MonthOnDay => ({
  month: month(of),
  day: day(date),
  billed: fen(billed),
  paid: fen(paid),
});
const today = day('2026-11-23');
const november = [on('2026-11', '2026-11-01', 1_000, 0), on('2026-11', '2026-11-20', 0, 842)];

test.each([
  ['2026-11-23', '2026-10-23'],
  ['2026-03-31', '2026-02-28'],
  ['2027-01-05', '2026-12-05'],
])('the same day before %s is %s', (now, before) => {
  expect(sameDayBefore(day(now))).toBe(before);
});

test('what was paid later last month does not count yet', () => {
  const october = [on('2026-10', '2026-10-01', 1_000, 826), on('2026-10', '2026-10-24', 0, 174)];
  expect(againstLastMonth([...november, ...october], month('2026-11'), today)).toBe(16);
  expect(againstLastMonth([...november, ...october], month('2026-11'), day('2026-11-24'))).toBe(-158);
});

test('a month that was not billed here by then is not compared with', () => {
  expect(againstLastMonth(november, month('2026-11'), today)).toBeUndefined();
  const later = on('2026-10', '2026-10-28', 1_000, 1_000);
  expect(againstLastMonth([...november, later], month('2026-11'), today)).toBeUndefined();
  expect(againstLastMonth([later], month('2026-11'), today)).toBeUndefined();
});
