import { compactChinaTime } from '../core/clock';
import { provider } from './answers';
import { providerOpenid } from './identifiers';
import { chinaClock } from './times';
import type { Order, Refund } from './types';

interface Sender {
  /** The mini-program's appid. */
  readonly appid: string;
  readonly nonce: string;
}

/** The event of a payment result, in the platform's own order of keys [document: the published example]. */
export function paymentEvent(order: Order, { appid, nonce }: Sender): Record<string, unknown> {
  return {
    returnCode: 'SUCCESS',
    appid: provider.appid,
    mchId: provider.mchId,
    subAppid: appid,
    subMchId: order.subMchId,
    nonceStr: nonce,
    resultCode: 'SUCCESS',
    openid: providerOpenid(order.payer),
    isSubscribe: 'N',
    subOpenid: order.payer,
    subIsSubscribe: 'N',
    tradeType: 'JSAPI',
    bankType: 'OTHERS',
    totalFee: order.totalFee,
    feeType: 'CNY',
    cashFee: order.totalFee,
    transactionId: order.transactionId,
    outTradeNo: order.outTradeNo,
    ...(order.deviceInfo ? { deviceInfo: order.deviceInfo } : {}),
    ...(order.attach ? { attach: order.attach } : {}),
    timeEnd: compactChinaTime(order.paidAt ?? 0),
  };
}

/**
 * The event of a refund result. [document] It has no attach, no payer and no result code, and the account the money went to is
 * escaped twice: the text really holds backslashes.
 */
export function refundEvent(order: Order, refund: Refund, { appid, nonce }: Sender): Record<string, unknown> {
  return {
    returnCode: 'SUCCESS',
    appid: provider.appid,
    mchId: provider.mchId,
    subAppid: appid,
    subMchId: order.subMchId,
    nonceStr: nonce,
    transactionId: order.transactionId,
    outTradeNo: order.outTradeNo,
    refundId: refund.refundId,
    outRefundNo: refund.outRefundNo,
    totalFee: order.totalFee,
    settlementTotalFee: order.totalFee,
    refundFee: refund.fee,
    settlementRefundFee: refund.fee,
    refundStatus: refund.status,
    ...(refund.status === 'SUCCESS' ? { successTime: chinaClock(refund.endedAt ?? 0) } : {}),
    refundRecvAccout: '\\u652f\\u4ed8\\u7528\\u6237\\u96f6\\u94b1',
    refundAccount: 'REFUND_SOURCE_RECHARGE_FUNDS',
    refundRequestSource: 'API',
  };
}
