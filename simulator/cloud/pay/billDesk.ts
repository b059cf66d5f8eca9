import { gzipSync } from 'node:zlib';
import { provider } from './answers';
import { type BillType, type Trade, writeBill } from './bill';
import type { Books } from './books';
import { wrongType } from './fields';
import { Malformed } from './refusal';
import { parseChinaTime } from './times';

const hour = 3_600_000;
const day = 24 * hour;
/** [document] The platform begins at nine and tells merchants to come at ten. */
const begunAfter = 9 * hour;
const readyAfter = 10 * hour;

/** `downloadBill`: what a merchant's day brought, from ten o'clock of the next day on, for three months. */
export function downloadBill(books: Books, request: Readonly<Record<string, unknown>>): string | Uint8Array {
  const { date, type, isZipped, subMchId } = read(request);
  const { clock, settings } = books.context;
  const nextDay = date + day;
  if (clock.now() < nextDay) throw new Malformed('No Bill Exist', '20002');
  if (date < monthsBefore(clock.now(), 3)) throw new Malformed('invalid bill_date', '20001');
  const trades = tradesOf(books, date, nextDay, subMchId).filter(
    ({ refund }) => type === 'ALL' || (type === 'REFUND') === (refund !== undefined),
  );
  if (trades.length === 0 || clock.now() < nextDay + begunAfter)
    throw new Malformed('No Bill Exist', '20002');
  if (clock.now() < nextDay + readyAfter) throw new Malformed('Bill Creating', '20002');
  const { billColumns, feeRate } = books.options.get();
  const bill = writeBill(trades, {
    type,
    columns: billColumns,
    appid: settings.appid,
    mchId: provider.mchId,
    feeRate,
    madeAt: nextDay + begunAfter,
  });
  return isZipped ? gzipSync(bill) : bill;
}

interface BillRequest {
  readonly date: number;
  readonly type: BillType;
  readonly isZipped: boolean;
  readonly subMchId: string | undefined;
}

/** [document] The words and the number of each refusal. */
function read(request: Readonly<Record<string, unknown>>): BillRequest {
  const names = ['sub_mch_id', 'nonce_str', 'bill_date', 'bill_type', 'tar_type'] as const;
  for (const name of names) {
    const given = request[name];
    if (given !== undefined && given !== null && typeof given !== 'string') throw wrongType();
  }
  const { sub_mch_id, nonce_str, bill_date, bill_type, tar_type } = request as Record<
    (typeof names)[number],
    string | null | undefined
  >;
  if (!bill_date) throw new Malformed('missing parameter', '20001');
  if (nonce_str && nonce_str.length > 32) throw new Malformed('nonce_str too long', '20001');
  if (tar_type && tar_type !== 'GZIP') throw new Malformed('invalid tar_type, Only GZIP supported', '20001');
  const type = bill_type || 'ALL';
  if (type !== 'ALL' && type !== 'SUCCESS' && type !== 'REFUND')
    throw new Malformed('invalid bill_type', '20001');
  const date = bill_date.length === 8 ? parseChinaTime(bill_date) : undefined;
  if (date === undefined) throw new Malformed('invalid bill_date', '20001');
  return { date, type, isZipped: tar_type === 'GZIP', subMchId: sub_mch_id || undefined };
}

/** Payments by the time of payment, refunds by the time they were accepted [document], in one row of time. */
function tradesOf(books: Books, from: number, to: number, subMchId: string | undefined): Trade[] {
  const payments = books.orders.paidBetween(from, to).map((order) => ({ at: order.paidAt ?? 0, order }));
  const refunds = books.orders
    .refundsAcceptedBetween(from, to)
    .map((refund) => ({ at: refund.acceptedAt, order: books.orders.byId(refund.orderId), refund }));
  return [...payments, ...refunds]
    .filter(({ order }) => subMchId === undefined || order.subMchId === subMchId)
    .sort((a, b) => a.at - b.at);
}

/** Midnight in China `months` months before the day of `now`. */
function monthsBefore(now: number, months: number): number {
  const date = new Date(now + 8 * hour);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate()) - 8 * hour;
}
