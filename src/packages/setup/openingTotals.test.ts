import { fen } from '../../../types/money';
import { openingsOf, statedOf } from './openingTotals';

const opening = { arrears: fen(100), prepaid: fen(0) };

test('vouchers are asked for where the file has some, and nothing without opening figures', () => {
  expect(openingsOf({})).toEqual([]);
  expect(openingsOf({ opening })).toEqual(['arrears', 'prepaid']);
  expect(openingsOf({ opening: { ...opening, vouchers: fen(20) } })).toEqual([
    'arrears',
    'prepaid',
    'vouchers',
  ]);
});

test('every total must be an amount, nothing or more', () => {
  const asked = ['arrears', 'prepaid'] as const;
  expect(statedOf(asked, { arrears: '1,284.60', prepaid: '0' })).toEqual({ arrears: 128_460, prepaid: 0 });
  expect(statedOf(asked, { arrears: '1,284.60' })).toBeUndefined();
  expect(statedOf(asked, { arrears: '-1', prepaid: '0' })).toBeUndefined();
  expect(statedOf([], {})).toBeUndefined();
});
