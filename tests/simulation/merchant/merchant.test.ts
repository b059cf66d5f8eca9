import { readNotice } from '../../../cloudfunctions/platform/pay/v3/notice';
import { readV3Settings } from '../../../cloudfunctions/platform/pay/v3/settings';
import { StageCloud } from '../stage/stageCloud';
import { merchantUrl } from '../stage/transport';
import { Merchant } from './merchant';

const start = Date.parse('2026-11-10T09:00:00+08:00');
const merchantId = '1900000109';
const event = {
  ...{ subMchId: merchantId, outTradeNo: '20261110A', transactionId: '42', subOpenid: 'oPayer' },
  ...{ totalFee: 100, timeEnd: '20261110085930' },
};

describe('a merchant of APIv3 on the stage', () => {
  let cloud: StageCloud;
  let merchant: Merchant;
  beforeEach(() => {
    cloud = new StageCloud({ seed: 1, start, database: { collections: [] }, invoke: async () => undefined });
    merchant = new Merchant(merchantId, cloud);
  });
  afterEach(() => cloud.stop());

  /** The letter as the product reads it. */
  function read(letter: ReturnType<Merchant['noticeOf']>) {
    const settings = readV3Settings(merchant.keys.variables);
    if ('problem' in settings) throw new Error(settings.problem);
    return readNotice(letter as unknown as Parameters<typeof readNotice>[0], settings, start);
  }

  test("WeChat's letter is genuine, a stranger's is not", () => {
    expect(read(merchant.noticeOf(event))).toMatchObject({
      kind: 'payment',
      result: { outTradeNo: '20261110A', amount: 100, merchantId, at: start - 30_000 },
    });
    expect(read(merchant.noticeOf(event, 'stranger'))).toEqual({ kind: 'refused', reason: 'forged' });
  });

  test.each([
    ['SUCCESS', 'done'],
    ['CHANGE', 'abnormal'],
    ['REFUNDCLOSE', 'closed'],
  ])('a refund that ends as %s', (refundStatus, end) => {
    const back = { ...event, outRefundNo: 'R1', refundId: '50', refundFee: 40, refundStatus };
    expect(read(merchant.noticeOf(back))).toMatchObject({ kind: 'refund', result: { amount: 40, end } });
  });

  test('a request that the merchant has not signed is refused', async () => {
    const request = {
      ...{ url: `${merchantUrl}/v3/pay/transactions/out-trade-no/A?mchid=1`, method: 'GET' },
      ...{ headers: { authorization: 'WECHATPAY2-SHA256-RSA2048 mchid="1"' }, body: Buffer.alloc(0) },
      ...{ answer: () => undefined, fail: () => true },
    };
    expect(await merchant.api.answer(request)).toMatchObject({ status: 401 });
  });

  test('a wallet takes no words that the merchant has not signed', () => {
    const payment = {
      timeStamp: '1',
      nonceStr: 'n',
      package: 'prepay_id=x',
      signType: 'RSA',
      paySign: 'bad',
    };
    const known = merchant.forWallet(payment);
    expect(cloud.pay.wallet.pay({ openid: 'oPayer', payment: known, choice: 'pay' }).errMsg).toContain(
      '签名',
    );
    expect(merchant.forWallet({ ...payment, signType: 'MD5' })).toEqual({ ...payment, signType: 'MD5' });
  });
});
