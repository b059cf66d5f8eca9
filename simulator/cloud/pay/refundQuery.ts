import type { Books } from './books';
import { ownNumber, type Read, readFields, text, whole } from './fields';
import { findOrder } from './orders';
import { Malformed, Refusal } from './refusal';
import { chinaClock } from './times';
import type { Order, Refund } from './types';

const queryFields = {
  sub_mch_id: text(32, { required: true }),
  nonce_str: text(32),
  transaction_id: text(32),
  out_trade_no: text(32, { pattern: ownNumber }),
  out_refund_no: text(64, { pattern: ownNumber }),
  refund_id: text(32),
  offset: whole(),
};
type Query = Read<typeof queryFields>;

const pageLength = 10;

/** [document] The published example of an answer has a count and these lists, all empty. */
const emptyLists = {
  out_refund_no_list: [],
  refund_id_list: [],
  refund_channel: [],
  refund_fee_list: [],
  settlement_refund_fee_list: [],
  coupon_type_array: [],
  coupon_refund_fee_list: [],
  coupon_refund_count_list: [],
  coupon_refund_id_array: [],
  coupon_refund_fee_array: [],
  refund_status_list: [],
  refund_account_list: [],
  refund_recv_accout_list: [],
  refund_success_time_list: [],
};

/** `queryRefund`: by `refund_id`, `out_refund_no`, `transaction_id`, `out_trade_no`, the first that is there; ten at a time. */
export function queryRefund(
  books: Books,
  request: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const asked = readFields(queryFields, request);
  const { order, refunds } = find(books, asked);
  const offset = asked.offset ?? 0;
  if (offset < 0 || offset > refunds.length) throw new Refusal('PARAM_ERROR', 'offset参数错误');
  const page = refunds.slice(offset, offset + pageLength);
  const isPaged = asked.offset !== undefined || refunds.length > pageLength;
  const isIndexed = books.options.get().refundQuery === 'indexed';
  return books.answers.success(order.subMchId, {
    transaction_id: order.transactionId,
    out_trade_no: order.outTradeNo,
    total_fee: order.totalFee,
    fee_type: 'CNY',
    cash_fee: order.totalFee,
    ...(isPaged ? { total_refund_count: refunds.length } : {}),
    refund_count: page.length,
    ...(isIndexed ? Object.assign({}, ...page.map(indexed)) : {}),
    ...emptyLists,
  });
}

function find(books: Books, asked: Query): { order: Order; refunds: Refund[] } {
  if (asked.refund_id !== undefined || asked.out_refund_no !== undefined) {
    const refund =
      asked.refund_id !== undefined
        ? books.orders.refundByRefundId(asked.refund_id)
        : books.orders.refundByNumber(asked.sub_mch_id, asked.out_refund_no ?? '');
    if (refund?.subMchId !== asked.sub_mch_id) throw notThere();
    return { order: books.orders.byId(refund.orderId), refunds: [refund] };
  }
  if (asked.transaction_id === undefined && asked.out_trade_no === undefined)
    throw new Malformed('缺少参数refund_id、out_refund_no、transaction_id或out_trade_no');
  const order = findOrder(books, asked);
  const refunds = order ? books.orders.refundsOf(order.id) : [];
  if (!order || refunds.length === 0) throw notThere();
  return { order, refunds };
}

function notThere(): Refusal {
  return new Refusal('REFUNDNOTEXIST', 'not exist');
}

function indexed(refund: Refund, n: number): Record<string, unknown> {
  return {
    [`out_refund_no_${n}`]: refund.outRefundNo,
    [`refund_id_${n}`]: refund.refundId,
    [`refund_channel_${n}`]: 'ORIGINAL',
    [`refund_fee_${n}`]: refund.fee,
    [`settlement_refund_fee_${n}`]: refund.fee,
    [`refund_status_${n}`]: refund.status,
    [`refund_account_${n}`]: 'REFUND_SOURCE_UNSETTLED_FUNDS',
    [`refund_recv_accout_${n}`]: '支付用户零钱',
    ...(refund.status === 'SUCCESS' ? { [`refund_success_time_${n}`]: chinaClock(refund.endedAt ?? 0) } : {}),
  };
}
