import { type Day, dayOf, type Instant } from '../../../types/day';
import { addFen, type Fen, noFen, smallerFen, subtractFen } from '../../../types/money';
import type { Due } from '../../kernel/changes';
import {
  afterRefund,
  type Bill,
  creditSum,
  type HomeAccount,
  type LineCredit,
  openBillOf,
  outstanding,
  paidSoFar,
} from '../charging';
import {
  type Journal,
  type JournalLine,
  journalId,
  linesForPrepaidReturn,
  linesForRefund,
  linesForRefundPaid,
  linesForVoucherReturn,
  posting,
} from '../ledger';
import { prepaidOf, vouchersUsed, withPrepaid } from './account';
import { dueFor } from './dueKinds';
import type { PaymentOrder, Refund, Voucher } from './order';
import { partiesOf, purse, voucherPurse } from './posting';
import { voucherEnds } from './voucher';

/** What goes back of one order, to where. */
export interface TakenBack {
  readonly lines: readonly LineCredit[];
  readonly fromPrepaid: Fen;
}

/** What can still be given back of an order's prepayment: what was not given back yet, as far as the balance holds it. */
export function prepaidLeftOf(
  { toPrepaid, prepaidRefunded = noFen, partyId }: PaymentOrder,
  account: HomeAccount | undefined,
): Fen {
  const balance = account ? prepaidOf(account, partyId) : noFen;
  return smallerFen(subtractFen(toPrepaid, prepaidRefunded), balance);
}

/** The order without what went back. */
export function orderAfter(
  order: PaymentOrder,
  { lines, fromPrepaid }: TakenBack,
  refundId: string,
): PaymentOrder {
  const back = new Map(lines.map((line) => [nameOf(line), line]));
  const credits = (order.credits ?? []).map((credit) => {
    const taken = back.get(nameOf(credit));
    return taken ? afterRefund(credit, taken) : credit;
  });
  return {
    ...order,
    credits: credits.filter((credit) => creditSum(credit) > 0),
    ...(fromPrepaid > 0 ? { prepaidRefunded: addFen(order.prepaidRefunded ?? noFen, fromPrepaid) } : {}),
    refundIds: [...(order.refundIds ?? []), refundId],
  };
}

function nameOf({ billId, line }: LineCredit): string {
  return `${billId}·${line}`;
}

/**
 * The account with these bills as the journals say they were paid, the refund's own among them: what goes back is owed again from the
 * day of the refund on. What owes nothing is not in it.
 */
export function withBillsAsPaid(
  account: HomeAccount,
  bills: readonly Bill[],
  journals: readonly Pick<Journal, 'kind' | 'day' | 'lines'>[],
): HomeAccount {
  const ids = new Set(bills.map(({ _id }) => _id));
  const again = bills.map((bill) => {
    const before = account.openBills.find(({ billId }) => billId === bill._id);
    const open = openBillOf(bill, paidSoFar(bill._id, journals));
    return { ...open, isQuestioned: before?.isQuestioned ?? false };
  });
  const others = account.openBills.filter(({ billId }) => !ids.has(billId));
  return { ...account, openBills: [...others, ...again.filter((bill) => outstanding(bill) > 0)] };
}

/** Prepayment and vouchers that a refund gives back are there again; a voucher that has expired is not. */
export function withPursesBack(
  account: HomeAccount,
  {
    order,
    lines,
    vouchers,
  }: {
    readonly order: PaymentOrder;
    readonly lines: readonly LineCredit[];
    readonly vouchers: readonly Voucher[];
  },
  today: Day,
): HomeAccount {
  const parties = partiesOf(order.choice);
  let after = account;
  for (const { billId, prepaid } of lines)
    after = withPrepaid(after, parties.get(billId) ?? order.partyId, prepaid);
  for (const [voucherId, amount] of vouchersUsed(lines)) {
    const voucher = vouchers.find(({ _id }) => _id === voucherId);
    if (!voucher || voucher.expiresOn < today) continue;
    after = withVoucherBack(after, { voucherId, expiresOn: voucher.expiresOn }, amount);
  }
  return after;
}

/**
 * Vouchers that come back on their last day are looked after once more: the tick may have found nothing to take away in the minute in
 * which this was decided.
 */
