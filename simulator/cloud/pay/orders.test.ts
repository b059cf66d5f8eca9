import { defaultSettings } from '../core/settings';
import { day, hour, merchant, minute, noon, orderOf, payer, TestCloud } from './testCloud';

let cloud: TestCloud;
beforeEach(() => {
  cloud = new TestCloud();
});
afterEach(() => cloud.stop());

test('an order answers as the published example does', async () => {
  const answer = await cloud.order('A1');
  expect(Object.keys(answer).sort()).toEqual(
    [
      ...['return_code', 'return_msg', 'appid', 'mch_id', 'sub_appid', 'sub_mch_id', 'nonce_str', 'sign'],
      ...['result_code', 'trade_type', 'prepay_id', 'payment'],
    ].sort(),
  );
  expect(answer).toMatchObject({
    return_code: 'SUCCESS',
    return_msg: 'OK',
    result_code: 'SUCCESS',
    mch_id: '1800008281',
    sub_appid: defaultSettings.appid,
    sub_mch_id: merchant,
    prepay_id: expect.stringMatching(/^wx10120000\d{6}[0-9a-f]{16}0000$/),
    sign: expect.stringMatching(/^[0-9A-F]{32}$/),
    payment: {
      appId: defaultSettings.appid,
      timeStamp: String(noon / 1000),
      nonceStr: answer.nonce_str,
      package: `prepay_id=${answer.prepay_id}`,
      signType: 'MD5',
      paySign: expect.stringMatching(/^[0-9A-F]{32}$/),
    },
  });
});

test('nonceStr and tradeType may be missing, as in the published example', async () => {
  const answer = await cloud.order('A1', { nonce_str: undefined, trade_type: undefined });
  expect(answer.result_code).toBe('SUCCESS');
});

test.each([
  ['no function', { function_name: undefined }, '缺少参数function_name'],
  ['no environment', { env_id: undefined }, '缺少参数env_id'],
  ['no merchant', { sub_mch_id: undefined }, '缺少参数sub_mch_id'],
  ['no number', { out_trade_no: undefined }, '缺少参数out_trade_no'],
  ['a number of 33', { out_trade_no: 'a'.repeat(33) }, 'out_trade_no参数长度有误'],
  ['a number with a slash', { out_trade_no: 'a/b' }, 'out_trade_no参数格式错误'],
  ['a body of 129 bytes', { body: 'a'.repeat(129) }, 'body参数长度有误'],
  ['a body of 43 Chinese characters', { body: '费'.repeat(43) }, 'body参数长度有误'],
  ['a nonce of 33', { nonce_str: 'a'.repeat(33) }, 'nonce_str参数长度有误'],
  ['an attach of 128', { attach: 'a'.repeat(128) }, 'attach参数长度有误'],
  ['a detail of 6001', { detail: 'a'.repeat(6001) }, 'detail参数长度有误'],
  ['no address', { spbill_create_ip: undefined }, '缺少参数spbill_create_ip'],
  ['an address that is none', { spbill_create_ip: 'here' }, 'spbill_create_ip参数格式错误'],
  ['nothing to pay', { total_fee: 0 }, 'invalid total_fee'],
  ['a negative amount', { total_fee: -1 }, 'invalid total_fee'],
  ['another trade type', { trade_type: 'NATIVE' }, 'trade_type参数格式错误：小程序只能是JSAPI，收到NATIVE'],
  ['another currency', { fee_type: 'USD' }, 'fee_type参数格式错误'],
  ['a start that is no time', { time_start: '20261301000000' }, 'time_start参数格式错误'],
  ['an end that is no time', { time_expire: '2026-11-10' }, 'time_expire参数格式错误'],
  ['an end in 59 seconds', { time_expire: '20261110120059' }, 'time_expire时间过短'],
  ['an end in the past', { time_expire: '20261110110000' }, 'time_expire时间过短'],
])('%s: return_code FAIL, and a payment with an empty prepay id', async (_what, change, reason) => {
  const answer = await cloud.order('A1', change);
  expect(answer).toMatchObject({
    return_code: 'FAIL',
    return_msg: reason,
    payment: { package: 'prepay_id=', signType: 'MD5' },
  });
  expect(answer.prepay_id).toBeUndefined();
  expect(cloud.pay.control.orders()).toEqual([]);
});

