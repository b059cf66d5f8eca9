import type { Payment } from './answers';
import { hour, merchant, minute, payer, TestCloud } from './testCloud';

let cloud: TestCloud;
beforeEach(() => {
  cloud = new TestCloud();
});
afterEach(() => cloud.stop());

const ok = 'requestPayment:ok';
const cancel = 'requestPayment:fail cancel';

test('paying moves the money from the wallet to the merchant, once', async () => {
  const ordered = await cloud.order('A1');
  expect(cloud.sheet(ordered)).toEqual({ errMsg: ok });
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 1000);
  expect(cloud.pay.control.merchants()).toMatchObject([
    { subMchId: merchant, received: 1000, available: 1000 },
  ]);
  expect(cloud.sheet(ordered)).toEqual({ errMsg: 'requestPayment:fail 该订单已支付', shown: '该订单已支付' });
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 1000);
});

test('of two sheets open on one order one wins', async () => {
  const first = await cloud.order('A1');
  const second = await cloud.order('A1');
  expect(cloud.sheet(second).errMsg).toBe(ok);
  expect(cloud.sheet(first).errMsg).toBe('requestPayment:fail 该订单已支付');
  expect(cloud.pay.control.entries(payer).map((entry) => entry.fen)).toEqual([10_000_000, -1000]);
});

test('cancelling leaves everything as it was, and the sheet can be opened again', async () => {
  const ordered = await cloud.order('A1');
  expect(cloud.sheet(ordered, 'cancel')).toEqual({ errMsg: cancel });
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'NOTPAY' });
  expect(cloud.sheet(ordered).errMsg).toBe(ok);
});

test('only the payer can pay', async () => {
  const ordered = await cloud.order('A1');
  expect(cloud.sheet(ordered, 'pay', 'oSomebodyElse').errMsg).toBe(
    'requestPayment:fail 下单账号与支付账号不一致，请核实后再支付',
  );
});

test.each([
  ['timeStamp', '1'],
  ['nonceStr', 'other'],
  ['package', 'prepay_id=wx00000000000000000000000000000000'],
  ['paySign', '0'.repeat(32)],
  ['signType', 'HMAC-SHA256'],
  ['signType', 'RSA'],
])('a payment with another %s is not signed', async (name, value) => {
  const ordered = await cloud.order('A1');
  const payment = { ...(ordered.payment as Payment), [name]: value };
  expect(cloud.pay.wallet.pay({ openid: payer, payment, choice: 'pay' }).errMsg).toBe(
    'requestPayment:fail 支付验证签名失败',
  );
});

test('MD5 need not be named, and HMAC-SHA256 works when the order asked for it', async () => {
  const { signType: _type, ...payment } = (await cloud.order('A1')).payment as Payment;
  expect(cloud.pay.wallet.pay({ openid: payer, payment, choice: 'pay' }).errMsg).toBe(ok);
  const hmac = await cloud.order('A2', { sign_type: 'HMAC-SHA256' });
  expect(hmac.payment).toMatchObject({
    signType: 'HMAC-SHA256',
    paySign: expect.stringMatching(/^[0-9A-F]{64}$/),
  });
  expect(cloud.sheet(hmac).errMsg).toBe(ok);
});

test('a number where text belongs is refused in the words of the base library', async () => {
  const payment = { ...((await cloud.order('A1')).payment as Payment), timeStamp: 1762747200 };
  expect(cloud.pay.wallet.pay({ openid: payer, payment, choice: 'pay' }).errMsg).toBe(
    'requestPayment:fail parameter error: parameter.timeStamp should be String instead of Number;',
  );
  expect(cloud.pay.wallet.pay({ openid: payer, payment: {}, choice: 'pay' }).errMsg).toBe(
    'requestPayment:fail parameter error: parameter.timeStamp should be String instead of Undefined;',
  );
});

test('the payment of a failed order opens no sheet', async () => {
  const failed = await cloud.order('A1', { total_fee: 0 });
  expect(cloud.sheet(failed).errMsg).toBe('requestPayment:fail 缺少参数prepay_id');
});

