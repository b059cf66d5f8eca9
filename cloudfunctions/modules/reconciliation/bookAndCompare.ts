import { addDays, type Day } from '../../../types/day';
import { limits } from '../../kernel/limits';
import type { Ports } from '../../kernel/ports';
import type { BillPayment, BillRefund, BillRow } from '../../platform/pay/port';
import type { Payee } from '../community';
import { journalById, journalId } from '../ledger';
import {
  ordersByIds,
  ordersReceivedOn,
  type PaymentOrder,
  type Refund,
  refundsByIds,
  refundsDecidedOn,
  settleRefund,
  settleResult,
} from '../payments';
import { reconciledDay } from './casesStore';
import { type Books, type OurOrder, type OurRefund, type Reconciliation, reconcile } from './reconcile';

export interface DayOfRows {
  readonly communityId: string;
  readonly day: Day;
  readonly payee: Payee;
  readonly rows: readonly BillRow[];
}

/**
 * The rows of a merchant's bill that are this community's: several communities may be paid to one merchant, and another's orders are
 * compared, and seen, over there. What is nobody's stays.
 */
export async function ownRows(communityId: string, rows: readonly BillRow[]): Promise<readonly BillRow[]> {
  const orders = await inHundreds([...new Set(rows.map(({ outTradeNo }) => outTradeNo))], ordersByIds);
  const elsewhere = new Set(
    orders.filter((order) => order.communityId !== communityId).map(({ _id }) => _id),
  );
  return rows.filter(({ outTradeNo }) => !elsewhere.has(outTradeNo));
}

/** The fourth road: what WeChat's bill knows and our books do not is booked as any result is; then both are compared. */
export async function bookAndCompare(of: DayOfRows, ports: Ports): Promise<Reconciliation> {
  const payments = of.rows.filter((row): row is BillPayment => row.kind === 'payment');
  const backs = of.rows.filter((row): row is BillRefund => row.kind === 'refund');
  const before = await booked(payments);
  const unbooked = payments.filter(({ transactionId }) => !before.has(transactionId));
  const orders = await inHundreds(
    unbooked.map(({ outTradeNo }) => outTradeNo),
    ordersByIds,
  );
  const channels = new Map(orders.map(({ _id, ask }) => [_id, ask?.channel]));
  for (const row of unbooked) {
    // The bill is the merchant's, through whichever channel it is fetched: an order keeps the one it was made with.
    const channel = channels.get(row.outTradeNo) ?? of.payee.channel;
    await settleResult({ ...row, channel }, ports);
  }
  await settleBacks(backs, of.payee, ports);
  return reconcile(of.rows, await booksOf(of, payments, backs));
}

async function settleBacks(
  backs: readonly BillRefund[],
  { channel, merchantId }: Payee,
  ports: Ports,
): Promise<void> {
  const known = new Map(
    (await inHundreds(backs.map(refundNumber), refundsByIds)).map((one) => [one._id, one]),
  );
  for (const { outTradeNo, outRefundNo, refundId, amount, state } of backs) {
    const ours = known.get(outRefundNo);
    if (!ours || ours.state === 'done' || ours.amount !== amount || state === 'processing') continue;
    const end = state === 'done' ? 'done' : 'abnormal';
    await settleRefund({ channel, merchantId, outTradeNo, outRefundNo, refundId, amount, end }, ports);
  }
}

async function booksOf(
  { communityId, day, payee }: DayOfRows,
  payments: readonly BillPayment[],
  backs: readonly BillRefund[],
): Promise<Books> {
  const dayBefore = addDays(day, -1);
  const [receivedThatDay, refundsExpected, yesterday] = await Promise.all([
    ordersReceivedOn(communityId, day),
    refundsDecidedOn(communityId, dayBefore),
    reconciledDay(communityId, dayBefore),
  ]);
  const orderIds = [...new Set([...receivedThatDay, ...payments.map(({ outTradeNo }) => outTradeNo)])];
  const refundIds = [...new Set([...refundsExpected, ...backs.map(refundNumber)])];
  const [orders, refunds, bookedTransactions] = await Promise.all([
    inHundreds(orderIds, ordersByIds),
    inHundreds(refundIds, refundsByIds),
    booked(payments),
  ]);
  return {
    communityId,
    merchantId: payee.merchantId,
    day,
    orders: new Map(orders.map((order) => [order._id, ourOrder(order)])),
    receivedThatDay,
    bookedTransactions,
    // Money of the counter goes back by bank: WeChat's bill knows nothing of it.
    refunds: new Map(refunds.filter(({ ask }) => ask).map((refund) => [refund._id, ourRefund(refund)])),
    // Without the day before's bill nothing can be said of what stood in it.
    refundsExpected: yesterday?.state === 'done' ? refundsExpected : [],
    refundsSeenBefore: yesterday?.refundNumbers ?? [],
  };
}

/** Which of these payments our books hold: as their order's, or kept apart to go back. */
async function booked(payments: readonly BillPayment[]): Promise<ReadonlySet<string>> {
  const orders = await inHundreds(
    payments.map(({ outTradeNo }) => outTradeNo),
    ordersByIds,
  );
  const known = new Set(orders.flatMap(({ transactionId }) => (transactionId ? [transactionId] : [])));
  for (const { transactionId } of payments)
    if (!known.has(transactionId) && (await journalById(journalId('unclaimed', transactionId))))
      known.add(transactionId);
  return known;
}

function ourOrder({ _id: orderId, homeId, place, amount }: PaymentOrder): OurOrder {
  return { orderId, homeId, place, amount };
}

function ourRefund({ _id: refundId, orderId, amount, state }: Refund): OurRefund {
  return { refundId, orderId, amount, isDone: state === 'done' };
}

function refundNumber({ outRefundNo }: BillRefund): string {
  return outRefundNo;
}

async function inHundreds<T>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let from = 0; from < ids.length; from += limits.documentsPerQuery)
    all.push(...(await read(ids.slice(from, from + limits.documentsPerQuery))));
  return all;
}
