import type { CaseCause } from '../../../types/caseCause';
import type { Day } from '../../../types/day';
import { type Fen, sumFen } from '../../../types/money';
import type { BillPayment, BillRefund, BillRow } from '../../platform/pay/port';
import type { Difference } from './case';

/** What we know of an order. */
export interface OurOrder {
  readonly orderId: string;
  readonly homeId: string;
  readonly place: string;
  readonly amount: Fen;
}

export interface OurRefund {
  readonly refundId: string;
  readonly orderId: string;
  readonly amount: Fen;
  readonly isDone: boolean;
}

export interface Books {
  readonly communityId: string;
  readonly merchantId: string;
  readonly day: Day;
  /** Every order that a row names, and every one whose money we say came that day. */
  readonly orders: ReadonlyMap<string, OurOrder>;
  /** Those of them whose money our journals of that day hold. */
  readonly receivedThatDay: readonly string[];
  /** WeChat's numbers of what has been booked, credited or kept to go back, whenever. */
  readonly bookedTransactions: ReadonlySet<string>;
  readonly refunds: ReadonlyMap<string, OurRefund>;
  /** Refunds that were asked for the day before and must stand in that day's bill or in this one. */
  readonly refundsExpected: readonly string[];
  /** Refund numbers of the day before's bill. */
  readonly refundsSeenBefore: readonly string[];
}

export interface Reconciliation {
  readonly matched: number;
  readonly differences: readonly Difference[];
  readonly received: Fen;
  readonly refunded: Fen;
}

/** Compares WeChat's bill of one day with our books by number, amount and state (C10). Pure; every row agrees or is a difference. */
export function reconcile(rows: readonly BillRow[], books: Books): Reconciliation {
  const payments = rows.filter((row): row is BillPayment => row.kind === 'payment');
  const refunds = rows.filter((row): row is BillRefund => row.kind === 'refund');
  const fromRows = [
    ...payments.map((row) => paymentDifference(row, books)),
    ...refunds.map((row) => refundDifference(row, books)),
  ];
  const differences = fromRows.filter((one) => one !== undefined);
  return {
    matched: fromRows.length - differences.length,
    differences: [...differences, ...missingPayments(payments, books), ...missingRefunds(refunds, books)],
    received: sumFen(payments.map(({ amount }) => amount)),
    refunded: sumFen(refunds.filter(({ state }) => state !== 'failed').map(({ amount }) => amount)),
  };
}

/** A second payment of one number has another transaction: each row is judged by itself. */
function paymentDifference(row: BillPayment, books: Books): Difference | undefined {
  const order = books.orders.get(row.outTradeNo);
  const about = { transactionId: row.transactionId, orderId: row.outTradeNo, theirs: row.amount };
  if (!order) return difference(books, 'unknownOrder', about);
  const known = { ...about, homeId: order.homeId, place: order.place };
  if (row.amount !== order.amount)
    return difference(books, 'amountDiffers', { ...known, ours: order.amount });
  if (!books.bookedTransactions.has(row.transactionId)) return difference(books, 'paidThereOnly', known);
  return undefined;
}

function refundDifference(row: BillRefund, books: Books): Difference | undefined {
  const refund = books.refunds.get(row.outRefundNo);
  const about = { refundId: row.outRefundNo, orderId: row.outTradeNo, theirs: row.amount };
  if (!refund) return difference(books, 'refundThereOnly', about);
  if (refund.amount !== row.amount)
    return difference(books, 'refundAmountDiffers', { ...about, ours: refund.amount });
  if (row.state === 'failed') return difference(books, 'refundStuck', { ...about, ours: refund.amount });
  return undefined;
}

function missingPayments(payments: readonly BillPayment[], books: Books): readonly Difference[] {
  const paid = new Set(payments.map(({ outTradeNo }) => outTradeNo));
  return books.receivedThatDay.flatMap((orderId) => {
    const order = books.orders.get(orderId);
    if (!order || paid.has(orderId)) return [];
    const { homeId, place, amount } = order;
    return [difference(books, 'paidHereOnly', { orderId, homeId, place, ours: amount })];
  });
}

function missingRefunds(rows: readonly BillRefund[], books: Books): readonly Difference[] {
  const seen = new Set([...books.refundsSeenBefore, ...rows.map(({ outRefundNo }) => outRefundNo)]);
  return books.refundsExpected.flatMap((refundId) => {
    const refund = books.refunds.get(refundId);
    if (!refund?.isDone || seen.has(refundId)) return [];
    return [difference(books, 'refundHereOnly', { refundId, orderId: refund.orderId, ours: refund.amount })];
  });
}

function difference(
  { communityId, merchantId, day }: Books,
  cause: CaseCause,
  about: Partial<Difference>,
): Difference {
  return { communityId, merchantId, day, cause, ...about };
}