test('a prepay session opens for two hours', async () => {
  const ordered = await cloud.order('A1');
  await cloud.pass(2 * hour - 1);
  expect(cloud.sheet(ordered, 'cancel').errMsg).toBe(cancel);
  await cloud.pass(1);
  expect(cloud.sheet(ordered).errMsg).toBe('requestPayment:fail 该订单已过期，请重新下单');
});

test('too little money: the sheet says so, the mini-program sees a cancel', async () => {
  cloud.pay.control.setBalance(payer, 999);
  const ordered = await cloud.order('A1');
  expect(cloud.sheet(ordered)).toEqual({ errMsg: cancel, shown: '零钱余额不足' });
  cloud.pay.control.setBalance(payer, 1000);
  expect(cloud.sheet(ordered).errMsg).toBe(ok);
  expect(cloud.pay.control.balance(payer)).toBe(0);
});

test('a balance is whole fen and not below zero', () => {
  expect(() => cloud.pay.control.setBalance(payer, -1)).toThrow('whole fen');
  expect(() => cloud.pay.control.setBalance(payer, 1.5)).toThrow('whole fen');
});

test('five wrong passwords lock the wallet for three hours; a right one forgets them', async () => {
  const ordered = await cloud.order('A1');
  const wrong = () => cloud.sheet(ordered, 'wrongPassword').shown;
  expect([wrong(), wrong(), wrong(), wrong()]).toEqual(Array(4).fill('支付密码错误，请重试'));
  expect((await cloud.paid('A2')).result_code).toBe('SUCCESS');
  expect([wrong(), wrong(), wrong(), wrong(), wrong()]).toEqual(Array(5).fill('支付密码错误，请重试'));
  expect(cloud.sheet(ordered)).toEqual({ errMsg: cancel, shown: '支付密码输入错误次数过多，请稍后再试' });
  await cloud.pass(3 * hour);
  expect(cloud.sheet(await cloud.order('A1')).errMsg).toBe(ok);
});

test('a slow bank: the sheet says ok, the order is USERPAYING, the money moves later', async () => {
  cloud.fault('pay.wallet', 'slow', { times: 1, ms: 10 * minute });
  const ordered = await cloud.order('A1');
  expect(cloud.sheet(ordered).errMsg).toBe(ok);
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'USERPAYING' });
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000);
  await cloud.pass(6 * minute);
  expect(await cloud.close('A1')).toMatchObject({ err_code: 'USERPAYING' });
  expect(cloud.sheet(ordered).errMsg).toBe('requestPayment:fail 用户支付中，需要输入密码');
  await cloud.pass(4 * minute);
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'SUCCESS' });
  expect(cloud.told).toHaveLength(1);
});

test('an appointment that a restart repeats takes nothing twice', async () => {
  cloud.fault('pay.wallet', 'slow', { times: 1, ms: minute });
  cloud.sheet(await cloud.order('A1'));
  await cloud.pass(minute);
  const orderId = cloud.pay.control.orders()[0]?.id;
  cloud.context.agenda.schedule({ at: 0, kind: 'pay.settle', payload: { orderId } });
  await cloud.pass(0);
  expect(cloud.pay.control.balance(payer)).toBe(10_000_000 - 1000);
});

test('a slow bank that finds too little ends as PAYERROR', async () => {
  cloud.fault('pay.wallet', 'slow', { times: 1, ms: minute });
  cloud.sheet(await cloud.order('A1'));
  cloud.pay.control.setBalance(payer, 1);
  await cloud.pass(minute);
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'PAYERROR' });
  expect(cloud.told).toEqual([]);
});

test('a bank that refuses leaves PAYERROR, and the payer may try again', async () => {
  cloud.fault('pay.wallet', 'error', { times: 1 });
  const ordered = await cloud.order('A1');
  expect(cloud.sheet(ordered).errMsg).toBe('requestPayment:fail 支付失败');
  expect(await cloud.query('A1')).toMatchObject({ trade_state: 'PAYERROR' });
  expect(cloud.sheet(ordered).errMsg).toBe(ok);
});
