import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { day, type Instant } from '../../../../types/day';
import { fen } from '../../../../types/money';
import { wechatPayV3 as channel } from './channel';
import { readV3Settings } from './settings';
import { appid, MerchantApi, mchid, type Reply } from './testing/merchantApi';

const sample = (name: string) => readFileSync(join(__dirname, '../fixtures', name), 'utf8');
const published = JSON.parse(sample('v3_query_refund_samples.json'));

const reference = { outTradeNo: 'N20261110001', merchantId: mchid };
const order = {
  ...reference,
  payerOpenid: 'oPayer',
  amount: fen(12_345),
  description: '云栖苑3栋2单元1201 物业费',
  startsAt: Date.parse('2026-11-10T09:30:00+08:00') as Instant,
  expiresAt: Date.parse('2026-11-10T09:35:00+08:00') as Instant,
  payerIp: '127.0.0.1',
};
const refund = { ...reference, outRefundNo: 'R1', total: fen(12_345), amount: fen(345), reason: '重复支付' };
const before = process.env;
const no = (status: number, code: string, message = ''): Reply => ({ status, body: { code, message } });

let api: MerchantApi;
beforeAll(async () => {
  api = await new MerchantApi().start();
});
beforeEach(() => {
  process.env = { ...before, ...api.variables };
  api.asked.length = 0;
});
afterAll(async () => {
  process.env = before;
  await api.stop();
});

/** Lets every question be answered this way. */
function answers(reply: Reply): void {
  api.answer = () => reply;
}

describe('ordering', () => {
  test('a signed order brings what the wallet takes, signed by the merchant', async () => {
    answers({ body: { prepay_id: 'wx1' } });
    const outcome = await channel.createPrepay(order);
    if (outcome.kind !== 'ready') throw new Error(JSON.stringify(outcome));
    const { timeStamp, nonceStr, package: prepay, signType, paySign } = outcome.wallet;
    expect([prepay, signType]).toEqual(['prepay_id=wx1', 'RSA']);
    expect(api.isMerchants(`${appid}\n${timeStamp}\n${nonceStr}\n${prepay}\n`, paySign)).toBe(true);
    expect(api.asked).toMatchObject([
      {
        method: 'POST',
        path: '/v3/pay/transactions/jsapi',
        isGenuine: true,
        body: {
          appid,
          mchid,
          out_trade_no: 'N20261110001',
          time_expire: '2026-11-10T09:35:00+08:00',
          amount: { total: 12_345, currency: 'CNY' },
          payer: { openid: 'oPayer' },
        },
      },
    ]);
  });

  test.each([
    [no(400, 'ORDERPAID', '该订单已支付'), 'alreadyPaid'],
    [no(400, 'ORDER_CLOSED'), 'closed'],
    [no(403, 'OUT_TRADE_NO_USED'), 'differs'],
    [no(400, 'INVALID_REQUEST', '201 商户订单号重复'), 'differs'],
    [no(400, 'PARAM_ERROR', 'time_expire 已过期'), 'expired'],
    [no(403, 'NO_AUTH', '商户未开通此接口权限'), 'rejected'],
    [no(401, 'SIGN_ERROR'), 'rejected'],
    [no(500, 'SYSTEM_ERROR'), 'unavailable'],
    [no(429, 'FREQUENCY_LIMITED'), 'unavailable'],
    [{ body: {} }, 'unavailable'],
    [{ bytes: Buffer.from('<html>') }, 'unavailable'],
    [{ bytes: Buffer.from('[]') }, 'unavailable'],
    [{ isLost: true }, 'unavailable'],
  ])('refused: %#', async (reply, kind) => {
    answers(reply);
    expect((await channel.createPrepay(order)).kind).toBe(kind);
  });

  test.each(['missing', 'forged', 'stale', 'unknownKey'] as const)(
    'an answer whose signature is %s is no answer',
    async (seal) => {
      answers({ body: { prepay_id: 'wx1' }, seal });
      expect(await channel.createPrepay(order)).toMatchObject({ kind: 'unavailable' });
      answers({ status: 404, body: { code: 'ORDER_NOT_EXIST' }, seal });
      expect(await channel.queryOrder(reference)).toMatchObject({ kind: 'unavailable' });
    },
  );
});

