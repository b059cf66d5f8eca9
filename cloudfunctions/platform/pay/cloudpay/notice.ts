import { parseClockTime } from '../chinaTime';
import type { PayChannel, PayResult, RefundQueryOutcome, RefundResult } from '../port';
import { fenOf, textOf } from '../values';
import type { Answer } from './answer';

/** What a notice came to. */
export type Heard<Result> =
  | { readonly kind: 'result'; readonly result: Result }
  /** Nothing firm yet: WeChat is to tell it again. */
  | { readonly kind: 'again'; readonly why: string }
  /** It names nothing that could be asked for. */
  | { readonly kind: 'unreadable' };

/**
 * A payment notice of the platform: it says which order to ask for, and what WeChat then answers is the result. So nothing of what
 * a notice carries is believed but the number.
 */
export async function hearPayment(event: unknown, channel: PayChannel): Promise<Heard<PayResult>> {
  const { outTradeNo, merchantId } = namesIn(event);
  if (!outTradeNo || !merchantId) return { kind: 'unreadable' };
  const outcome = await channel.queryOrder({ outTradeNo, merchantId });
  if (outcome.kind !== 'paid' && outcome.kind !== 'refunded')
    return { kind: 'again', why: 'reason' in outcome ? outcome.reason : outcome.kind };
  const { kind: _kind, ...facts } = outcome;
  return { kind: 'result', result: { channel: channel.name, outTradeNo, ...facts } };
}

/**
 * A refund notice of the platform, asked after in the same way. Where the account's look-up tells nothing, what the notice says
 * counts: that it came from WeChat Pay has been proved before.
 */
export async function hearRefund(event: unknown, channel: PayChannel): Promise<Heard<RefundResult>> {
  const names = namesIn(event);
  if (Object.values(names).includes('')) return { kind: 'unreadable' };
  const outcome = await channel.queryRefund(names);
  const told = toldIn(event);
  const firm = outcome.kind === 'notTold' ? told : outcome;
  const end = endOf(firm);
  const refundId = outcome.kind === 'done' ? outcome.refundId : told.refundId;
  const amount = outcome.kind === 'done' ? outcome.amount : told.amount;
  if (!end || !refundId || amount === undefined)
    return { kind: 'again', why: 'reason' in outcome ? outcome.reason : outcome.kind };
  const at = firm.kind === 'done' ? firm.at : undefined;
  const result = { channel: channel.name, ...names, refundId, amount, end };
  return { kind: 'result', result: at === undefined ? result : { ...result, at } };
}

function endOf({ kind }: Pick<RefundQueryOutcome, 'kind'>): RefundResult['end'] | undefined {
  return kind === 'done' || kind === 'closed' || kind === 'abnormal' ? kind : undefined;
}

const ends: Readonly<Record<string, 'done' | 'closed' | 'abnormal'>> = {
  SUCCESS: 'done',
  REFUNDCLOSE: 'closed',
  CHANGE: 'abnormal',
};

function toldIn(event: unknown) {
  const { refundStatus, refundId, refundFee, successTime } = fieldsOf(event);
  return {
    kind: ends[textOf(refundStatus)] ?? ('notTold' as const),
    refundId: textOf(refundId),
    amount: fenOf(refundFee),
    at: parseClockTime(textOf(successTime)),
  };
}

function namesIn(event: unknown) {
  const { outTradeNo, subMchId, outRefundNo } = fieldsOf(event);
  return {
    outTradeNo: textOf(outTradeNo),
    merchantId: textOf(subMchId),
    outRefundNo: textOf(outRefundNo),
  };
}

function fieldsOf(event: unknown): Answer {
  return typeof event === 'object' && event !== null ? (event as Answer) : {};
}
