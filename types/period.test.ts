import { day, month } from './day';
import {
  commonDays,
  containsMonth,
  daysOfRange,
  formatPeriod,
  monthsOf,
  nextPeriod,
  period,
  periodBefore,
  periodsOverlap,
  rangeOf,
} from './period';

const winter = period(month('2025-12'), 3);

describe('periods', () => {
  test('a quarter over the new year', () => {
    expect(rangeOf(winter)).toEqual({ from: '2025-12-01', to: '2026-02-28' });
    expect(daysOfRange(rangeOf(winter))).toBe(90);
    expect(monthsOf(winter)).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(nextPeriod(winter)).toEqual({ first: '2026-03', months: 3 });
    expect(periodBefore(winter)).toEqual({ first: '2025-09', months: 3 });
  });

  test.each([0, -1, 1.5, 37])('refuses a length of %p months', (months) => {
    expect(() => period(month('2026-01'), months)).toThrow('a period has');
  });

  test('neighbours do not overlap', () => {
    expect(periodsOverlap(winter, nextPeriod(winter))).toBe(false);
    expect(periodsOverlap(winter, period(month('2026-02'), 1))).toBe(true);
    expect(containsMonth(winter, month('2026-02'))).toBe(true);
    expect(containsMonth(winter, month('2026-03'))).toBe(false);
    expect(containsMonth(winter, month('2025-11'))).toBe(false);
  });

  test('the days two stretches have in common', () => {
    const range = rangeOf(winter);
    expect(commonDays(range, { from: day('2026-02-28') })).toEqual({ from: '2026-02-28', to: '2026-02-28' });
    expect(commonDays(range, { from: day('2026-03-01') })).toBeUndefined();
    expect(commonDays(range, { from: day('2020-01-01'), to: day('2025-12-05') })).toEqual({
      from: '2025-12-01',
      to: '2025-12-05',
    });
  });

  test.each([
    ['2026-01', 1, '2026年1月'],
    ['2026-01', 3, '2026年1月–3月'],
    ['2025-12', 3, '2025年12月–2026年2月'],
  ])('%s and %i months reads %s', (first, months, text) => {
    expect(formatPeriod(period(month(first), months))).toBe(text);
  });
});