test('the longest of everything and an end in exactly a minute are taken', async () => {
  const answer = await cloud.order('a-B_9'.padEnd(32, '0'), {
    body: 'a'.repeat(128),
    attach: 'a'.repeat(127),
    detail: 'a'.repeat(6000),
    time_start: '20261110120000',
    time_expire: '20261110120100',
    spbill_create_ip: '2001:db8::1',
  });
  expect(answer.result_code).toBe('SUCCESS');
});

test('an amount as text fails the call itself with -202', async () => {
  await expect(cloud.order('A1', { total_fee: '1000' })).rejects.toThrow('wx api error: -202');
});

test('the payer is the calling user unless named; without either there is none', async () => {
  await cloud.order('A1');
  await cloud.order('A2', { sub_openid: 'oOther' });
  await cloud.order('A3', { openid: 'oThird' });
  expect(cloud.pay.control.orders().map((order) => order.payer)).toEqual([payer, 'oOther', 'oThird']);
  const developer = await cloud.call('unifiedOrder', orderOf('A4'), '');
  expect(developer).toMatchObject({ return_code: 'FAIL', return_msg: 'JSAPI支付必须传openid' });
});

test('a merchant that is not bound cannot order', async () => {
  cloud.pay.control.setMerchant(merchant, { isBound: false });
  expect(await cloud.order('A1')).toMatchObject({ return_code: 'FAIL', return_msg: '受理关系不存在' });
});

test('the same order again brings a fresh prepay id for the same order', async () => {
  const first = await cloud.order('A1');
  await cloud.pass(3 * hour);
  const second = await cloud.order('A1', { nonce_str: 'another' });
  expect(second.result_code).toBe('SUCCESS');
  expect(second.prepay_id).not.toBe(first.prepay_id);
  expect(cloud.pay.control.orders()).toHaveLength(1);
  expect(cloud.sheet(first).errMsg).toBe('requestPayment:fail 该订单已过期，请重新下单');
  expect(cloud.sheet(second).errMsg).toBe('requestPayment:ok');
});

test.each([
  ['amount', { total_fee: 1001 }],
  ['body', { body: '停车费' }],
  ['attach', { attach: 'x' }],
  ['payer', { sub_openid: 'oOther' }],
  ['end', { time_expire: '20261110130000' }],
  ['address', { spbill_create_ip: '127.0.0.2' }],
])('the same number with another %s is refused', async (_what, change) => {
  await cloud.order('A1');
  expect(await cloud.order('A1', change)).toMatchObject({
    return_code: 'SUCCESS',
    result_code: 'FAIL',
    err_code: 'INVALID_REQUEST',
    err_code_des: '201 商户订单号重复',
    payment: { package: 'prepay_id=' },
  });
});

test('the same number at another merchant is another order', async () => {
  await cloud.order('A1');
  expect((await cloud.order('A1', { sub_mch_id: '1900000110', total_fee: 7 })).result_code).toBe('SUCCESS');
});

test('a paid and a closed order cannot be ordered again', async () => {
  await cloud.paid('A1');
  expect(await cloud.order('A1')).toMatchObject({
    err_code: 'ORDERPAID',
    payment: { package: 'prepay_id=' },
  });
  await cloud.order('A2');
  await cloud.pass(5 * minute);
  await cloud.close('A2');
  expect(await cloud.order('A2')).toMatchObject({ err_code: 'ORDERCLOSED' });
});

test('in its last minute an order can be had again, after its end not', async () => {
  const limited = { time_expire: '20261110120500' };
  await cloud.order('A1', limited);
  await cloud.pass(5 * minute - 1);
  const last = await cloud.order('A1', limited);
  expect(last.result_code).toBe('SUCCESS');
  await cloud.pass(1);
  expect(await cloud.order('A1', limited)).toMatchObject({ return_msg: 'time_expire时间过短' });
  expect(cloud.sheet(last).errMsg).toBe('requestPayment:fail 该订单已过期，请重新下单');
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'NOTPAY' });
  cloud.pay.control.setOptions({ expiredOrders: 'closes' });
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'CLOSED' });
});

