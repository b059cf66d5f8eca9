import { type PhoneWithCloud, someone, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

let orders = 0;

/** The parameters a function would hand to the page for an order of 123.45 yuan. */
async function payment(): Promise<string> {
  orders += 1;
  const request = {
    function_name: 'payResult',
    env_id: device.phone.session.envId,
    sub_mch_id: '1600000001',
    nonce_str: 'n'.repeat(32),
    body: '物业费',
    out_trade_no: `order${orders}`,
    total_fee: 12_345,
    spbill_create_ip: '127.0.0.1',
    trade_type: 'JSAPI',
  };
  const caller = { openid: someone, appid: 'wx', source: 'wx_client', clientIp: '127.0.0.1' } as const;
  const answer = (await device.cloud.rooms.pay.call('unifiedOrder', request, caller)) as { payment?: object };
  return JSON.stringify(answer.payment);
}

const balance = () => device.cloud.rooms.pay.control.balance(someone);

test('the wallet shows what the order costs and pays it', async () => {
  const before = balance();
  const paid = device.outcome(`wx.requestPayment(${await payment()})`);
  const { details } = await device.control.asked('requestPayment');
  expect(details).toMatchObject({ totalFee: 12_345, body: '物业费', subMchId: '1600000001' });
  expect(await device.phone.page.textContent('.wallet-amount')).toBe('¥123.45');
  await device.phone.page.click('text=确认支付');
  expect(await paid).toEqual({ errMsg: 'requestPayment:ok' });
  expect(balance()).toBe(before - 12_345);
});

test('who cancels or mistypes the password pays nothing, and the page hears "cancel"', async () => {
  const before = balance();
  for (const answer of ['cancel', 'wrongPassword']) {
    await device.control.answerNext('requestPayment', answer);
    expect(await device.outcome(`wx.requestPayment(${await payment()})`)).toEqual({
      errMsg: 'requestPayment:fail cancel',
    });
  }
  expect(balance()).toBe(before);
  expect(await device.phone.page.textContent('.toast-title')).toBe('支付密码错误，请重试');
});

test('a forged signature is refused by the cloud, in its words', async () => {
  await device.control.answerNext('requestPayment', 'pay');
  const forged = (await payment()).replace(/"paySign":"\w+"/, '"paySign":"0000"');
  expect(await device.outcome(`wx.requestPayment(${forged})`)).toEqual({
    errMsg: 'requestPayment:fail 支付验证签名失败',
  });
});

test('an answer the wallet does not know is refused, and the question goes on waiting', async () => {
  const paying = device.outcome(`wx.requestPayment(${await payment()})`);
  await device.control.asked('requestPayment');
  await expect(device.control.answerNext('requestPayment', 'maybe')).rejects.toThrow(
    `requestPayment is answered with 'pay' or 'cancel' or 'wrongPassword', not "maybe"`,
  );
  expect(await device.control.pending()).toHaveLength(1);
  await device.control.answerNext('requestPayment', 'cancel');
  expect(await paying).toEqual({ errMsg: 'requestPayment:fail cancel' });
});
