import { fen } from '../../../../types/money';
import { prepayOptions, typedAmount } from './offer';

const offer = { homeId: 'h', balance: fen(0), monthly: fen(53808), year: fen(645696), most: fen(645696) };

test('half a year and a year, as far as the cap lets', () => {
  expect(prepayOptions(offer).map(({ value, amount }) => [value, amount])).toEqual([
    ['half', 322848],
    ['year', 645696],
    ['other', undefined],
  ]);
  expect(prepayOptions({ ...offer, most: fen(400000) }).map(({ value }) => value)).toEqual(['half', 'other']);
  expect(prepayOptions({ ...offer, monthly: fen(0), year: fen(0) }).map(({ value }) => value)).toEqual([
    'other',
  ]);
});

test.each([
  ['500', { amount: 50000 }],
  ['0', { error: '请填金额，最多两位小数，例如 500' }],
  ['-3', { error: '请填金额，最多两位小数，例如 500' }],
  ['1.234', { error: '请填金额，最多两位小数，例如 500' }],
  ['六百', { error: '请填金额，最多两位小数，例如 500' }],
  ['99999999', { error: '最多还能预存 ¥6,456.96' }],
  ['', { error: undefined }],
])('%s', (text, read) => {
  expect(typedAmount(text, offer.most)).toEqual(read);
});