export function expiriesAgain(
  lines: readonly LineCredit[],
  vouchers: readonly Voucher[],
  today: Day,
): readonly Due[] {
  const used = vouchersUsed(lines);
  return vouchers
    .filter(({ _id, expiresOn }) => used.has(_id) && expiresOn === today)
    .map(({ _id, expiresOn }) => dueFor('voucherExpiry', _id, voucherEnds(expiresOn)));
}

function withVoucherBack(
  account: HomeAccount,
  voucher: { readonly voucherId: string; readonly expiresOn: Day },
  amount: Fen,
): HomeAccount {
  const held = account.vouchers.find(({ voucherId }) => voucherId === voucher.voucherId);
  const others = account.vouchers.filter((each) => each !== held);
  const next = held ? { ...held, rest: addFen(held.rest, amount) } : { ...voucher, rest: amount };
  return { ...account, vouchers: [...others, next] };
}

/** Who owes again what a refund takes off, and what the company owes the payer. Balances by itself. */
export function refundLines(
  order: PaymentOrder,
  { lines, fromPrepaid }: TakenBack,
  {
    refundId,
    vouchers,
    today,
  }: { readonly refundId: string; readonly vouchers: readonly Voucher[]; readonly today: Day },
): readonly JournalLine[] {
  const { _id: orderId, homeId, partyId } = order;
  const about = { homeId, orderId };
  const parties = partiesOf(order.choice);
  const standing = (voucherId: string) => {
    const voucher = vouchers.find(({ _id }) => _id === voucherId);
    return voucher && voucher.expiresOn >= today ? 'valid' : 'expired';
  };
  return [
    ...linesForRefund({
      ...about,
      partyId,
      refundId,
      credits: purse(lines, ({ money }) => money),
      fromPrepaid,
    }),
    ...[...new Set(parties.values())].flatMap((party) => {
      const theirs = lines.filter(({ billId }) => parties.get(billId) === party);
      return linesForPrepaidReturn({
        ...about,
        partyId: party,
        credits: purse(theirs, ({ prepaid }) => prepaid),
      });
    }),
    ...[...vouchersUsed(lines).keys()].flatMap((voucherId) =>
      linesForVoucherReturn(
        { ...about, voucherId, credits: voucherPurse(lines, voucherId) },
        standing(voucherId),
      ),
    ),
  ];
}

export interface DecidedRefund {
  readonly refund: Omit<Refund, 'version'>;
  readonly journals: readonly Omit<Journal, 'version'>[];
}

/** Money of WeChat goes back through WeChat; money of the counter by bank transfer, at once and by hand. */
export function decidedRefund(
  order: PaymentOrder,
  taken: TakenBack & {
    readonly journalLines: readonly JournalLine[];
    /** Of the bills that are not owed again. */
    readonly adjustmentLines?: readonly JournalLine[];
  },
  {
    id,
    reason,
    by,
    now,
  }: { readonly id: string; readonly reason: string; readonly by: string; readonly now: Instant },
): DecidedRefund {
  const { _id: orderId, homeId, communityId, place, payerOpenid, ask } = order;
  const { lines, fromPrepaid, journalLines, adjustmentLines = [] } = taken;
  const amount = addFen(...lines.map(({ money }) => money), fromPrepaid);
  const throughWeChat = amount > 0 && ask !== undefined;
  const about = { communityId, at: now, day: dayOf(now), source: `refunds/${id}` };
  const bank = { channel: 'transfer' as const, orderId };
  const paid = linesForRefundPaid({ homeId, refundId: id, place: bank, amount });
  return {
    refund: {
      ...{ _id: id, communityId, homeId, orderId, place, amount, lines, fromPrepaid, reason, by },
      state: throughWeChat ? 'creating' : 'done',
      ...(payerOpenid === undefined ? {} : { payerOpenid }),
      ...(throughWeChat ? { ask: { channel: ask.channel, merchantId: ask.merchantId } } : { doneAt: now }),
      total: order.amount,
      cause: 'finance',
      createdAt: now,
    },
    journals: [
      posting({ ...about, _id: journalId('refund', id), kind: 'refund', reason, lines: journalLines }),
      ...(adjustmentLines.length === 0
        ? []
        : [
            posting({
              ...about,
              _id: journalId('adjustment', id),
              kind: 'adjustment',
              reason,
              lines: adjustmentLines,
            }),
          ]),
      ...(throughWeChat || amount === 0
        ? []
        : [posting({ ...about, _id: journalId('refundPaid', id), kind: 'refundPaid', reason, lines: paid })]),
    ],
  };
}
