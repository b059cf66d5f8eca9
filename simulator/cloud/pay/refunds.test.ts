import { day, merchant, minute, payer, TestCloud } from './testCloud';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = new TestCloud();
  await cloud.paid('A1');
});
afterEach(() => cloud.stop());

const query = (request: Record<string, unknown>) =>
  cloud.call('queryRefund', { sub_mch_id: merchant, nonce_str: 'n', ...request });

test('a refund is accepted now and the money is back minutes later', async () => {
  const answer = await cloud.refund('A1', 'R1', 300);
  expect(answer).toMatchObject({
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    out_trade_no: 'A1',
    out_refund_no: 'R1',
    refund_id: expect.stringMatching(/^5030\d{6}20261110\d{11}$/),
    refund_fee: 300,
    total_fee: 1000,
    cash_refund_fee: 300,
    coupon_type_list: [],
  });
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'REFUND' });
  expect(await query({ out_refund_no: 'R1' })).toMatchObject({ refund_status_0: 'PROCESSING' });
  await cloud.pass(minute - 1);
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 1000);
  await cloud.pass(4 * minute + 1);
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 700);
  expect(await query({ out_refund_no: 'R1' })).toMatchObject({
    refund_status_0: 'SUCCESS',
    refund_success_time_0: expect.stringMatching(/^2026-11-10 12:0[1-5]:\d\d$/),
  });
});

test('the same refund again is the same refund', async () => {
  const first = await cloud.refund('A1', 'R1', 300);
  await cloud.pass(10 * minute);
  const again = await cloud.refund('A1', 'R1', 300);
  expect(again).toMatchObject({ result_code: 'SUCCESS', refund_id: first.refund_id });
  await cloud.pass(10 * minute);
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 700);
});

test.each([
  ['another amount', 'A1', { refund_fee: 301 }],
  ['another total', 'A1', { total_fee: 999 }],
  ['another order', 'A2', {}],
])('the same refund number with %s is refused', async (_what, outTradeNo, change) => {
  await cloud.paid('A2');
  await cloud.refund('A1', 'R1', 300);
  expect(await cloud.refund(outTradeNo, 'R1', 300, change)).toMatchObject({
    result_code: 'FAIL',
    err_code: 'REFUND_FEE_MISMATCH',
    err_code_des: '订单金额或退款金额与之前请求不一致，请核实后再试',
    coupon_type_list: [],
  });
});

test('parts add up to the whole and not beyond', async () => {
  expect((await cloud.refund('A1', 'R1', 600)).result_code).toBe('SUCCESS');
  expect(await cloud.refund('A1', 'R2', 401)).toMatchObject({
    err_code: 'ERROR',
    err_code_des: '累计退款金额大于支付金额',
  });
  expect((await cloud.refund('A1', 'R3', 400)).result_code).toBe('SUCCESS');
  expect(await cloud.refund('A1', 'R4', 1)).toMatchObject({
    err_code: 'ERROR',
    err_code_des: '订单已全额退款',
  });
  await cloud.pass(5 * minute);
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000);
});

test('the total must be what was paid', async () => {
  expect(await cloud.refund('A1', 'R1', 300, { total_fee: 300 })).toMatchObject({
    err_code: 'INVALID_REQUEST',
    err_code_des: '订单金额或退款金额与之前请求不一致，请核实后再试',
  });
});

test('an order has fifty refunds at most', async () => {
  for (let n = 0; n < 50; n += 1) expect((await cloud.refund('A1', `R${n}`, 1)).result_code).toBe('SUCCESS');
  expect(await cloud.refund('A1', 'R50', 1)).toMatchObject({ result_code: 'FAIL', err_code: 'ERROR' });
});

test('a year after payment it is too late', async () => {
  await cloud.pass(365 * day);
  expect((await cloud.refund('A1', 'R1', 1)).result_code).toBe('SUCCESS');
  await cloud.pass(1);
  expect(await cloud.refund('A1', 'R2', 1)).toMatchObject({ err_code: 'TRADE_OVERDUE' });
});

