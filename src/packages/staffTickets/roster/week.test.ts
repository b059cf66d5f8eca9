import type { Day } from '../../../../types/day';
import { mondayOf, shiftWords, usualOf } from './week';

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
