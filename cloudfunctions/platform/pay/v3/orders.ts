import type { WalletParameters } from '../../../../types/contract/payments';
import { offsetTime, parseOffsetTime } from '../chinaTime';
import { clipped } from '../clip';
import type {
  CloseOutcome,
  OrderOutcome,
  OrderReference,
  PaidFacts,
  PrepayOrder,
  PrepayOutcome,
} from '../port';
import { orderOutcomeOf } from '../tradeState';
import { fenOf, textOf } from '../values';
import { says } from '../words';
import { askMerchantApi, type Fields } from './ask';
import { means, otherwise, type Refusal, unanswered } from './refusal';
import { newNonce, signed } from './seal';
import type { V3Settings } from './settings';

/** WeChat: JSAPI下单, `description`. */
const longestDescription = 127;

export async function createPrepay(order: PrepayOrder): Promise<PrepayOutcome> {
  const said = await askMerchantApi({
    method: 'POST',
    path: '/v3/pay/transactions/jsapi',
    merchantId: order.merchantId,
    body: ({ appid, merchantId, notifyUrl }) => ({
      appid,
      mchid: merchantId,
      description: clipped(order.description, longestDescription),
      out_trade_no: order.outTradeNo,
      time_expire: offsetTime(order.expiresAt),
      notify_url: notifyUrl,
      amount: { total: order.amount, currency: 'CNY' },
      payer: { openid: order.payerOpenid },
      scene_info: { payer_client_ip: order.payerIp },
    }),
  });
  if (said.kind === 'unavailable') return said;
  if (said.kind === 'refused') return refusedPrepay(said);
  const prepayId = textOf(said.fields.prepay_id);
  return prepayId
    ? { kind: 'ready', wallet: walletOf(prepayId, said.settings) }
    : { kind: 'unavailable', reason: 'an order without prepay_id' };
}

function refusedPrepay(refusal: Refusal): PrepayOutcome {
  if (means(refusal, says.paid, 'ORDERPAID', 'ORDER_PAID')) return { kind: 'alreadyPaid' };
  if (means(refusal, says.closed, 'ORDERCLOSED', 'ORDER_CLOSED')) return { kind: 'closed' };
  if (means(refusal, says.numberUsed, 'OUT_TRADE_NO_USED')) return { kind: 'differs' };
  if (means(refusal, says.noTimeLeft)) return { kind: 'expired' };
  return otherwise(refusal);
}

/** Signed by the merchant: the phone hands it on, the wallet checks it. */
function walletOf(prepayId: string, { appid, privateKey }: V3Settings): WalletParameters {
  const timeStamp = String(Math.floor(Date.now() / 1000));
  const nonceStr = newNonce();
  const prepay = `prepay_id=${prepayId}`;
  const paySign = signed(`${appid}\n${timeStamp}\n${nonceStr}\n${prepay}\n`, privateKey);
  return { timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign };
}

export async function queryOrder({ merchantId, outTradeNo }: OrderReference): Promise<OrderOutcome> {
  const path = `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}?mchid=${merchantId}`;
  const said = await askMerchantApi({ method: 'GET', path, merchantId });
  if (said.kind === 'unavailable') return said;
  if (said.kind === 'done') return orderStateOf(said.fields, outTradeNo);
  const isAbsent = means(said, says.absent, 'ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS');
  return isAbsent ? { kind: 'unknown' } : unanswered(said);
}

export function orderStateOf(fields: Fields, outTradeNo: string): OrderOutcome {
  if (fields.out_trade_no !== outTradeNo)
    return { kind: 'unavailable', reason: `an answer about ${textOf(fields.out_trade_no)}` };
  return orderOutcomeOf(fields.trade_state, () => paidFactsOf(fields));
}

/** The facts of a payment, as the look-up and the opened notice have them; undefined where one is missing. */
export function paidFactsOf(fields: Fields): PaidFacts | undefined {
  const transactionId = textOf(fields.transaction_id);
  const amount = fenOf((fields.amount as Fields | undefined)?.total);
  const at = parseOffsetTime(textOf(fields.success_time));
  const merchantId = textOf(fields.mchid);
  const payerOpenid = textOf((fields.payer as Fields | undefined)?.openid);
  if (!transactionId || amount === undefined || at === undefined || !merchantId || !payerOpenid)
    return undefined;
  return { transactionId, amount, at, merchantId, payerOpenid };
}

export async function closeOrder({ merchantId, outTradeNo }: OrderReference): Promise<CloseOutcome> {
  const said = await askMerchantApi({
    method: 'POST',
    path: `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}/close`,
    merchantId,
    body: () => ({ mchid: merchantId }),
  });
  if (said.kind === 'unavailable') return said;
  if (said.kind === 'done' || means(said, says.closed, 'ORDERCLOSED', 'ORDER_CLOSED'))
    return { kind: 'closed' };
  if (means(said, says.paid, 'ORDERPAID', 'ORDER_PAID')) return { kind: 'alreadyPaid' };
  if (means(said, says.absent, 'ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS'))
    return { kind: 'unknown' };
  if (means(said, says.paying, 'USERPAYING')) return { kind: 'paying' };
  return means(said, says.tooEarly) ? { kind: 'tooEarly' } : unanswered(said);
}