test('a merchant without funds, and one without the right, cannot refund', async () => {
  cloud.pay.control.withdraw(merchant, 701);
  expect(await cloud.refund('A1', 'R1', 300)).toMatchObject({
    err_code: 'NOTENOUGH',
    err_code_des: '基本账户余额不足，请充值后重新发起',
  });
  cloud.pay.control.withdraw(merchant, -1);
  expect((await cloud.refund('A1', 'R1', 300)).result_code).toBe('SUCCESS');
  cloud.pay.control.setMerchant(merchant, { mayRefund: false });
  expect(await cloud.refund('A1', 'R2', 1)).toMatchObject({
    return_code: 'FAIL',
    return_msg: '特约子商户商户号未授权服务商的产品权限',
  });
  expect(() => cloud.pay.control.withdraw(merchant, 1)).toThrow('to withdraw');
});

test.each([
  ['no refund number', { out_refund_no: undefined }, '缺少参数out_refund_no'],
  ['a refund number of 65', { out_refund_no: 'a'.repeat(65) }, 'out_refund_no参数长度有误'],
  ['a refund number with a blank', { out_refund_no: 'a b' }, 'out_refund_no参数格式错误'],
  ['a reason of 81', { refund_desc: 'a'.repeat(81) }, 'refund_desc参数长度有误'],
  ['no order number', { out_trade_no: undefined }, '缺少参数transaction_id或out_trade_no'],
  ['nothing to refund', { refund_fee: 0 }, 'invalid refund_fee'],
  ['a negative amount', { refund_fee: -5 }, 'invalid refund_fee'],
])('%s is malformed', async (_what, change, reason) => {
  expect(await cloud.refund('A1', 'R1', 1, change)).toMatchObject({
    return_code: 'FAIL',
    return_msg: reason,
  });
});

test('an unknown and an unpaid order cannot be refunded', async () => {
  await cloud.order('A2');
  expect(await cloud.refund('none', 'R1', 1)).toMatchObject({ err_code: 'ORDERNOTEXIST' });
  expect(await cloud.refund('A2', 'R1', 1)).toMatchObject({ err_code: 'ORDERNOTEXIST' });
});

test('a refund by transaction id, without a function, tells nobody', async () => {
  const { transaction_id } = await cloud.query('A1');
  const request = { transaction_id, out_trade_no: undefined, function_name: undefined, env_id: undefined };
  expect((await cloud.refund('', 'R1', 1, request)).result_code).toBe('SUCCESS');
  await cloud.pass(5 * minute);
  expect(cloud.told.map((told) => told.name)).toEqual(['payBack']);
});

test('a refund that cannot go back is CHANGE until somebody ends it', async () => {
  cloud.fault('pay.refund', 'change', { times: 1 });
  await cloud.refund('A1', 'R1', 1000);
  await cloud.pass(5 * minute);
  expect(await query({ out_refund_no: 'R1' })).toMatchObject({ refund_status_0: 'CHANGE' });
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 1000);
  expect(await cloud.refund('A1', 'R2', 1)).toMatchObject({ err_code_des: '订单已全额退款' });
  expect(cloud.pay.control.endRefund(merchant, 'R1')).toMatchObject({ status: 'SUCCESS' });
  await cloud.pass(0);
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000);
  expect(cloud.told.slice(1).map((told) => told.event.refundStatus)).toEqual(['CHANGE', 'SUCCESS']);
});

test('a refund that is closed leaves the money with the merchant and can be made anew', async () => {
  cloud.fault('pay.refund', 'closed', { times: 1 });
  await cloud.refund('A1', 'R1', 1000);
  await cloud.pass(5 * minute);
  expect(cloud.pay.control.merchants()).toMatchObject([{ available: 1000 }]);
  expect((await cloud.refund('A1', 'R2', 1000)).result_code).toBe('SUCCESS');
});

test('a pending refund can be ended at once, an ended or unknown one not', async () => {
  await cloud.refund('A1', 'R1', 400);
  cloud.pay.control.endRefund(merchant, 'R1');
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 600);
  expect(() => cloud.pay.control.endRefund(merchant, 'R1')).toThrow('has ended as SUCCESS');
  expect(() => cloud.pay.control.endRefund(merchant, 'R9')).toThrow('there is no refund R9');
  await cloud.pass(day);
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 600);
});

