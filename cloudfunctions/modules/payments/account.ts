import type { Day, Instant } from '../../../types/day';
import { addFen, type Fen, fen, noFen, subtractFen } from '../../../types/money';
import {
  creditLines,
  creditSum,
  type HomeAccount,
  type LineCredit,
  lateFeeOn,
  type OpenBill,
  outstanding,
  type PaymentChoice,
} from '../charging';
import type { PaymentOrder } from './order';

/** The account as whoever decides now may take it: an order past its time holds nothing any more. */
export function asOf(account: HomeAccount, now: Instant): HomeAccount {
  const { liveOrder } = account;
  return liveOrder && now >= liveOrder.expiresAt ? freedOf(account, liveOrder.orderId) : account;
}

/** The account without that order: no live order, its vouchers free. The same where the order holds nothing. */
export function freedOf(account: HomeAccount, orderId: string): HomeAccount {
  const { liveOrder, ...rest } = account;
  const vouchers = account.vouchers.map(({ reservedBy, ...voucher }) =>
    reservedBy === undefined || reservedBy === orderId ? voucher : { ...voucher, reservedBy },
  );
  return liveOrder && liveOrder.orderId !== orderId ? { ...account, vouchers } : { ...rest, vouchers };
}

/** The account with this order as its live one, its vouchers reserved. Prepayment is: nobody else pays before it has ended. */
export function heldBy(
  account: HomeAccount,
  order: Pick<PaymentOrder, '_id' | 'payerOpenid' | 'choice' | 'expiresAt'>,
): HomeAccount {
  const { _id: orderId, payerOpenid = '', choice, expiresAt } = order;
  const used = vouchersUsed(choice.bills);
  return {
    ...account,
    vouchers: account.vouchers.map((voucher) =>
      used.has(voucher.voucherId) ? { ...voucher, reservedBy: orderId } : voucher,
    ),
    liveOrder: { orderId, payerOpenid, choice, expiresAt },
  };
}

export type Frozen = Pick<PaymentOrder, 'choice' | 'toPrepaid' | 'prepaidMost' | 'partyId'>;

/**
 * Does every bill still owe exactly what the order froze, late fee of that day included, and are its vouchers and prepayment still
 * there, and does what becomes prepayment still stay within what may be prepaid, however many orders were paid since? Only then its money
 * may be credited. What another order merely reserves counts as there: money in hand goes first.
 */
export function stillAsFrozen(account: HomeAccount, frozen: Frozen, frozenOn: Day): boolean {
  const { choice, toPrepaid, prepaidMost, partyId } = frozen;
  const owes = choice.bills.every((chosen) => {
    const bill = account.openBills.find(({ billId }) => billId === chosen.billId);
    return (
      bill !== undefined &&
      bill.liablePartyId === chosen.liablePartyId &&
      outstanding(bill) === chosen.principal &&
      lateFeeOn(bill, bill.lateFee, frozenOn) === chosen.lateFee
    );
  });
  const hasVouchers = [...vouchersUsed(choice.bills)].every(([voucherId, used]) => {
    const voucher = account.vouchers.find((each) => each.voucherId === voucherId);
    return voucher !== undefined && voucher.rest >= used;
  });
  const hasPrepaid = [...prepaidUsed(choice)].every(([partyId, used]) => prepaidOf(account, partyId) >= used);
  const hasRoom = prepaidMost === undefined || addFen(prepaidOf(account, partyId), toPrepaid) <= prepaidMost;
  return owes && hasVouchers && hasPrepaid && hasRoom;
}

export interface Credited {
  readonly account: HomeAccount;
  readonly credits: readonly LineCredit[];
}

/** Credits what an order pays, on the day it was paid. Throws where the account does not owe or hold it: look first. */
export function creditedBy(
  account: HomeAccount,
  order: Pick<PaymentOrder, '_id' | 'choice' | 'toPrepaid' | 'partyId'>,
  on: Day,
): Credited {
  const { choice, toPrepaid, partyId } = order;
  const credits: LineCredit[] = [];
  let openBills = account.openBills;
  for (const chosen of choice.bills) {
    const bill = openBills.find(({ billId }) => billId === chosen.billId);
    if (!bill) throw new Error(`${chosen.billId} is not open`);
    const paid = creditLines(chosen, bill.owed);
    credits.push(...paid);
    const next = paidBillOf(bill, chosen, paid, on);
    openBills = openBills.flatMap((each) => (each === bill ? next : [each]));
  }
  let after: HomeAccount = { ...freedOf(account, order._id), openBills };
  for (const [voucherId, used] of vouchersUsed(choice.bills)) after = withVoucherUsed(after, voucherId, used);
  for (const [party, used] of prepaidUsed(choice)) after = withPrepaid(after, party, fen(-used));
  return { account: withPrepaid(after, partyId, toPrepaid), credits };
}

/** The bill with what was paid of it; nothing once it owes nothing. */
function paidBillOf(
  bill: OpenBill,
  { principal, lateFee }: { readonly principal: Fen; readonly lateFee: Fen },
  paid: readonly LineCredit[],
  on: Day,
): readonly OpenBill[] {
  const byLine = new Map(paid.map((credit) => [credit.line, creditSum(credit)]));
  const next: OpenBill = {
    ...bill,
    credits: principal > 0 ? [...bill.credits, { on, amount: principal }] : bill.credits,
    owed: bill.owed.map(({ no, owed }) => ({ no, owed: subtractFen(owed, byLine.get(no) ?? noFen) })),
    lateFeePaid: addFen(bill.lateFeePaid, lateFee),
  };
  return outstanding(next) > 0 ? [next] : [];
}

function withVoucherUsed(account: HomeAccount, voucherId: string, used: Fen): HomeAccount {
  const vouchers = account.vouchers
    .map((voucher) =>
      voucher.voucherId === voucherId ? { ...voucher, rest: subtractFen(voucher.rest, used) } : voucher,
    )
    .filter(({ rest }) => rest !== 0);
  if (vouchers.some(({ rest }) => rest < 0)) throw new Error(`voucher ${voucherId} is used up`);
  return { ...account, vouchers };
}

/** What a party has prepaid. */
export function prepaidOf({ prepaid }: Pick<HomeAccount, 'prepaid'>, partyId: string): Fen {
  return prepaid.find((each) => each.partyId === partyId)?.amount ?? noFen;
}

/** More or less prepayment of a party. Throws below nothing. */
export function withPrepaid(account: HomeAccount, partyId: string, change: Fen): HomeAccount {
  if (change === 0) return account;
  const amount = addFen(prepaidOf(account, partyId), change);
  if (amount < 0) throw new Error(`${partyId} has prepaid less than that`);
  const others = account.prepaid.filter((each) => each.partyId !== partyId);
  return { ...account, prepaid: amount === 0 ? others : [...others, { partyId, amount }] };
}

/** How much is used of each voucher. */
export function vouchersUsed(bills: readonly Pick<LineCredit, 'vouchers'>[]): ReadonlyMap<string, Fen> {
  const used = new Map<string, Fen>();
  for (const { voucherId, amount } of bills.flatMap(({ vouchers }) => vouchers))
    used.set(voucherId, addFen(used.get(voucherId) ?? noFen, amount));
  return used;
}

export function prepaidUsed({ bills }: PaymentChoice): ReadonlyMap<string, Fen> {
  const used = new Map<string, Fen>();
  for (const { liablePartyId, prepaid } of bills)
    if (prepaid > 0) used.set(liablePartyId, addFen(used.get(liablePartyId) ?? noFen, prepaid));
  return used;
}
