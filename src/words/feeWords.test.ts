import { month } from '../../types/day';
import { period } from '../../types/period';
import { byItem, feesInWords, periodsWords, periodWords } from './feeWords';

const of = (first: string, months = 1) => period(month(first), months);
const fee = (itemName: string, first: string) => ({ itemName, purpose: 'other' as const, period: of(first) });

test('fees are counted by item, in the order they come', () => {
  const fees = [fee('物业费', '2026-10'), fee('水费', '2026-09'), fee('物业费', '2026-11')];
  expect(feesInWords(fees)).toBe('物业费 2 期、水费');
  expect(byItem(fees).map(({ itemName, fees }) => [itemName, fees.length])).toEqual([
    ['物业费', 2],
    ['水费', 1],
  ]);
});

test('periods name the year only where it is another', () => {
  expect(periodWords(of('2026-11'), 2026)).toBe('11月');
  expect(periodWords(of('2026-09', 2), 2026)).toBe('9–10月');
  expect(periodWords(of('2025-12'), 2026)).toBe('2025年12月');
  expect(periodWords(of('2025-12', 3), 2026)).toBe('2025年12月–2026年2月');
});

test('a run of periods is drawn together, two are named', () => {
  expect(periodsWords([of('2026-11'), of('2026-10')], 2026)).toBe('10月、11月');
  expect(periodsWords([of('2026-05'), of('2026-03'), of('2026-04'), of('2026-08')], 2026)).toBe('3–5月、8月');
});
