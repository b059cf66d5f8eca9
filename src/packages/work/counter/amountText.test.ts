import { fen } from '../../../../types/money';
import { amountProblem, amountToTake, typedAmount } from './amountText';

test.each([
  ['128.5', 12_850],
  [' 128.50 ', 12_850],
  ['1', 100],
  ['0.01', 1],
])('%s is an amount', (text, amount) => {
  expect(typedAmount(text)).toBe(amount);
  expect(amountProblem(text)).toBeUndefined();
});

test.each(['0', '-5', '1.234', '12元5', 'abc', '1e3'])('%s is none, and that is said', (text) => {
  expect(typedAmount(text)).toBeUndefined();
  expect(amountProblem(text)).toMatch('金额');
});

test('nothing typed yet is no mistake', () => {
  expect(typedAmount('')).toBeUndefined();
  expect(amountProblem(' ')).toBeUndefined();
});

test.each([
  ['', 100, 0, 0],
  ['5', 100, 0, 500],
  ['', 100, 60, undefined],
  ['', 0, 0, undefined],
])('%s where %d fen are owed and %d of it are to be brought: %s is taken', (text, owed, toTake, taken) => {
  expect(amountToTake(text, { owed: fen(owed), toTake: fen(toTake) })).toBe(taken);
});
