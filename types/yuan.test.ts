import fc from 'fast-check';
import { fen, quantity, rate } from './money';
import {
  formatYuan,
  parseQuantity,
  parseRate,
  parseYuan,
  quantityText,
  rateText,
  yuanInWords,
  yuanText,
} from './yuan';

const seeded = { seed: 20260104, numRuns: 500 };
const anyFen = fc.integer({ min: -1e12, max: 1e12 });

describe('yuan on screen', () => {
  test.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [-5, '-¥0.05'],
    [123450, '¥1,234.50'],
    [100000000, '¥1,000,000.00'],
  ])('%i fen is %s', (amount, text) => {
    expect(formatYuan(fen(amount))).toBe(text);
  });

  test('what is written for a spreadsheet is read back, whatever the amount', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(parseYuan(yuanText(fen(amount)))).toBe(amount);
        expect(parseYuan(formatYuan(fen(amount)))).toBe(amount);
      }),
      seeded,
    );
  });

  test('a price keeps the decimals it was stated with', () => {
    expect(rateText(rate(5380, 4))).toBe('0.5380');
    expect(rateText(rate(3, 0))).toBe('3');
    expect(quantityText(quantity(4005, 2))).toBe('40.05');
  });
});

describe('what a spreadsheet cell says', () => {
  test.each([
    ['1234.5', 123450],
    ['¥1,234.50', 123450],
    ['￥ 12', 1200],
    ['１２３．４元', 12340],
    ['-3.2', -320],
    ['-¥3.2', -320],
    ['1.500', 150],
    ['0', 0],
    ['-0.00', 0],
  ])('%s', (text, amount) => {
    expect(parseYuan(text)).toBe(amount);
  });

  test.each(['', ' ', '1.005', '12,34', '1e3', '一百', '1.2.3', '--1', '.5', 'NaN', '99999999999999999999'])(
    'refuses %j',
    (text) => {
      expect(parseYuan(text)).toBeUndefined();
    },
  );

  test('W20: a price of 1.915 is kept whole, and one with more decimals than are kept is refused, not rounded', () => {
    expect(parseRate('1.915', 4)).toEqual(rate(19150, 4));
    expect(parseRate('1.91555', 4)).toBeUndefined();
    expect(parseRate('-1', 4)).toBeUndefined();
    expect(parseQuantity('89.3', 2)).toEqual(quantity(8930, 2));
    expect(parseQuantity('89.305', 2)).toBeUndefined();
    expect(parseQuantity('-1', 2)).toBeUndefined();
  });
});

describe('in words', () => {
  test.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [10005, '壹佰元零伍分'],
    [123450, '壹仟贰佰叁拾肆元伍角整'],
    [16045, '壹佰陆拾元肆角伍分'],
    [1005000, '壹万零伍拾元整'],
    [10000000, '壹拾万元整'],
    [100000001, '壹佰万元零壹分'],
    [10001000000, '壹亿零壹万元整'],
    [-100, '负壹元整'],
  ])('%i fen is %s', (amount, words) => {
    expect(yuanInWords(fen(amount))).toBe(words);
  });
});
