import { fen } from '../../../types/money';
import { markup, words } from '../testing/markup';
import { Amount } from './Amount';

test('two decimals, thousands parted, the sign apart', () => {
  expect(words(<Amount fen={fen(128460)} />)).toBe('¥ 1,284.60');
  expect(words(<Amount fen={fen(5)} />)).toBe('¥ 0.05');
});

test('a long one is told from one that fits in care mode', () => {
  expect(markup(<Amount fen={fen(1_234_567)} size="amount" />)).not.toContain('amount--long');
  expect(markup(<Amount fen={fen(12_345_678)} size="amount" />)).toContain('amount--long');
});

test('a reduction has a minus, whichever way it is known', () => {
  expect(words(<Amount fen={fen(-2000)} />)).toBe('−¥ 20.00');
  expect(words(<Amount fen={fen(2000)} isMinus />)).toBe('−¥ 20.00');
});

test('care mode says it in words, screen readers hear it', () => {
  expect(words(<Amount fen={fen(128460)} inWords="一共要缴" />)).toContain('一共要缴一千二百八十四元六角');
  expect(markup(<Amount fen={fen(128460)} />)).toContain('一千二百八十四元六角');
});
