import { dayOf, type Instant } from '../../../types/day';
import { type Fen, noFen } from '../../../types/money';
import type { HomeAccount, LineCredit, PaymentChoice } from '../charging';
import {
  type CreditedLine,
  type Journal,
  journalId,
  linesForPayment,
  linesForPrepaidUse,
  linesForUnclaimed,
  linesForUnclaimedRefund,
  linesForVoucherUse,
  type MoneyPlace,
  posting,
} from '../ledger';
import { creditedBy, vouchersUsed } from './account';
import type { PaymentOrder, Refund } from './order';

type NewJournal = Omit<Journal, 'version'>;
type NewOrder = Omit<PaymentOrder, 'version'>;

export interface Posted<Order> {
  readonly order: Order;
  readonly account: HomeAccount;
  readonly journal: NewJournal;
}

export interface Payment {
  /** When the channel took it: the day it counts for. */
  readonly at: Instant;
  readonly transactionId?: string;
}

/**
 * The one posting (law 2): bills credited line by line, vouchers and prepayment used, the order paid, one balanced journal. Whichever
 * road the result came by, and the counter's too. The journal's `_id` is the order's: posting twice is impossible.
 */
export function postPayment<Order extends NewOrder>(
  order: Order,
  account: HomeAccount,
  { at, transactionId }: Payment,
): Posted<Order> {
  const credited = creditedBy(account, order, dayOf(at));
  const paid: Order = {
    ...order,
    state: 'paid',
    paidAt: at,
    credits: credited.credits,
    ...(transactionId === undefined ? {} : { transactionId }),
  };
  return { order: paid, account: credited.account, journal: paymentJournal(paid, credited.credits, at) };
}

function paymentJournal(order: NewOrder, credits: readonly LineCredit[], at: Instant): NewJournal {
  const { _id: orderId, homeId, communityId, partyId, choice, toPrepaid } = order;
  const about = { homeId, orderId };
  const money = purse(credits, (credit) => credit.money);
  const parties = partiesOf(choice);
  return posting({
    _id: journalId('payment', orderId),
    communityId,
    kind: 'payment',
    at,
    day: dayOf(at),
    source: `paymentOrders/${orderId}`,
    lines: [
      ...(order.amount === noFen
        ? []
        : linesForPayment({ homeId, partyId, place: placeOf(order), credits: money, toPrepaid })),
      ...[...new Set(parties.values())].flatMap((party) =>
        linesForPrepaidUse({
          ...about,
          partyId: party,
          credits: purse(
            credits.filter(({ billId }) => parties.get(billId) === party),
            (credit) => credit.prepaid,
          ),
        }),
      ),
      ...[...vouchersUsed(choice.bills).keys()].flatMap((voucherId) =>
        linesForVoucherUse({ ...about, voucherId, credits: voucherPurse(credits, voucherId) }),
      ),
    ],
  });
}

/** Where an order's money lies: WeChat Pay, the bank, a member of staff's hands. */
export function placeOf({ _id, channel, takenBy }: NewOrder): MoneyPlace {
  const through = channel === 'prepaid' ? 'wechat' : channel;
  return {
    channel: through,
    orderId: _id,
    ...(through === 'cash' && takenBy ? { holder: takenBy.staffId } : {}),
  };
}

export function partiesOf({ bills }: PaymentChoice): ReadonlyMap<string, string> {
  return new Map(bills.map(({ billId, liablePartyId }) => [billId, liablePartyId]));
}

/** What one purse paid, line by line. */
export function purse(
  credits: readonly LineCredit[],
  paidBy: (credit: LineCredit) => Fen,
): readonly CreditedLine[] {
  return credits
    .map((credit) => ({ billId: credit.billId, line: credit.line, amount: paidBy(credit) }))
    .filter(({ amount }) => amount !== 0);
}

export function voucherPurse(credits: readonly LineCredit[], voucherId: string): readonly CreditedLine[] {
  return purse(credits, ({ vouchers }) => {
    const used = vouchers.find((voucher) => voucher.voucherId === voucherId);
    return used?.amount ?? noFen;
  });
}

export interface GoingBack {
  readonly refund: Omit<Refund, 'version'>;
  readonly journals: readonly NewJournal[];
}

/** Money that came for an order which it cannot be credited to: kept apart, and on its way back in full, in the same commit. */
export function moneyGoesBack(
  order: PaymentOrder,
  { at, transactionId }: Payment & { readonly transactionId: string },
  { id, cause, now }: { readonly id: string; readonly cause: 'late' | 'doubled'; readonly now: Instant },
): GoingBack {
  const { _id: orderId, homeId, communityId, place, amount, payerOpenid, ask } = order;
  const about = { communityId, at };
  const source = { kind: 'unclaimed' as const, source: `paymentOrders/${orderId}` };
  return {
    refund: {
      _id: id,
      communityId,
      homeId,
      orderId,
      place,
      state: 'creating',
      ...(payerOpenid === undefined ? {} : { payerOpenid }),
      ...(ask ? { ask: { channel: ask.channel, merchantId: ask.merchantId } } : {}),
      amount,
      total: amount,
      cause,
      reason: cause === 'late' ? '缴费已过时，原路退回' : '重复缴费，原路退回',
      lines: [],
      fromPrepaid: noFen,
      createdAt: now,
    },
    journals: [
      posting({
        ...about,
        ...source,
        _id: journalId('unclaimed', transactionId),
        day: dayOf(at),
        lines: linesForUnclaimed(homeId, placeOf(order), amount),
      }),
      posting({
        ...about,
        _id: journalId('refund', id),
        kind: 'refund',
        at: now,
        day: dayOf(now),
        source: `refunds/${id}`,
        lines: linesForUnclaimedRefund(homeId, { orderId, refundId: id }, amount),
      }),
    ],
  };
}
