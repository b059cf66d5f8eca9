import { evidence } from './evidence';
import { faultPoints } from './faults';
import { merchant, minute, orderOf, payer, TestCloud } from './testCloud';

let cloud: TestCloud;
beforeEach(() => {
  cloud = new TestCloud();
});
afterEach(() => cloud.stop());

test.each(['reverse', 'profitSharing', 'toString', '__proto__', ''])(
  'cloudPay.%s is refused by name',
  async (name) => {
    await expect(cloud.call(name, {})).rejects.toThrow(`the local cloud does not emulate cloudPay.${name}`);
  },
);

test('the same seed and the same calls give the same answers', async () => {
  const run = async (seed: number) => {
    const one = new TestCloud(undefined, undefined, seed);
    const ordered = await one.paid('A1');
    const refunded = await one.refund('A1', 'R1', 1);
    await one.pass(5 * minute);
    const events = one.told.map((told) => told.event);
    await one.stop();
    return JSON.stringify([ordered, refunded, events]);
  };
  expect(await run(7)).toBe(await run(7));
  expect(await run(7)).not.toBe(await run(8));
});

test('numbers stay unused when chance begins anew over a kept state', async () => {
  await cloud.paid('A1');
  await cloud.refund('A1', 'R1', 1);
  cloud.context.random.restart(0);
  await cloud.paid('A2');
  expect((await cloud.refund('A2', 'R2', 1)).result_code).toBe('SUCCESS');
});

test('every call is logged with who, what and why not', async () => {
  await cloud.order('A1');
  await cloud.order('A1', { total_fee: 5 });
  await cloud.order('A2', { body: undefined });
  await cloud.order('A3', { total_fee: '5' }).catch(() => undefined);
  const entries = cloud.context.log.find({ kind: 'pay' });
  expect(entries.map(({ who, what, outcome, detail }) => ({ who, what, outcome, detail }))).toEqual([
    { who: payer, what: 'cloudPay.unifiedOrder', outcome: 'ok', detail: 'A1' },
    {
      who: payer,
      what: 'cloudPay.unifiedOrder',
      outcome: 'refused',
      detail: 'A1: INVALID_REQUEST 201 商户订单号重复',
    },
    { who: payer, what: 'cloudPay.unifiedOrder', outcome: 'refused', detail: 'A2: 缺少参数body' },
    {
      who: payer,
      what: 'cloudPay.unifiedOrder',
      outcome: 'failed',
      detail: 'A3: CloudError: wx api error: -202',
    },
  ]);
});

test('a failed order call has done nothing, one whose answer is lost has', async () => {
  cloud.fault('pay.unifiedOrder', 'error', { times: 1 });
  expect(await cloud.order('A1')).toMatchObject({
    result_code: 'FAIL',
    err_code: 'SYSTEMERROR',
    err_code_des: '系统错误',
    payment: { package: 'prepay_id=' },
  });
  expect(await cloud.query('A1')).toMatchObject({ err_code: 'ORDERNOTEXIST' });
  cloud.fault('pay.unifiedOrder', 'answer-lost', { times: 1, code: 'OUT_TRADE_NO_USED' });
  expect(await cloud.order('A1')).toMatchObject({ err_code: 'OUT_TRADE_NO_USED' });
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'NOTPAY' });
  expect((await cloud.order('A1')).result_code).toBe('SUCCESS');
});

test('queries fail for a while and then answer', async () => {
  await cloud.paid('A1');
  await cloud.refund('A1', 'R1', 1);
  cloud.fault('pay.query', 'error', { times: 2 });
  expect(await cloud.query('A1')).toMatchObject({ result_code: 'FAIL', err_code: 'SYSTEMERROR' });
  const query = () => cloud.call('queryRefund', { sub_mch_id: merchant, out_refund_no: 'R1' });
  expect(await query()).toMatchObject({ err_code: 'SYSTEMERROR' });
  expect(await query()).toMatchObject({ result_code: 'SUCCESS' });
  cloud.fault('pay.query', 'throw', { times: 1 });
  await expect(cloud.query('A1')).rejects.toThrow('wx api error: -1');
});

test('a refund call that fails has not refunded, one whose answer is lost has', async () => {
  await cloud.paid('A1');
  cloud.fault('pay.refund', 'error', { times: 1 });
  expect(await cloud.refund('A1', 'R1', 1)).toMatchObject({ err_code: 'SYSTEMERROR', coupon_type_list: [] });
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'SUCCESS' });
  cloud.fault('pay.refund', 'answer-lost', { times: 1 });
  expect(await cloud.refund('A1', 'R1', 1)).toMatchObject({ err_code: 'SYSTEMERROR' });
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'REFUND' });
});

