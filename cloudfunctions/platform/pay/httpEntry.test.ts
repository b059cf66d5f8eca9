import type { Instant } from '../../../types/day';
import type { LogLine, Ports } from '../../kernel/ports';
import { serveHttpNotice } from './httpEntry';
import type { PayResult, RefundResult, SettleAnswer } from './port';
import { MerchantApi, mchid } from './v3/testing/merchantApi';

const now = Date.parse('2026-11-10T09:31:00+08:00') as Instant;
const logged: LogLine[] = [];
const ports = {
  now: () => now,
  newId: () => 'incident',
  log: (line: LogLine) => logged.push(line),
} as unknown as Ports;
const payments: PayResult[] = [];
const refunds: RefundResult[] = [];
let answer: SettleAnswer['kind'] | 'bug';
const world = {
  settleResult: async (result: PayResult) => kept(payments, result),
  settleRefund: async (result: RefundResult) => kept(refunds, result),
  ports,
};

async function kept<T>(list: T[], result: T): Promise<SettleAnswer> {
  if (answer === 'bug') throw new Error('broken');
  list.push(result);
  return { kind: answer };
}

const payment = {
  mchid,
  out_trade_no: 'N20261110001',
  transaction_id: '4200000001',
  trade_state: 'SUCCESS',
  success_time: '2026-11-10T09:30:00+08:00',
  payer: { openid: 'oPayer' },
  amount: { total: 12_345 },
};
const refund = {
  mchid,
  out_trade_no: 'N20261110001',
  transaction_id: '4200000001',
  out_refund_no: 'R1',
  refund_id: '5030',
  refund_status: 'SUCCESS',
  amount: { total: 12_345, refund: 345 },
};
const before = process.env;
const api = new MerchantApi();

beforeAll(() => api.start());
beforeEach(() => {
  process.env = { ...before, ...api.variables };
  for (const list of [logged, payments, refunds]) list.length = 0;
  answer = 'taken';
});
afterAll(async () => {
  process.env = before;
  await api.stop();
});

/** As the HTTP access service hands it on. */
function eventOf(letter: { headers: Record<string, string>; body: string }, more: object = {}) {
  return { httpMethod: 'POST', path: '/', isBase64Encoded: false, ...letter, ...more };
}

test('a payment and a refund are settled and need not come again', async () => {
  const paid = api.notice('TRANSACTION.SUCCESS', payment, { now });
  expect(await serveHttpNotice(eventOf(paid), world)).toMatchObject({ statusCode: 204, body: '' });
  expect(payments).toMatchObject([{ channel: 'wechatpay-v3', outTradeNo: 'N20261110001', amount: 12_345 }]);
  const back = api.notice('REFUND.SUCCESS', refund, { now });
  expect((await serveHttpNotice(eventOf(back), world)).statusCode).toBe(204);
  expect(refunds).toMatchObject([{ channel: 'wechatpay-v3', outRefundNo: 'R1', amount: 345, end: 'done' }]);
});

test('in base64 and with headers as WeChat writes them', async () => {
  const { body, headers } = api.notice('TRANSACTION.SUCCESS', payment, { now });
  const written = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.replace(/\b\w/g, (letter) => letter.toUpperCase()),
      value,
    ]),
  );
  const event = eventOf(
    { headers: written, body: Buffer.from(body).toString('base64') },
    { isBase64Encoded: true },
  );
  expect((await serveHttpNotice(event, world)).statusCode).toBe(204);
});

test('the same one again gives the same result to settle: it is posted once by its number', async () => {
  const event = eventOf(api.notice('TRANSACTION.SUCCESS', payment, { now }));
  await serveHttpNotice(event, world);
  await serveHttpNotice(event, world);
  expect(payments[1]).toEqual(payments[0]);
});

test.each(['missing', 'forged', 'stale', 'unknownKey'] as const)(
  '%s: 401, nothing is settled',
  async (seal) => {
    const event = eventOf(api.notice('TRANSACTION.SUCCESS', payment, { now, seal }));
    expect((await serveHttpNotice(event, world)).statusCode).toBe(401);
    expect(payments).toEqual([]);
    expect(logged).toHaveLength(1);
  },
);

test('one older than five minutes is refused, however genuine', async () => {
  const event = eventOf(api.notice('TRANSACTION.SUCCESS', payment, { now: now - 301_000 }));
  expect((await serveHttpNotice(event, world)).statusCode).toBe(401);
});

test.each([
  ['sealed with another key', 'WECHATPAY_V3_API_KEY', 'x'.repeat(32), 401],
  ['nothing is set up', 'WECHATPAY_V3_MCHID', '', 503],
])('%s', async (_what, name, value, status) => {
  process.env[name] = value;
  const event = eventOf(api.notice('TRANSACTION.SUCCESS', payment, { now }));
  expect((await serveHttpNotice(event, world)).statusCode).toBe(status);
  expect(payments).toEqual([]);
});

test('genuine and unreadable: 400; about something else: content', async () => {
  const unreadable = eventOf(api.notice('TRANSACTION.SUCCESS', { mchid }, { now }));
  expect((await serveHttpNotice(unreadable, world)).statusCode).toBe(400);
  const other = eventOf(api.notice('COUPON.USE', { mchid }, { now }));
  expect((await serveHttpNotice(other, world)).statusCode).toBe(204);
});

test.each(['again', 'bug'] as const)('%s: it is to come again', async (kind) => {
  answer = kind;
  const event = eventOf(api.notice('TRANSACTION.SUCCESS', payment, { now }));
  expect((await serveHttpNotice(event, world)).statusCode).toBe(503);
});

test.each([undefined, null, {}, { httpMethod: 'GET' }, { httpMethod: 'POST' }])(
  '%j is no notice',
  async (event) => {
    expect((await serveHttpNotice(event, world)).statusCode).toBeGreaterThanOrEqual(400);
  },
);