test('queryOrder of an unpaid order tells the state and little else', async () => {
  await cloud.order('A1', { attach: 'bill-7' });
  const answer = await cloud.query('A1');
  expect(answer).toMatchObject({
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    trade_state: 'NOTPAY',
    trade_state_desc: '订单未支付',
    total_fee: 1000,
    out_trade_no: 'A1',
    attach: 'bill-7',
  });
  for (const name of ['transaction_id', 'time_end', 'sub_openid', 'cash_fee', 'payment'])
    expect(answer).not.toHaveProperty(name);
});

test('queryOrder of a paid order has the transaction, found by either number', async () => {
  await cloud.paid('A1');
  const answer = await cloud.query('A1');
  expect(answer).toMatchObject({
    trade_state: 'SUCCESS',
    trade_state_desc: '支付成功',
    sub_openid: payer,
    openid: expect.stringMatching(/^o.{27}$/),
    bank_type: 'OTHERS',
    cash_fee: 1000,
    fee_type: 'CNY',
    coupon_id_list: [],
    time_end: '20261110120000',
    transaction_id: expect.stringMatching(/^4200\d{6}20261110\d{10}$/),
  });
  const byTransaction = {
    sub_mch_id: merchant,
    transaction_id: answer.transaction_id,
    out_trade_no: 'nonsense',
  };
  expect(await cloud.call('queryOrder', byTransaction)).toMatchObject({ out_trade_no: 'A1' });
  const elsewhere = { ...byTransaction, sub_mch_id: '1900000110' };
  expect(await cloud.call('queryOrder', elsewhere)).toMatchObject({ err_code: 'ORDERNOTEXIST' });
});

test('queryOrder refuses an unknown order and a request without a number', async () => {
  expect(await cloud.query('none')).toMatchObject({
    return_code: 'SUCCESS',
    result_code: 'FAIL',
    err_code: 'ORDERNOTEXIST',
    err_code_des: 'order not exist',
  });
  expect(await cloud.call('queryOrder', { sub_mch_id: merchant })).toMatchObject({ return_code: 'FAIL' });
});

test('closing waits for five minutes, happens once and stops payment', async () => {
  const ordered = await cloud.order('A1');
  await cloud.pass(5 * minute - 1);
  expect(await cloud.close('A1')).toMatchObject({
    result_code: 'FAIL',
    err_code: 'SYSTEMERROR',
    err_code_des: '订单生成后不能马上调用关单接口，最短调用时间间隔为5分钟',
  });
  await cloud.pass(1);
  expect(await cloud.close('A1')).toMatchObject({ return_code: 'SUCCESS', result_code: 'SUCCESS' });
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'CLOSED', trade_state_desc: '订单已关闭' });
  expect(await cloud.close('A1')).toMatchObject({ result_code: 'FAIL', err_code: 'ORDERCLOSED' });
  expect(cloud.sheet(ordered).errMsg).toBe('requestPayment:fail 订单已关闭');
});

test('early closing is taken where that is chosen', async () => {
  cloud.pay.control.setOptions({ earlyClose: 'accepted' });
  await cloud.order('A1');
  expect(await cloud.close('A1')).toMatchObject({ result_code: 'SUCCESS' });
});

test('closing a paid, a refunded and an unknown order is refused', async () => {
  await cloud.paid('A1');
  expect(await cloud.close('A1')).toMatchObject({ result_code: 'FAIL', err_code: 'ORDERPAID' });
  await cloud.refund('A1', 'R1', 1);
  expect(await cloud.close('A1')).toMatchObject({ err_code: 'ORDERPAID' });
  expect(await cloud.close('none')).toMatchObject({ err_code: 'ORDERNOTEXIST' });
});

test('an order nobody pays closes by itself after seven days', async () => {
  await cloud.order('A1');
  await cloud.pass(7 * day - 1);
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'NOTPAY' });
  await cloud.pass(1);
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'CLOSED' });
  expect(await cloud.close('A1')).toMatchObject({ err_code: 'ORDERCLOSED' });
});

test('an order is found by its prepay session', async () => {
  await cloud.order('A1');
  const { prepay_id: prepayId } = await cloud.order('A2');
  const found = cloud.pay.control.orders({ prepayId: String(prepayId) });
  expect(found.map((order) => order.outTradeNo)).toEqual(['A2']);
  expect(cloud.pay.control.orders({ prepayId: 'wx0' })).toEqual([]);
});
