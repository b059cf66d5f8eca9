import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { clipped } from '../clip';
import { billOf } from './bill';
import { closeOf, orderStateOf, prepayOf } from './orders';
import { refundOf, refundStateOf } from './refunds';

const order = { outTradeNo: 'N20261110001', merchantId: '1900000109' };
const refund = { ...order, outRefundNo: 'R20261110001' };
const ok = { returnCode: 'SUCCESS', resultCode: 'SUCCESS', errCode: 0 };
const refusedBecause = (errCodeDes: string) => ({ ...ok, resultCode: 'FAIL', errCodeDes, payment: empty });
const notDecided = (returnMsg: string) => ({ returnCode: 'FAIL', returnMsg, errCode: 0, payment: empty });
const payment = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=wx1', signType: 'MD5', paySign: 'S' };
const empty = { ...payment, package: 'prepay_id=' };
const paid = {
  ...ok,
  outTradeNo: order.outTradeNo,
  subMchId: order.merchantId,
  tradeState: 'SUCCESS',
  transactionId: '4200000001',
  totalFee: 12_345,
  timeEnd: '20261110093000',
  openid: 'oProvider',
  subOpenid: 'oPayer',
};

describe('ordering', () => {
  test('a prepay is what the wallet takes, and nothing else', () => {
    expect(prepayOf({ ...ok, payment: { ...payment, appId: 'wx' } })).toEqual({
      kind: 'ready',
      wallet: payment,
    });
  });

  test.each([
    ['该订单已支付', 'alreadyPaid'],
    ['订单已关闭', 'closed'],
    ['201 商户订单号重复', 'differs'],
    ['订单已过期', 'expired'],
    ['用户支付中，需要输入密码', 'unavailable'],
    ['系统错误', 'unavailable'],
    ['何事秋风悲画扇', 'unavailable'],
  ])('refused: %s', (words, kind) => {
    expect(prepayOf(refusedBecause(words)).kind).toBe(kind);
  });

  test.each([
    ['time_expire时间过短', 'expired'],
    ['受理关系不存在', 'rejected'],
    ['缺少参数body', 'rejected'],
    ['系统繁忙，请稍后再试', 'unavailable'],
  ])('not decided: %s', (words, kind) => {
    expect(prepayOf(notDecided(words)).kind).toBe(kind);
  });

  test('TRAP: errCode 0, :ok and a payment with an empty prepay id are no prepay', () => {
    expect(prepayOf({ ...ok, payment: empty }).kind).toBe('unavailable');
    expect(prepayOf({ ...ok }).kind).toBe('unavailable');
    expect(prepayOf({ errCode: 0, errMsg: 'cloudPay.unifiedOrder:ok', payment }).kind).toBe('rejected');
  });
});

describe('looking up', () => {
  const facts = {
    transactionId: '4200000001',
    amount: 12_345,
    at: Date.parse('2026-11-10T09:30:00+08:00'),
    merchantId: '1900000109',
    payerOpenid: 'oPayer',
  };

  test('a paid order: the payer is the one of this mini-program', () => {
    expect(orderStateOf(paid, order)).toEqual({ kind: 'paid', ...facts });
    expect(orderStateOf({ ...paid, totalFee: '12345' }, order)).toEqual({ kind: 'paid', ...facts });
    expect(orderStateOf({ ...paid, tradeState: 'REFUND' }, order)).toEqual({ kind: 'refunded', ...facts });
  });

  test.each([
    ['NOTPAY', 'notPaid'],
    ['PAYERROR', 'notPaid'],
    ['USERPAYING', 'paying'],
    ['CLOSED', 'closed'],
    ['REVOKED', 'closed'],
    ['SOMETHING', 'unavailable'],
  ])('%s', (tradeState, kind) => {
    expect(orderStateOf({ ...ok, outTradeNo: order.outTradeNo, tradeState }, order).kind).toBe(kind);
  });

  test.each([
    ['the answer is about another order', { ...paid, outTradeNo: 'other' }],
    ['no amount', { ...paid, totalFee: undefined }],
    ['half a fen', { ...paid, totalFee: 0.5 }],
    ['a negative amount', { ...paid, totalFee: -1 }],
    ['no time', { ...paid, timeEnd: 'yesterday' }],
    ['no payer', { ...paid, subOpenid: undefined }],
    ['no transaction', { ...paid, transactionId: undefined }],
    ['trouble', refusedBecause('系统错误')],
    ['no decision', notDecided('签名错误')],
  ])('nothing is believed where %s', (_what, answer) => {
    expect(orderStateOf(answer, order).kind).toBe('unavailable');
  });

  test('an order that never reached WeChat', () => {
    expect(orderStateOf(refusedBecause('order not exist'), order)).toEqual({ kind: 'unknown' });
  });
});

