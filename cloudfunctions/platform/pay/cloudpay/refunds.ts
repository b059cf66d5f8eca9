import { parseClockTime } from '../chinaTime';
import { clipped } from '../clip';
import type { RefundOrder, RefundOutcome, RefundQueryOutcome, RefundReference } from '../port';
import { fenOf, textOf } from '../values';
import { says } from '../words';
import { type Answer, verdictOf } from './answer';
import { askCloudPay } from './ask';
import { environmentId, nonce } from './orders';
import { notDecided, notFound, unanswered } from './refusal';

/** The function WeChat Pay tells of refunds: another than that of payments, so that repeats of both cannot be mixed up. */
const notified = 'refundNotify';
/** WeChat: 申请退款, `refund_desc`. */
const longestReason = 80;

export async function refund(order: RefundOrder): Promise<RefundOutcome> {
  const asked = await askCloudPay('refund', {
    functionName: notified,
    envId: environmentId(),
    subMchId: order.merchantId,
    nonceStr: nonce(),
    outTradeNo: order.outTradeNo,
    outRefundNo: order.outRefundNo,
    totalFee: order.total,
    refundFee: order.amount,
    refundDesc: clipped(order.reason, longestReason),
  });
  return 'kind' in asked ? asked : refundOf(asked.answer);
}

export function refundOf(answer: Answer): RefundOutcome {
  const verdict = verdictOf(answer);
  if (verdict.kind === 'success') {
    const refundId = textOf(answer.refundId);
    return refundId
      ? { kind: 'accepted', refundId }
      : { kind: 'unavailable', reason: 'a refund without refund_id' };
  }
  if (verdict.kind === 'notDecided') return notDecided(verdict.message);
  const { description } = verdict;
  if (says.poor.test(description)) return { kind: 'notEnoughFunds' };
  // 累计退款金额大于… names the sum of all refunds; 与之前请求不一致 this number's own amount.
  if (says.spent.test(description) || says.absent.test(description))
    return { kind: 'notRefundable', reason: description };
  if (says.numberUsed.test(description)) return { kind: 'differs' };
  return unanswered(verdict);
}

export async function queryRefund(refund: RefundReference): Promise<RefundQueryOutcome> {
  const asked = await askCloudPay('queryRefund', {
    subMchId: refund.merchantId,
    nonceStr: nonce(),
    outRefundNo: refund.outRefundNo,
  });
  return 'kind' in asked ? asked : refundStateOf(asked.answer, refund);
}

export function refundStateOf(answer: Answer, refund: RefundReference): RefundQueryOutcome {
  const verdict = verdictOf(answer);
  if (verdict.kind !== 'success') return notFound(verdict);
  const row = rowOf(answer, refund.outRefundNo);
  if (!row) return { kind: 'notTold' };
  switch (row('refund_status')) {
    case 'SUCCESS':
      return doneOf(row);
    case 'PROCESSING':
      return { kind: 'processing' };
    case 'REFUNDCLOSE':
      return { kind: 'closed' };
    case 'CHANGE':
      return { kind: 'abnormal' };
    default:
      return { kind: 'notTold' };
  }
}

type Row = (name: string) => unknown;

/**
 * The fields of one refund (`refund_status_0`), wherever the SDK's camel case has put the number. Undefined on accounts that
 * answer a count and empty lists [measured].
 */
function rowOf(answer: Answer, outRefundNo: string): Row | undefined {
  const count = Number(answer.refundCount);
  for (let index = 0; index < (Number.isInteger(count) ? count : 0); index += 1) {
    const row: Row = (name) => {
      const camel = name.replace(/_(\w)/g, (_found, letter: string) => letter.toUpperCase());
      return answer[`${camel}_${index}`] ?? answer[`${camel}${index}`] ?? answer[`${name}_${index}`];
    };
    if (row('out_refund_no') === outRefundNo) return row;
  }
  return undefined;
}

function doneOf(row: Row): RefundQueryOutcome {
  const refundId = textOf(row('refund_id'));
  const amount = fenOf(row('refund_fee'));
  if (!refundId || amount === undefined) return { kind: 'notTold' };
  const at = parseClockTime(textOf(row('refund_success_time')));
  return { kind: 'done', refundId, amount, ...(at === undefined ? {} : { at }) };
}
