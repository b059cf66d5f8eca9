import { parseOffsetTime } from '../chinaTime';
import { clipped } from '../clip';
import type { RefundOrder, RefundOutcome, RefundQueryOutcome, RefundReference } from '../port';
import { fenOf, textOf } from '../values';
import { says } from '../words';
import { askMerchantApi, type Fields } from './ask';
import { means, otherwise, unanswered } from './refusal';

/** WeChat: 申请退款, `reason`. */
const longestReason = 80;

export async function refund(order: RefundOrder): Promise<RefundOutcome> {
  const said = await askMerchantApi({
    method: 'POST',
    path: '/v3/refund/domestic/refunds',
    merchantId: order.merchantId,
    body: ({ notifyUrl }) => ({
      out_trade_no: order.outTradeNo,
      out_refund_no: order.outRefundNo,
      reason: clipped(order.reason, longestReason),
      notify_url: notifyUrl,
      amount: { refund: order.amount, total: order.total, currency: 'CNY' },
    }),
  });
  if (said.kind === 'unavailable') return said;
  if (said.kind === 'done') {
    const refundId = textOf(said.fields.refund_id);
    return refundId
      ? { kind: 'accepted', refundId }
      : { kind: 'unavailable', reason: 'a refund without refund_id' };
  }
  const reason = `${said.code} ${said.message}`;
  if (means(said, says.poor, 'NOT_ENOUGH', 'NOTENOUGH')) return { kind: 'notEnoughFunds' };
  if (means(said, says.spent, 'RESOURCE_NOT_EXISTS', 'ORDER_NOT_EXIST', 'USER_ACCOUNT_ABNORMAL'))
    return { kind: 'notRefundable', reason };
  return means(said, says.numberUsed) ? { kind: 'differs' } : otherwise(said);
}

export async function queryRefund(refund: RefundReference): Promise<RefundQueryOutcome> {
  const path = `/v3/refund/domestic/refunds/${encodeURIComponent(refund.outRefundNo)}`;
  const said = await askMerchantApi({ method: 'GET', path, merchantId: refund.merchantId });
  if (said.kind === 'unavailable') return said;
  if (said.kind === 'done') return refundStateOf(said.fields, refund.outRefundNo);
  return means(said, says.absent, 'RESOURCE_NOT_EXISTS') ? { kind: 'unknown' } : unanswered(said);
}

export function refundStateOf(fields: Fields, outRefundNo: string): RefundQueryOutcome {
  if (fields.out_refund_no !== outRefundNo)
    return { kind: 'unavailable', reason: `an answer about ${textOf(fields.out_refund_no)}` };
  switch (fields.status) {
    case 'SUCCESS':
      return doneOf(fields);
    case 'PROCESSING':
      return { kind: 'processing' };
    case 'CLOSED':
      return { kind: 'closed' };
    case 'ABNORMAL':
      return { kind: 'abnormal' };
    default:
      return { kind: 'unavailable', reason: `status ${textOf(fields.status)}` };
  }
}

function doneOf(fields: Fields): RefundQueryOutcome {
  const refundId = textOf(fields.refund_id);
  const amount = fenOf((fields.amount as Fields | undefined)?.refund);
  if (!refundId || amount === undefined) return { kind: 'unavailable', reason: 'a refund without its facts' };
  const at = parseOffsetTime(textOf(fields.success_time));
  return { kind: 'done', refundId, amount, ...(at === undefined ? {} : { at }) };
}
