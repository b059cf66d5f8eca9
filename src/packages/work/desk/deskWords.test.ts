import fc from 'fast-check';
import { month } from '../../../../types/day';
import { fen } from '../../../../types/money';
import { firstMonthShown, lowestBuilding, overdueOf, percentText, sharesOf } from './deskWords';

test.each([
  [842, '84.2%'],
  [1000, '100.0%'],
  [5, '0.5%'],
  [0, '0.0%'],
])('%i thousandths are %s', (permille, words) => {
  expect(percentText(permille)).toBe(words);
});

const building = (name: string, permille: number, billed = 100) => ({
  building: name,
  billed: fen(billed),
  paid: fen(0),
  permille,
});
const collection = (...buildings: ReturnType<typeof building>[]) => ({
  billed: fen(0),
  paid: fen(0),
  permille: 0,
  buildings,
});

test('the lowest building stands out; one that was billed nothing does not', () => {
  expect(
    lowestBuilding(collection(building('1栋', 700), building('8栋', 711), building('9栋', 0, 0)))?.building,
  ).toBe('1栋');
  expect(lowestBuilding(collection(building('1栋', 750)))).toBeUndefined();
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