test.each([
  [ok, 'closed'],
  [refusedBecause('订单已关闭'), 'closed'],
  [refusedBecause('该订单已支付'), 'alreadyPaid'],
  [refusedBecause('订单不存在'), 'unknown'],
  [refusedBecause('订单生成后不能马上调用关单接口，最短调用时间间隔为5分钟'), 'tooEarly'],
  [refusedBecause('用户支付中，需要输入密码'), 'paying'],
  [refusedBecause('系统错误'), 'unavailable'],
  [notDecided('签名错误'), 'unavailable'],
])('closing: %#', (answer, kind) => {
  expect(closeOf(answer).kind).toBe(kind);
});

describe('refunds', () => {
  test.each([
    [
      { ...ok, refundId: '5030' },
      { kind: 'accepted', refundId: '5030' },
    ],
    [ok, { kind: 'unavailable' }],
    [refusedBecause('基本账户余额不足，请充值后重新发起'), { kind: 'notEnoughFunds' }],
    [refusedBecause('订单已全额退款'), { kind: 'notRefundable' }],
    [refusedBecause('累计退款金额大于支付金额'), { kind: 'notRefundable' }],
    [refusedBecause('订单已经超过退款期限'), { kind: 'notRefundable' }],
    [refusedBecause('订单不存在'), { kind: 'notRefundable' }],
    [refusedBecause('订单金额或退款金额与之前请求不一致，请核实后再试'), { kind: 'differs' }],
    [refusedBecause('系统错误'), { kind: 'unavailable' }],
    [notDecided('特约子商户商户号未授权服务商的产品权限'), { kind: 'rejected' }],
    [notDecided('系统繁忙，请稍后再试'), { kind: 'unavailable' }],
  ])('asked: %#', (answer, outcome) => {
    expect(refundOf(answer)).toMatchObject(outcome);
  });

  const row = (status: string, spelling = 'refundStatus_0') => ({
    ...ok,
    refundCount: 1,
    outRefundNo_0: refund.outRefundNo,
    refundId_0: '5030',
    refundFee_0: 345,
    [spelling]: status,
    refundSuccessTime_0: '2026-11-10 09:30:00',
  });

  test('done: which, how much, when, in either spelling of the SDK', () => {
    const at = Date.parse('2026-11-10T09:30:00+08:00');
    const done = { kind: 'done', refundId: '5030', amount: 345, at };
    expect(refundStateOf(row('SUCCESS'), refund)).toEqual(done);
    expect(refundStateOf(row('SUCCESS', 'refundStatus0'), refund)).toEqual(done);
    expect(refundStateOf({ ...row('SUCCESS'), refundSuccessTime_0: '' }, refund)).toEqual({
      kind: 'done',
      refundId: '5030',
      amount: 345,
    });
  });

  test.each([
    [row('PROCESSING'), 'processing'],
    [row('REFUNDCLOSE'), 'closed'],
    [row('CHANGE'), 'abnormal'],
    [row('WHAT'), 'notTold'],
    [{ ...row('SUCCESS'), refundFee_0: undefined }, 'notTold'],
    [{ ...ok, refundCount: 1, outRefundNoList: [], refundStatusList: [] }, 'notTold'],
    [{ ...row('SUCCESS'), outRefundNo_0: 'another' }, 'notTold'],
    [refusedBecause('not exist'), 'unknown'],
    [refusedBecause('系统错误'), 'unavailable'],
    [notDecided('签名错误'), 'unavailable'],
  ])('looked up: %#', (answer, kind) => {
    expect(refundStateOf(answer, refund).kind).toBe(kind);
  });
});

describe('bills', () => {
  const sample = (name: string) => readFileSync(join(__dirname, '../fixtures', name), 'utf8');

  test('zipped bytes or text are read', () => {
    const text = sample('v3_tradebill_ALL.csv');
    for (const data of [text, Buffer.from(text), gzipSync(text)])
      expect(billOf({ data })).toMatchObject({ kind: 'bill', rows: { length: 3 } });
  });

  test.each([
    [{ returnCode: 'FAIL', returnMsg: 'No Bill Exist' }, 'noBill'],
    [{ data: sample('v2_no_bill_response.xml') }, 'noBill'],
    [{ data: Buffer.from('{"return_code":"FAIL","return_msg":"No Bill Exist"}') }, 'noBill'],
    [{ data: '{"return_code":"FAIL","return_msg":"Bill Creating"}' }, 'notYet'],
    [{ returnMsg: 'Bill Creating' }, 'notYet'],
    [{ returnMsg: 'SYSTEMERROR' }, 'unavailable'],
    [{ returnMsg: 'invalid bill_date' }, 'rejected'],
    [{}, 'rejected'],
    [{ data: 7 }, 'malformed'],
    [{ data: 'rubbish' }, 'malformed'],
  ])('%j', (answer, kind) => {
    expect(billOf(answer).kind).toBe(kind);
  });
});

test('long words are cut at a character', () => {
  expect(clipped('物业费', 9)).toBe('物业费');
  expect(clipped('物业费', 8)).toBe('物业');
  expect(clipped('a😀', 4)).toBe('a');
});