test('a close call whose answer is lost has closed; a bill that fails has its own code', async () => {
  await cloud.order('A1');
  await cloud.pass(5 * minute);
  cloud.fault('pay.closeOrder', 'answer-lost', { times: 1 });
  expect(await cloud.close('A1')).toMatchObject({ err_code: 'SYSTEMERROR' });
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'CLOSED' });
  cloud.fault('pay.downloadBill', 'error', { times: 1 });
  expect(await cloud.call('downloadBill', { bill_date: '20261109' })).toEqual({
    return_code: 'FAIL',
    return_msg: 'SYSTEMERROR',
    error_code: '20003',
  });
});

test('latency is real time and changes nothing else', async () => {
  cloud.fault('pay.unifiedOrder', 'latency', { times: 1, ms: 30 });
  const started = performance.now();
  expect((await cloud.order('A1')).result_code).toBe('SUCCESS');
  expect(performance.now() - started).toBeGreaterThan(25);
});

test('paid-early does nothing for a payer who has too little', async () => {
  cloud.pay.control.setBalance(payer, 1);
  cloud.fault('pay.unifiedOrder', 'paid-early', { times: 1 });
  await cloud.order('A1');
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'NOTPAY' });
  expect(cloud.told).toEqual([]);
});

test('a forgery is an ordinary call of that user, with an event that looks right', async () => {
  await cloud.call('unifiedOrder', orderOf('A1'));
  const order = { subMchId: merchant, outTradeNo: 'A1' };
  await cloud.pay.control.forge({ openid: 'oThief', functionName: 'payBack', order });
  expect(cloud.asUser).toMatchObject([
    { openid: 'oThief', name: 'payBack', data: { resultCode: 'SUCCESS', outTradeNo: 'A1', totalFee: 1000 } },
  ]);
  expect(cloud.asUser[0]?.data.transactionId).toMatch(/^4200/);
  await cloud.pay.control.forge({
    openid: 'oThief',
    functionName: 'payBack',
    event: { returnCode: 'SUCCESS' },
  });
  expect(cloud.asUser[1]?.data).toEqual({ returnCode: 'SUCCESS' });
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'NOTPAY' });
  expect(cloud.told).toEqual([]);
  expect(() => cloud.pay.control.forge({ openid: 'oThief', functionName: 'payBack' })).toThrow(
    'a forgery needs',
  );
});

test('control shows an order with its refunds and notices, and refuses an unknown one', async () => {
  await cloud.paid('A1');
  await cloud.refund('A1', 'R1', 1);
  const seen = cloud.pay.control.order(merchant, 'A1');
  expect(seen).toMatchObject({
    order: { outTradeNo: 'A1', state: 'REFUND', payer },
    refunds: [{ outRefundNo: 'R1', status: 'PROCESSING' }],
    notices: [
      { kind: 'pay', state: 'accepted', event: { outTradeNo: 'A1' }, deliveries: [{ outcome: 'accepted' }] },
    ],
  });
  expect(() => cloud.pay.control.order(merchant, 'none')).toThrow('there is no order none');
});

test('options are checked, kept, and what is not named stays', () => {
  expect(cloud.pay.control.options()).toMatchObject({ startingBalance: 10_000_000, refundQuery: 'indexed' });
  cloud.pay.control.setOptions({ startingBalance: 5 });
  expect(cloud.pay.control.setOptions({ refundQuery: 'empty' })).toMatchObject({ startingBalance: 5 });
  expect(cloud.pay.control.balance('oNew')).toBe(5);
  for (const wrong of [
    { startingBalance: -1 },
    { startingBalance: 1.5 },
    { unknown: 1 },
    { refundDelay: [2, 1] },
    'x',
  ])
    expect(() => cloud.pay.control.setOptions(wrong)).toThrow();
});

test('after a reset the room is what it was', async () => {
  await cloud.paid('A1');
  cloud.state.saveSnapshot('one');
  await cloud.paid('A2');
  cloud.state.resetTo('one');
  expect(cloud.pay.control.orders().map((order) => order.outTradeNo)).toEqual(['A1']);
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 1000);
});

test('every fault kind and every behaviour says what it is', () => {
  for (const kinds of Object.values(faultPoints))
    for (const words of Object.values(kinds)) expect(words.length).toBeGreaterThan(10);
  for (const { behaviour, source } of evidence)
    expect(Math.min(behaviour.length, source.length)).toBeGreaterThan(10);
});
