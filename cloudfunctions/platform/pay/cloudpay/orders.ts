import { randomBytes } from 'node:crypto';
import type { WalletParameters } from '../../../../types/contract/payments';
import { compactTime, parseCompactTime } from '../chinaTime';
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
import { type Answer, verdictOf } from './answer';
import { askCloudPay } from './ask';
import { type NoSuccess, notDecided, notFound, unanswered } from './refusal';

/** The function WeChat Pay tells of payments. */
const notified = 'payNotify';
/** WeChat: 统一下单, `body`. One byte less than its table says, as APIv3 has it. */
const longestDescription = 127;

export async function createPrepay(order: PrepayOrder): Promise<PrepayOutcome> {
  const asked = await askCloudPay('unifiedOrder', {
    functionName: notified,
    envId: environmentId(),
    subMchId: order.merchantId,
    nonceStr: nonce(),
    body: clipped(order.description, longestDescription),
    outTradeNo: order.outTradeNo,
    totalFee: order.amount,
    spbillCreateIp: order.payerIp,
    timeStart: compactTime(order.startsAt),
    timeExpire: compactTime(order.expiresAt),
    tradeType: 'JSAPI',
    subOpenid: order.payerOpenid,
  });
  return 'kind' in asked ? asked : prepayOf(asked.answer);
}

export function prepayOf(answer: Answer): PrepayOutcome {
  const verdict = verdictOf(answer);
  if (verdict.kind !== 'success') return refusedPrepay(verdict);
  const wallet = walletOf(answer.payment);
  return wallet ? { kind: 'ready', wallet } : { kind: 'unavailable', reason: 'an order without prepay_id' };
}

function refusedPrepay(verdict: NoSuccess): PrepayOutcome {
  if (verdict.kind === 'notDecided')
    return says.noTimeLeft.test(verdict.message) ? { kind: 'expired' } : notDecided(verdict.message);
  const { description } = verdict;
  if (says.paid.test(description)) return { kind: 'alreadyPaid' };
  if (says.closed.test(description)) return { kind: 'closed' };
  if (says.numberUsed.test(description)) return { kind: 'differs' };
  if (says.noTimeLeft.test(description)) return { kind: 'expired' };
  // Somebody is typing the password for this very number; asking again later shows how it ended.
  return unanswered(verdict);
}

/** A refused order carries a payment too; its package is then `prepay_id=` and nothing more. */
function walletOf(payment: unknown): WalletParameters | undefined {
  const { timeStamp, nonceStr, package: prepay, signType, paySign } = (payment ?? {}) as Answer;
  if (!/^prepay_id=.+/.test(textOf(prepay)) || !textOf(paySign)) return undefined;
  if (signType !== 'MD5' && signType !== 'HMAC-SHA256' && signType !== 'RSA') return undefined;
  return {
    timeStamp: textOf(timeStamp),
    nonceStr: textOf(nonceStr),
    package: textOf(prepay),
    signType,
    paySign: textOf(paySign),
  };
}

export async function queryOrder(order: OrderReference): Promise<OrderOutcome> {
  const asked = await askCloudPay('queryOrder', referenceOf(order));
  return 'kind' in asked ? asked : orderStateOf(asked.answer, order);
}

export function orderStateOf(answer: Answer, order: OrderReference): OrderOutcome {
  const verdict = verdictOf(answer);
  if (verdict.kind !== 'success') return notFound(verdict);
  if (answer.outTradeNo !== order.outTradeNo)
    return { kind: 'unavailable', reason: `an answer about ${textOf(answer.outTradeNo)}` };
  return orderOutcomeOf(answer.tradeState, () => paidFactsOf(answer, order.merchantId));
}

/** The facts of a payment as `queryOrder` and the notice name them; undefined where one is missing. */
export function paidFactsOf(answer: Answer, merchantId: string): PaidFacts | undefined {
  const transactionId = textOf(answer.transactionId);
  const amount = fenOf(answer.totalFee);
  const at = parseCompactTime(textOf(answer.timeEnd));
  // `openid` is the payer's at the service provider; in our mini-program it is `subOpenid`.
  const payerOpenid = textOf(answer.subOpenid);
  if (!transactionId || amount === undefined || at === undefined || !payerOpenid) return undefined;
  return { transactionId, amount, at, merchantId: textOf(answer.subMchId) || merchantId, payerOpenid };
}

export async function closeOrder(order: OrderReference): Promise<CloseOutcome> {
  const asked = await askCloudPay('closeOrder', referenceOf(order));
  return 'kind' in asked ? asked : closeOf(asked.answer);
}

export function closeOf(answer: Answer): CloseOutcome {
  const verdict = verdictOf(answer);
  if (verdict.kind === 'success') return { kind: 'closed' };
  if (verdict.kind === 'notDecided') return unanswered(verdict);
  const { description } = verdict;
  if (says.paid.test(description)) return { kind: 'alreadyPaid' };
  if (says.closed.test(description)) return { kind: 'closed' };
  if (says.absent.test(description)) return { kind: 'unknown' };
  if (says.tooEarly.test(description)) return { kind: 'tooEarly' };
  if (says.paying.test(description)) return { kind: 'paying' };
  return unanswered(verdict);
}

function referenceOf({ merchantId, outTradeNo }: OrderReference): Readonly<Record<string, unknown>> {
  return { subMchId: merchantId, nonceStr: nonce(), outTradeNo };
}

/** New for every call; WeChat does not compare it when an order comes again. */
export function nonce(): string {
  return randomBytes(16).toString('hex');
}

/** The environment whose functions WeChat Pay calls back: the one this function runs in. */
export function environmentId(): string {
  // As the SDK knows it; `getWXContext` has it only where somebody called.
  return process.env.TCB_ENV || process.env.SCF_NAMESPACE || '';
}
