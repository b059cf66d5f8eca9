import fc from 'fast-check';
import { month } from '../../../../types/day';
import { fen } from '../../../../types/money';
import { againstWords, firstMonthShown, overdueOf, percentText, sharesOf } from './deskWords';

test.each([
  [842, '84.2%'],
  [1000, '100.0%'],
  [5, '0.5%'],
  [0, '0.0%'],
])('%i thousandths are %s', (permille, words) => {
  expect(percentText(permille)).toBe(words);
});

test.each([
  [16, '比上月同日高 1.6 个点', 'good'],
  [-205, '比上月同日低 20.5 个点', 'bad'],
  [0, '和上月同日持平', 'plain'],
])('%i thousandths against last month: %s', (points, text, tone) => {
  expect(againstWords(points)).toEqual({ text, tone });
});

test('what is not due is not overdue', () => {
  const row = (age: 'notDue' | 'to30' | 'beyond', amount: number) => ({ age, amount: fen(amount), homes: 1 });
  expect(overdueOf([row('notDue', 500), row('to30', 30), row('beyond', 4)])).toBe(34);
  expect(overdueOf([])).toBe(0);
});

test('the parts of the bar add up to the whole, and nothing that is there is invisible', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 5 }), (amounts) => {
      const shares = sharesOf(amounts.map(fen));
      const all = amounts.reduce((sum, amount) => sum + amount, 0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(all === 0 ? 0 : 1000);
      shares.forEach((share, index) => {
        expect(share > 0).toBe((amounts[index] ?? 0) > 0);
      });
    }),
    { seed: 20261123, numRuns: 200 },
  );
});

test('a year back', () => {
  expect(firstMonthShown(month('2026-11'))).toBe('2025-12');
});
