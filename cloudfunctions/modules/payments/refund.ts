import type { ParsedOf } from '../../../types/contract';
import type { Receipt } from '../../../types/contract/payments';
import type { Day } from '../../../types/day';
import { fen, negativeFen, noFen } from '../../../types/money';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { type Changes, changes, create, replace, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import { limits } from '../../kernel/limits';
import type { Changing, Context } from '../../kernel/routes';
import {
  adjustBill,
  allocateRefund,
  type Bill,
  billAsItStands,
  billedLines,
  bills,
  billsByIds,
  emptyAccount,
  type HomeAccount,
  homeAccountOf,
  homeAccounts,
  type LineCredit,
} from '../charging';
import { invoiceById, invoices, onRefund } from '../invoicing';
import { type Journal, type JournalLine, journals, journalsOfBill } from '../ledger';
import { householdOf } from '../people';
import { asOf, vouchersUsed } from './account';
import type { OrderMade } from './beginOrder';
import { refuseFor } from './beginOrder';
import { dueFor } from './dueKinds';
import { paymentNumber } from './newOrder';
import type { PaymentOrder, Voucher } from './order';
import { orderById, paymentOrders, refunds, vouchersByIds } from './paymentsStore';
import { projectBills } from './projectBills';
import { receiptOf } from './receipt';
import {
  type DecidedRefund,
  decidedRefund,
  expiriesAgain,
  orderAfter,
  refundLines,
  withBillsAsPaid,
  withPursesBack,
} from './refunding';
import { tellOfBankRefund, topicsOfHome } from './told';

type Input = ParsedOf<'payments.refund'>;

/**
 * Finance gives money back, line by line: to the payer first, then to prepayment, then vouchers. What becomes of the bills is said: they are
 * open again, or adjusted to what is left. Refuses REFUND_NOT_POSSIBLE, REFUND_TOO_MUCH, REFUND_TOO_MANY_BILLS, SOMEBODY_PAYS.
 */
export const refund: Changing<Input, void, OrderMade, Receipt> = {
  decide: async (input, context): Promise<Decision<OrderMade>> => {
    const { caller, now, newId } = context;
    const order = await orderById(input.orderId);
    if (!order || !isRefundable(order, now)) return toRefuse('REFUND_NOT_POSSIBLE');
    const wishes = input.lines.map((wish) => ({ ...wish, amount: fen(wish.amount) }));
    const allocated = allocateRefund(order.credits ?? [], wishes);
    if (allocated.kind === 'refused') return toRefuse('REFUND_TOO_MUCH');
    const loaded = await load(order, allocated.lines);
    const inTheWay = await somebodyPays(loaded, now);
    if (inTheWay) return inTheWay;
    const id = `R${paymentNumber(now, newId())}`;
    const journalLines = refundLines(order, loaded.taken, { ...loaded, refundId: id, today: context.today });
    const settled = settleBills(input, { ...loaded, journalLines }, context);
    if (!settled.ok) return { kind: 'refuse', refusal: settled.refusal };
    const { adjustmentLines } = settled.value;
    const decided = decidedRefund(
      order,
      { ...loaded.taken, journalLines, adjustmentLines },
      { id, reason: input.reason, by: caller.openid, now },
    );
    return toDo({ orderId: order._id }, await allChanges({ ...loaded, ...settled.value, decided }, context));
  },
  answer: answerRefund,
};

/** The receipt as it is now; the bills follow the account. */
export async function answerRefund(
  { orderId }: OrderMade,
  context: Context,
  ports: Parameters<typeof projectBills>[1],
): Promise<Outcome<Receipt>> {
  const order = await orderById(orderId);
  if (!order) return refused('NOT_ALLOWED');
  const billIds = order.choice.bills.map(({ billId }) => billId);
  await projectBills({ homeId: order.homeId, billIds, orderId }, ports);
  return granted(await receiptOf(order, context));
}

export function isRefundable({ state, paidAt, ask, refundIds = [] }: PaymentOrder, now: number): boolean {
  const inTime = !ask || now - (paidAt ?? now) < limits.refundableFor;
  return state === 'paid' && inTime && refundIds.length < limits.refundsPerOrder;
}

interface Loaded {
  readonly order: PaymentOrder;
  readonly read: HomeAccount | undefined;
  readonly bills: readonly Bill[];
  readonly journals: readonly Journal[];
  readonly vouchers: readonly Voucher[];
  readonly taken: { readonly lines: readonly LineCredit[]; readonly fromPrepaid: typeof noFen };
}

async function load(order: PaymentOrder, lines: readonly LineCredit[]): Promise<Loaded> {
  const billIds = [...new Set(lines.map(({ billId }) => billId))];
  const [read, found, all, vouchers] = await Promise.all([
    homeAccountOf(order.homeId),
    billsByIds(billIds),
    Promise.all(billIds.map(journalsOfBill)),
    vouchersByIds([...vouchersUsed(lines).keys()]),
  ]);
  return {
    order,
    read,
    bills: found,
    journals: once(all.flat()),
    vouchers,
    taken: { lines, fromPrepaid: noFen },
  };
}

/** One payment of several bills is found by each of them, and counts once. */
function once(journals: readonly Journal[]): readonly Journal[] {
  return [...new Map(journals.map((journal) => [journal._id, journal])).values()];
}

/** Somebody is about to pay one of these bills: what that person saw must stay so. */
async function somebodyPays({ read, bills: concerned }: Loaded, now: Context['now']) {
  const live = read && asOf(read, now).liveOrder;
  const ids = new Set(concerned.map(({ _id }) => _id));
  if (!live?.choice.bills.some(({ billId }) => ids.has(billId))) return undefined;
  return refuseFor(await orderById(live.orderId), live.expiresAt);
}

interface BillsSettled {
  readonly account: HomeAccount;
  /** What is left of the payment. */
  readonly left: readonly LineCredit[];
  readonly adjusted: readonly { readonly before: Bill; readonly after: Bill }[];
  readonly adjustmentLines: readonly JournalLine[];
}

function settleBills(
  input: Input,
  loaded: Loaded & { readonly journalLines: readonly JournalLine[] },
  { today }: Context,
): Outcome<BillsSettled> {
  const { order, read, taken, vouchers, journals: before, journalLines: lines } = loaded;
  const adjusted = input.afterwards === 'adjust' ? adjust(input, loaded, today) : granted([]);
  if (!adjusted.ok) return adjusted;
  const standing = loaded.bills.map(
    (bill) => adjusted.value.find((each) => each.before === bill)?.after ?? bill,
  );
  const now = { kind: 'refund' as const, day: today, lines };
  const account = withPursesBack(
    withBillsAsPaid(read ?? emptyAccount(order.homeId, order.communityId), standing, [...before, now]),
    { order, lines: taken.lines, vouchers },
    today,
  );
  return granted({
    account,
    left: orderAfter(order, taken, '').credits ?? [],
    adjusted: adjusted.value.map(({ before: was, after: bill }) => ({
      before: was,
      after: { ...bill, ...billAsItStands(bill, account) },
    })),
    adjustmentLines: adjusted.value.flatMap(linesOfAdjustment),
  });
}

type Adjusted = BillsSettled['adjusted'][number];

/** What goes back is not owed any more: each line less by what went back of it. A late fee is on no line of a bill. */
function adjust(
  { lines, reason }: Input,
  { bills: concerned, taken, vouchers }: Loaded,
  today: Day,
): Outcome<readonly Adjusted[]> {
  const all: Adjusted[] = [];
  for (const before of concerned) {
    let after = before;
    for (const { line, amount } of lines.filter(({ billId }) => billId === before._id)) {
      if (line === 'lateFee') continue;
      const next = adjustBill(after, { against: line, amount: negativeFen(fen(amount)), reason });
      if (next.kind === 'refused') return refused('REFUND_NOT_POSSIBLE');
      after = next.bill;
    }
    if (after !== before) all.push({ before, after });
  }
  const documents = all.length + expiriesAgain(taken.lines, vouchers, today).length;
  return documents > limits.adjustedBillsPerRefund ? refused('REFUND_TOO_MANY_BILLS') : granted(all);
}

function linesOfAdjustment({ before, after }: Adjusted): readonly JournalLine[] {
  return billedLines(after, after.lines.slice(before.lines.length));
}

async function allChanges(
  all: Loaded & BillsSettled & { readonly decided: DecidedRefund },
  { caller, today, now }: Context,
): Promise<Changes> {
  const { order, read, account, adjusted, decided, left } = all;
  const { _id: orderId, homeId, communityId, payerOpenid, invoiceId } = order;
  const [household, invoice] = await Promise.all([
    householdOf(homeId),
    invoiceId === undefined ? undefined : invoiceById(invoiceId),
  ]);
  const { _id: refundId, state, amount, reason } = decided.refund;
  const nextInvoice = invoice && onRefund(invoice, left);
  return changes({
    writes: [
      replace(paymentOrders, order, orderAfter(order, all.taken, refundId)),
      save(homeAccounts, read, account),
      create(refunds, decided.refund),
      ...adjusted.map(({ before, after }) => replace(bills, before, after)),
      ...(invoice && nextInvoice && nextInvoice !== invoice ? [replace(invoices, invoice, nextInvoice)] : []),
    ],
    journal: decided.journals.map((journal) => create(journals, journal)),
    audit: [
      {
        what: 'refundDecided',
        beneficiary: { ...(payerOpenid ? { openid: payerOpenid } : {}), homeId, communityId },
        subjects: [
          `refunds/${refundId}`,
          `paymentOrders/${orderId}`,
          ...adjusted.map(({ after }) => `bills/${after._id}`),
        ],
        reason,
        facts: { amount, adjusted: adjusted.length, by: caller.openid },
      },
    ],
    messages: tellOfBankRefund(order, decided.refund),
    topics: topicsOfHome(household, payerOpenid, today),
    due: [
      dueFor('projectBills', orderId, now),
      ...(state === 'creating' ? [dueFor('refund', refundId, now)] : []),
      ...expiriesAgain(all.taken.lines, all.vouchers, today),
    ],
  });
}
