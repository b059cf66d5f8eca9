import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNotice } from './notice';
import { opened } from './seal';
import { readV3Settings, type V3Settings } from './settings';
import { MerchantApi, mchid } from './testing/merchantApi';

const known = JSON.parse(readFileSync(join(__dirname, '../fixtures/v3_notify_known_answer.json'), 'utf8'));
const headers: Record<string, string> = Object.fromEntries(
  Object.entries<string>(known.headers).map(([name, value]) => [name.toLowerCase(), value]),
);

describe('the vendor’s known answer', () => {
  const serial = headers['wechatpay-serial'] ?? '';
  const keys = {
    wechatKeys: new Map([[serial, createPublicKey(known.unit_test_certificate_pem)]]),
    apiKey: Buffer.from(known.unit_test_apiv3_key),
  };
  const then = 1624523846_000;

  test('its signature verifies, its resource opens', () => {
    expect(readNotice({ headers, body: known.body }, keys, then)).toEqual({
      kind: 'other',
      event: 'PAYSCORE.USER_OPEN_SERVICE',
    });
    expect(opened(JSON.parse(known.body).resource, keys.apiKey)).toBe(known.plaintext);
  });

  test.each([
    ['one byte more', { headers, body: `${known.body} ` }, then, 'forged'],
    [
      'another time',
      { headers: { ...headers, 'wechatpay-timestamp': '1624523847' }, body: known.body },
      then,
      'forged',
    ],
    ['another nonce', { headers: { ...headers, 'wechatpay-nonce': 'x' }, body: known.body }, then, 'forged'],
    [
      'a key nobody has',
      { headers: { ...headers, 'wechatpay-serial': 'X' }, body: known.body },
      then,
      'unknownKey',
    ],
    [
      'WeChat’s own probe',
      { headers: { ...headers, 'wechatpay-signature': 'WECHATPAY/SIGNTEST/abc' }, body: known.body },
      then,
      'forged',
    ],
    ['six minutes later', { headers, body: known.body }, then + 360_000, 'stale'],
    ['six minutes too soon', { headers, body: known.body }, then - 360_000, 'stale'],
    ['no headers', { headers: {}, body: known.body }, then, 'unsigned'],
  ])('%s is refused', (_what, letter, now, reason) => {
    expect(readNotice(letter, keys, now)).toEqual({ kind: 'refused', reason });
  });

  test('another APIv3 key opens nothing', () => {
    const other = { ...keys, apiKey: Buffer.from('anotherAPIv3Key0') };
    expect(readNotice({ headers, body: known.body }, other, then)).toEqual({
      kind: 'refused',
      reason: 'sealed',
    });
  });
});

describe('our own notices', () => {
  const api = new MerchantApi();
  let keys: V3Settings;
  const now = Date.parse('2026-11-10T09:31:00+08:00');
  const payment = {
    mchid,
    appid: 'wx0000000000000001',
    out_trade_no: 'N20261110001',
    transaction_id: '4200000001',
    trade_state: 'SUCCESS',
    success_time: '2026-11-10T09:30:00+08:00',
    payer: { openid: 'oPayer' },
    amount: { total: 12_345, payer_total: 12_000 },
  };
  const refund = {
    mchid,
    out_trade_no: 'N20261110001',
    transaction_id: '4200000001',
    out_refund_no: 'R1',
    refund_id: '5030',
    refund_status: 'SUCCESS',
    success_time: '2026-11-10T09:30:00+08:00',
    amount: { total: 12_345, refund: 345 },
  };
  beforeAll(async () => {
    await api.start();
    const settings = readV3Settings(api.variables);
    if ('problem' in settings) throw new Error(settings.problem);
    keys = settings;
  });
  afterAll(() => api.stop());
  const read = (event: string, resource: object) =>
    readNotice(api.notice(event, resource, { now }), keys, now);

  test('a payment: what the order asked, whatever coupons paid of it', () => {
    expect(read('TRANSACTION.SUCCESS', payment)).toEqual({
      kind: 'payment',
      result: {
        channel: 'wechatpay-v3',
        outTradeNo: 'N20261110001',
        transactionId: '4200000001',
        amount: 12_345,
        at: Date.parse('2026-11-10T09:30:00+08:00'),
        merchantId: mchid,
        payerOpenid: 'oPayer',
      },
    });
  });

  test.each([
    ['SUCCESS', 'done'],
    ['CLOSED', 'closed'],
    ['ABNORMAL', 'abnormal'],
  ])('a refund that ended as %s', (refund_status, end) => {
    expect(read(`REFUND.${refund_status}`, { ...refund, refund_status })).toMatchObject({
      kind: 'refund',
      result: { outRefundNo: 'R1', refundId: '5030', amount: 345, merchantId: mchid, end },
    });
  });

  test.each([
    ['TRANSACTION.SUCCESS', { ...payment, trade_state: 'NOTPAY' }],
    ['TRANSACTION.SUCCESS', { ...payment, amount: { total: -1 } }],
    ['TRANSACTION.SUCCESS', { ...payment, out_trade_no: undefined }],
    ['TRANSACTION.SUCCESS', { ...payment, payer: {} }],
    ['REFUND.SUCCESS', { ...refund, refund_status: 'PROCESSING' }],
    ['REFUND.SUCCESS', { ...refund, out_refund_no: '' }],
    ['REFUND.SUCCESS', { ...refund, amount: undefined }],
  ])('%s without its facts is refused: %#', (event, resource) => {
    expect(read(event, resource)).toEqual({ kind: 'refused', reason: 'unreadable' });
  });

  test('a signed letter that is none', () => {
    for (const body of [
      '',
      'null',
      '[]',
      '{}',
      '{"event_type":"TRANSACTION.SUCCESS"}',
      '{"event_type":"X","resource":7}',
    ]) {
      const letter = { body, headers: api.sealed(body, undefined, now) };
      expect(readNotice(letter, keys, now).kind).toBe('refused');
    }
  });
});