describe('looking up', () => {
  const paid = { ...published.transaction_query, mchid, out_trade_no: reference.outTradeNo };

  test('a paid order', async () => {
    answers({ body: paid });
    expect(await channel.queryOrder(reference)).toEqual({
      kind: 'paid',
      transactionId: '4200000914202101195554393855',
      amount: 1,
      at: Date.parse('2021-01-19T15:43:01+08:00'),
      merchantId: mchid,
      payerOpenid: 'oTESTopenid00000000000000001',
    });
    expect(api.asked).toMatchObject([
      { path: `/v3/pay/transactions/out-trade-no/N20261110001?mchid=${mchid}`, isGenuine: true },
    ]);
  });

  test.each([
    [{ body: { ...paid, trade_state: 'REFUND' } }, 'refunded'],
    [{ body: { ...paid, trade_state: 'NOTPAY' } }, 'notPaid'],
    [{ body: { ...paid, trade_state: 'PAYERROR' } }, 'notPaid'],
    [{ body: { ...paid, trade_state: 'USERPAYING' } }, 'paying'],
    [{ body: { ...paid, trade_state: 'CLOSED' } }, 'closed'],
    [{ body: { ...paid, trade_state: 'WHAT' } }, 'unavailable'],
    [{ body: { ...paid, out_trade_no: 'other' } }, 'unavailable'],
    [{ body: { ...paid, success_time: '0001-01-01T00:00:00Z' } }, 'unavailable'],
    [{ body: { ...paid, amount: { total: 1.5 } } }, 'unavailable'],
    [{ body: { ...paid, payer: undefined } }, 'unavailable'],
    [no(published.not_found.status, published.not_found.code, published.not_found.message), 'unknown'],
    [no(500, 'SYSTEM_ERROR'), 'unavailable'],
    [no(400, 'PARAM_ERROR'), 'unavailable'],
  ] as const)('%#', async (reply, kind) => {
    answers(reply);
    expect((await channel.queryOrder(reference)).kind).toBe(kind);
  });
});

test.each([
  [{ status: 204 }, 'closed'],
  [no(400, 'ORDER_CLOSED'), 'closed'],
  [no(400, 'ORDERPAID'), 'alreadyPaid'],
  [no(404, 'ORDER_NOT_EXIST'), 'unknown'],
  [no(202, 'USERPAYING'), 'paying'],
  [no(400, 'INVALID_REQUEST', '最短调用时间间隔为5分钟'), 'tooEarly'],
  [no(500, 'SYSTEM_ERROR'), 'unavailable'],
])('closing: %#', async (reply, kind) => {
  answers(reply);
  expect((await channel.closeOrder(reference)).kind).toBe(kind);
  expect(api.asked).toMatchObject([{ method: 'POST', isGenuine: true, body: { mchid } }]);
});

describe('refunds', () => {
  const accepted = published.refund_response;

  test.each([
    [{ body: accepted }, { kind: 'accepted', refundId: '50300807092021020105990201735' }],
    [{ body: {} }, { kind: 'unavailable' }],
    [no(403, 'NOT_ENOUGH', '基本账户余额不足'), { kind: 'notEnoughFunds' }],
    [no(400, 'INVALID_REQUEST', '订单已全额退款'), { kind: 'notRefundable' }],
    [no(404, 'RESOURCE_NOT_EXISTS', '订单号不存在'), { kind: 'notRefundable' }],
    [no(400, 'INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试'), { kind: 'differs' }],
    [no(403, 'NO_AUTH'), { kind: 'rejected' }],
    [no(500, 'SYSTEM_ERROR'), { kind: 'unavailable' }],
  ])('asked: %#', async (reply, outcome) => {
    answers(reply);
    expect(await channel.refund(refund)).toMatchObject(outcome);
    expect(api.asked).toMatchObject([{ isGenuine: true, body: { amount: { refund: 345, total: 12_345 } } }]);
  });

  const row = { ...accepted, out_refund_no: 'R1' };
  const at = Date.parse('2021-02-01T15:14:00+08:00');
  test.each([
    [{ body: row }, { kind: 'processing' }],
    [
      { body: { ...row, status: 'SUCCESS', success_time: '2021-02-01T15:14:00+08:00' } },
      { kind: 'done', refundId: '50300807092021020105990201735', amount: 1, at },
    ],
    [{ body: { ...row, status: 'CLOSED' } }, { kind: 'closed' }],
    [{ body: { ...row, status: 'ABNORMAL' } }, { kind: 'abnormal' }],
    [no(404, 'RESOURCE_NOT_EXISTS'), { kind: 'unknown' }],
  ] as const)('looked up: %#', async (reply, outcome) => {
    answers(reply);
    expect(await channel.queryRefund(refund)).toEqual(outcome);
  });

  test.each([
    { body: { ...row, out_refund_no: 'R2' } },
    { body: { ...row, status: 'WHAT' } },
    no(500, 'SYSTEM_ERROR'),
  ])('nothing firm: %#', async (reply) => {
    answers(reply);
    expect((await channel.queryRefund(refund)).kind).toBe('unavailable');
  });
});

