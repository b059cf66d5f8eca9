import type { ParsedOf } from '../../../types/contract';
import type { PaidLine, Receipt, ReceiptRefund } from '../../../types/contract/payments';
import { dayOf } from '../../../types/day';
import { noFen, sumFen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { namedOnRecord, staffOfCommunity } from '../../kernel/access';
import { maskedName } from '../../kernel/mask';
import type { Context } from '../../kernel/routes';
import { homeAccountOf, type LineCredit } from '../charging';
import { communityById } from '../community';
import { type Invoice, invoiceable, invoiceById } from '../invoicing';
import { householdOf, partiesSeenBy } from '../people';
import type { PaymentOrder, Refund } from './order';
import { billsOfOrder } from './paidBills';
import { orderById, refundsOf } from './paymentsStore';
import { prepaidLeftOf } from './refunding';

/** Whoever serves the community's money sees names in full. */
const staff = staffOfCommunity('finance', 'customerService');

/** Whose desk's figures open to receipts; of payers they read masked names. */
const readers = staffOfCommunity('projectManager');

/** A receipt (收据, C3): to the payer, to those of the home who see its party's bills, to finance, the counter and the project manager. */
export async function receipt(
  { orderId }: ParsedOf<'payments.receipt'>,
  context: Context,
): Promise<Outcome<Receipt>> {
  const order = await orderById(orderId);
  if (order?.state !== 'paid') return refused('NOT_ALLOWED');
  const isRead = readers.allows(context.caller, context.target) || (await maySeeReceipt(order, context));
  if (!isRead) return refused('NOT_ALLOWED');
  return granted(await receiptOf(order, context));
}

/** The payer and staff always; another member of the home only what was paid for parties that the member sees. */
export async function maySeeReceipt(
  order: PaymentOrder,
  { caller, target, today }: Context,
): Promise<boolean> {
  if (namedOnRecord.allows(caller, target) || staff.allows(caller, target)) return true;
  const held = caller.homes.find(({ homeId }) => homeId === order.homeId);
  const household = held && (await householdOf(order.homeId));
  return (
    held !== undefined &&
    household !== undefined &&
    concerns(order, partiesSeenBy(household, held.relation, today))
  );
}

/** Was all of it paid for these parties: a receipt is shown whole, so one bill of somebody else keeps it closed. */
export function concerns({ partyId, choice }: PaymentOrder, partyIds: readonly string[]): boolean {
  const parties =
    choice.bills.length > 0 ? choice.bills.map(({ liablePartyId }) => liablePartyId) : [partyId];
  return parties.every((party) => partyIds.includes(party));
}

/** Four reads at once, five for those who may give prepayment back. */
export async function receiptOf(order: PaymentOrder, { caller, target }: Context): Promise<Receipt> {
  const { _id: orderId, homeId, place, amount, toPrepaid, channel, payerOpenid, paidAt, invoiceId } = order;
  const isForStaff = staff.allows(caller, target);
  const hasPrepaid = isForStaff && toPrepaid > noFen;
  const [community, bills, refunds, invoice, account] = await Promise.all([
    communityById(order.communityId),
    billsOfOrder(order),
    refundsOf(orderId),
    invoiceId === undefined ? undefined : invoiceById(invoiceId),
    hasPrepaid ? homeAccountOf(homeId) : undefined,
  ]);
  const isInFull = payerOpenid === caller.openid || isForStaff;
  return {
    orderId,
    receiptNumber: receiptNumberOf(order),
    homeId,
    communityName: community?.name ?? '',
    place,
    payeeName: community?.payee?.name ?? '',
    payerName: isInFull ? order.payerName : maskedName(order.payerName),
    channel,
    ...(order.takenBy ? { takenBy: order.takenBy.name } : {}),
    ...(order.transactionId === undefined ? {} : { transactionId: order.transactionId }),
    paidAt: paidAt ?? order.createdAt,
    bills,
    left: (order.credits ?? []).map(paidLine),
    toPrepaid,
    ...(hasPrepaid ? { prepaidLeft: prepaidLeftOf(order, account) } : {}),
    amount,
    refunds: refunds.map(refundOf),
    ...(invoice ? { invoice: invoiceOf(invoice) } : {}),
    canAskInvoice: mayAskInvoice(order, invoice, caller.openid),
  };
}

/** `SJ20261123-…`: the day it was paid and the number's own letters. */
export function receiptNumberOf({ _id, paidAt, createdAt }: PaymentOrder): string {
  return `SJ${dayOf(paidAt ?? createdAt).replaceAll('-', '')}-${_id.slice(8, 20).toUpperCase()}`;
}

/** A line's purses, the vouchers of one in a sum: a resident does not tell them apart by number. */
function paidLine({ billId, line, vouchers, prepaid, money }: LineCredit): PaidLine {
  return { billId, line, vouchers: sumFen(vouchers.map(({ amount }) => amount)), prepaid, money };
}

function refundOf({
  _id,
  state,
  doneAt,
  createdAt,
  lines,
  amount,
  fromPrepaid,
  reason,
}: Refund): ReceiptRefund {
  const shown = state === 'done' || state === 'stuck' ? state : 'onItsWay';
  const at = doneAt ?? createdAt;
  return { refundId: _id, state: shown, at, reason, amount, fromPrepaid, lines: lines.map(paidLine) };
}

function invoiceOf({ _id: invoiceId, state, issued }: Invoice): NonNullable<Receipt['invoice']> {
  return { invoiceId, state, ...(issued ? { number: issued.number } : {}) };
}

function mayAskInvoice(order: PaymentOrder, invoice: Invoice | undefined, openid: string): boolean {
  const isPayers = order.payerOpenid === undefined || order.payerOpenid === openid;
  const isFree = !invoice || invoice.state === 'redFlushed';
  return isPayers && isFree && invoiceable(order.credits) > 0;
}