test('what was ended by hand is not ended again by what was planned', async () => {
  await cloud.refund('A1', 'R1', 400);
  cloud.pay.control.endRefund(merchant, 'R1', 'CHANGE');
  await cloud.pass(day);
  expect(await query({ out_refund_no: 'R1' })).toMatchObject({ refund_status_0: 'CHANGE' });
});

test('an appointment that a restart repeats returns nothing twice', async () => {
  await cloud.refund('A1', 'R1', 400);
  await cloud.pass(5 * minute);
  const payload = { refundId: cloud.pay.control.order(merchant, 'A1').refunds[0]?.id, outcome: 'SUCCESS' };
  cloud.context.agenda.schedule({ at: 0, kind: 'pay.refund', payload });
  await cloud.pass(0);
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 600);
});

test('a slow refund takes as long as the fault says', async () => {
  cloud.fault('pay.refund', 'slow', { times: 1, ms: 3 * day });
  await cloud.refund('A1', 'R1', 400);
  await cloud.pass(3 * day - 1);
  expect(await query({ out_refund_no: 'R1' })).toMatchObject({ refund_status_0: 'PROCESSING' });
  await cloud.pass(1);
  expect(await query({ out_refund_no: 'R1' })).toMatchObject({ refund_status_0: 'SUCCESS' });
});

test('queryRefund finds by four numbers, the most exact first', async () => {
  const { refund_id } = await cloud.refund('A1', 'R1', 1);
  const { transaction_id } = await cloud.query('A1');
  await cloud.refund('A1', 'R2', 2);
  expect(await query({ refund_id, out_refund_no: 'R2' })).toMatchObject({
    refund_count: 1,
    out_refund_no_0: 'R1',
  });
  expect(await query({ out_refund_no: 'R2', out_trade_no: 'A1' })).toMatchObject({
    refund_count: 1,
    refund_fee_0: 2,
    refund_channel_0: 'ORIGINAL',
    refund_recv_accout_0: '支付用户零钱',
  });
  for (const request of [{ transaction_id }, { out_trade_no: 'A1' }])
    expect(await query(request)).toMatchObject({
      refund_count: 2,
      out_refund_no_1: 'R2',
      out_refund_no_list: [],
    });
});

test('queryRefund refuses what is not there', async () => {
  const notThere = { result_code: 'FAIL', err_code: 'REFUNDNOTEXIST', err_code_des: 'not exist' };
  expect(await query({ out_refund_no: 'R1' })).toMatchObject(notThere);
  expect(await query({ out_trade_no: 'A1' })).toMatchObject(notThere);
  const { refund_id } = await cloud.refund('A1', 'R1', 1);
  expect(await query({ out_refund_no: 'R1', sub_mch_id: '1900000110' })).toMatchObject(notThere);
  expect(await query({ refund_id, sub_mch_id: '1900000110' })).toMatchObject(notThere);
  expect(await query({ refund_id: '5030' })).toMatchObject(notThere);
  expect(await query({})).toMatchObject({ return_code: 'FAIL' });
});

test('queryRefund shows ten at a time', async () => {
  for (let n = 0; n < 12; n += 1) await cloud.refund('A1', `R${n}`, 1);
  const first = await query({ out_trade_no: 'A1' });
  expect(first).toMatchObject({ total_refund_count: 12, refund_count: 10, out_refund_no_9: 'R9' });
  expect(first).not.toHaveProperty('out_refund_no_10');
  expect(await query({ out_trade_no: 'A1', offset: 10 })).toMatchObject({
    refund_count: 2,
    out_refund_no_0: 'R10',
  });
  expect(await query({ out_trade_no: 'A1', offset: 13 })).toMatchObject({ err_code: 'PARAM_ERROR' });
});

test('with the known weakness there is a count and nothing else', async () => {
  cloud.pay.control.setOptions({ refundQuery: 'empty' });
  await cloud.refund('A1', 'R1', 1);
  const answer = await query({ out_refund_no: 'R1' });
  expect(answer).toMatchObject({ refund_count: 1, refund_status_list: [], refund_fee_list: [] });
  expect(Object.keys(answer).filter((name) => /_\d+$/.test(name))).toEqual([]);
});
