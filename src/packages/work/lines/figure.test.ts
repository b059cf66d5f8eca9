import { figureOf } from './figure';

test.each([
  ['receivedToday', undefined, { kind: 'receivedToday' }],
  ['receivedToday', 'cash', { kind: 'receivedToday', channel: 'cash' }],
  ['building', '3栋', { kind: 'building', building: '3栋' }],
  ['arrears', 'to90', { kind: 'arrears', age: 'to90' }],
  ['cash', 's1', { kind: 'cash', staffId: 's1' }],
  ['account', 'wechatPay', { kind: 'account', account: 'wechatPay' }],
])('%s of %s', (kind, of, figure) => {
  expect(figureOf(kind, of)).toEqual(figure);
});

test.each([
  ['building', undefined],
  ['arrears', 'to31'],
  ['cash', undefined],
  ['account', undefined],
  ['nothing', '1'],
  [undefined, undefined],
])('%s of %s is no figure', (kind, of) => {
  expect(figureOf(kind, of)).toBeUndefined();
});
