import { isSame, signatureOf } from './signatures';

// The worked example of the signing chapter of API v2.
const example = {
  appid: 'wxd930ea5d5a258f4f',
  mch_id: '10000100',
  device_info: '1000',
  body: 'test',
  nonce_str: 'ibuaiVcKdpRxkhJA',
};
const key = '192006250b4c09247ec02edce69f6a2d';

test('signs as the worked example of WeChat Pay does', () => {
  expect(signatureOf(example, key)).toBe('9A0A8659F005D6984697E2CA0A9CF3B7');
  expect(signatureOf(example, key, 'HMAC-SHA256')).toBe(
    '6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6',
  );
});

test('empty values, lists and the signature itself are not signed', () => {
  expect(signatureOf({ ...example, attach: '', coupons: [], sign: 'X' }, key)).toBe(
    signatureOf(example, key),
  );
});

test('a signature of another length or another text is not the same', () => {
  expect(isSame('AB', 'AB')).toBe(true);
  expect(isSame('AB', 'AC')).toBe(false);
  expect(isSame('AB', 'ABC')).toBe(false);
});