describe('bills', () => {
  const text = sample('v3_tradebill_ALL.csv');
  const sum = createHash('sha1').update(text).digest('hex');
  const bill = { merchantId: mchid, day: day('2021-01-28') };

  function serves(hash_value: string, file: Reply): void {
    const download_url = `${api.origin}/v3/billdownload/file?token=x%2F1`;
    api.answer = ({ path }) =>
      path.startsWith('/v3/billdownload') ? file : { body: { hash_type: 'SHA1', hash_value, download_url } };
  }

  test('named, fetched, proved by its sum, read', async () => {
    serves(sum, { bytes: gzipSync(text), seal: 'missing' });
    expect(await channel.downloadBill(bill)).toMatchObject({ kind: 'bill', rows: { length: 3 } });
    expect(api.asked.map(({ path, isGenuine }) => [path, isGenuine])).toEqual([
      ['/v3/bill/tradebill?bill_date=2021-01-28&bill_type=ALL&tar_type=GZIP', true],
      ['/v3/billdownload/file?token=x%2F1', true],
    ]);
  });

  test.each([
    ['another sum', 'ab', { bytes: gzipSync(text) }],
    ['no archive', sum, { bytes: Buffer.from(text) }],
    ['half of it', sum, { bytes: gzipSync(text).subarray(0, 100) }],
    ['gone', sum, { status: 404 }],
    ['cut off', sum, { isLost: true }],
  ])('%s: not available', async (_what, hash, file) => {
    serves(hash, file);
    expect((await channel.downloadBill(bill)).kind).toBe('unavailable');
  });

  test.each([
    [no(400, 'NO_STATEMENT_EXIST', '账单文件不存在'), 'noBill'],
    [no(400, 'STATEMENT_CREATING', '账单生成中'), 'notYet'],
    [no(400, 'INVALID_REQUEST', '日期格式不正确'), 'rejected'],
    [no(500, 'SYSTEM_ERROR'), 'unavailable'],
  ])('%#', async (reply, kind) => {
    answers(reply);
    expect((await channel.downloadBill(bill)).kind).toBe(kind);
  });
});

describe('set-up', () => {
  test('the keys of one merchant speak for no other', async () => {
    expect(await channel.queryOrder({ ...reference, merchantId: '1600000001' })).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('1600000001'),
    });
    expect(api.asked).toEqual([]);
  });

  test.each([
    ['WECHATPAY_V3_PRIVATE_KEY', ''],
    ['WECHATPAY_V3_PRIVATE_KEY', 'rubbish'],
    ['WECHATPAY_V3_WECHAT_KEYS', '{}'],
    ['WECHATPAY_V3_WECHAT_KEYS', 'rubbish'],
    ['WECHATPAY_V3_API_KEY', 'short'],
    ['WECHATPAY_V3_ORIGIN', 'http://api.mch.weixin.qq.com'],
  ])('%s %j is named, and never shown', (name, value) => {
    const settings = readV3Settings({ ...api.variables, [name]: value });
    expect(settings).toEqual({ problem: expect.stringContaining(name) });
    if (value) expect(JSON.stringify(settings)).not.toContain(value);
  });

  test('without any, nothing is asked', async () => {
    process.env = before;
    expect(await channel.closeOrder(reference)).toMatchObject({ kind: 'unavailable' });
    expect(api.asked).toEqual([]);
  });
});
