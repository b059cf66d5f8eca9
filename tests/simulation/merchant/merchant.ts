import { providerKey, signatureOf } from '../../../simulator/cloud/pay/signatures';
import type { PaymentRequest } from '../../../simulator/cloud/pay/wallet';
import type { StageCloud } from '../stage/stageCloud';
import { type Hand, Keys, type Letter } from './keys';
import { MerchantApi, offsetTime, refundStates } from './merchantApi';

type Fields = Readonly<Record<string, unknown>>;

/** A merchant that is paid by its own keys: its API, its notices by signed HTTPS, and what the wallet makes of its signature. */
export class Merchant {
  readonly keys: Keys;
  readonly api: MerchantApi;

  constructor(
    merchantId: string,
    private readonly cloud: StageCloud,
  ) {
    const { settings } = cloud.context;
    this.keys = new Keys(merchantId, settings.appid);
    this.api = new MerchantApi(this.keys, { pay: cloud.pay, envId: settings.envId, now: () => this.now });
  }

  /** What the HTTP access service hands on of a notice that the simulator would tell a function. */
  noticeOf(event: Fields, hand: Hand = 'wechat'): Fields {
    const { transactionId: transaction_id, outTradeNo: out_trade_no, totalFee: total } = event;
    const about = { mchid: event.subMchId, out_trade_no, transaction_id };
    if (event.outRefundNo === undefined) {
      const payer = { openid: event.subOpenid };
      const times = { trade_state: 'SUCCESS', success_time: offsetTime(event.timeEnd) };
      return this.posted('TRANSACTION.SUCCESS', { ...about, ...times, payer, amount: { total } }, hand);
    }
    const refund_status = refundStates[String(event.refundStatus)] ?? '';
    const back = { out_refund_no: event.outRefundNo, refund_id: event.refundId, refund_status };
    const amount = { total, refund: event.refundFee };
    const success_time = offsetTime(event.successTime);
    return this.posted(`REFUND.${refund_status}`, { ...about, ...back, amount, success_time }, hand);
  }

  /** The same payment for the simulator's wallet, which knows the provider's signature only; the merchant's is checked before. */
  forWallet(payment: PaymentRequest): PaymentRequest {
    if (payment.signType !== 'RSA') return payment;
    const { appid } = this.keys;
    const { timeStamp, nonceStr, package: prepay, paySign } = payment;
    const text = `${appid}\n${timeStamp}\n${nonceStr}\n${prepay}\n`;
    if (!this.keys.isMerchants(text, String(paySign))) return { ...payment, signType: 'MD5' };
    const again = { appId: appid, timeStamp, nonceStr, package: prepay, signType: 'MD5' };
    return { ...payment, signType: 'MD5', paySign: signatureOf(again, providerKey(appid)) };
  }

  private get now(): number {
    return this.cloud.context.clock.now();
  }

  private posted(event: string, resource: object, hand: Hand): Fields {
    const { headers, body }: Letter = this.keys.notice(event, resource, this.now, hand);
    return { httpMethod: 'POST', headers, body, isBase64Encoded: false };
  }
}
