import type { Day, Instant } from '../../../types/day';
import { addFen, type Fen, noFen, smallerFen, subtractFen, sumFen } from '../../../types/money';
import type { ChosenBill, HeldVoucher, HomeAccount, LiveOrder, OpenBill, PaymentChoice } from './homeAccount';
import { lateFeeOn } from './lateFee';

/** Who pays: the liable parties for whom that person owes or lives with (never a predecessor's). */
export interface Payer {
  readonly openid: string;
  readonly partyIds: readonly string[];
}

export interface PaymentWish {
  readonly payer: Payer;
  readonly today: Day;
  /** Single bills; absent for all that is open. */
  readonly billIds?: readonly string[];
}

export type Choosing =
  | { readonly kind: 'chosen'; readonly choice: PaymentChoice }
  /** Nothing to pay; or a bill that is not open for this person, without saying which of both. */
  | { readonly kind: 'refused'; readonly reason: 'nothingDue' | 'billNotOpen' };

/** What this person may pay for this home now: by due day, then period, then id. */
export function payableBills({ openBills }: HomeAccount, { partyIds }: Payer): readonly OpenBill[] {
  return openBills
    .filter((bill) => !bill.isQuestioned && partyIds.includes(bill.liablePartyId) && outstanding(bill) > 0)
    .sort(byDueness);
}

/**
 * Decides what one tap pays (C2), from the home's account alone: vouchers first, on property fees only, the soonest to expire
 * first; then what the liable party has prepaid; the rest as money. Late fee of the day is frozen in. A voucher pays no late fee,
 * and one that another order holds is not touched: an order that is to be superseded gives its own back.
 */
export function choosePayment(account: HomeAccount, { payer, today, billIds }: PaymentWish): Choosing {
  const payable = payableBills(account, payer);
  const chosen = billIds ? payable.filter(({ billId }) => billIds.includes(billId)) : payable;
  if (billIds && chosen.length !== new Set(billIds).size) return { kind: 'refused', reason: 'billNotOpen' };
  if (chosen.length === 0) return { kind: 'refused', reason: 'nothingDue' };
  const purses = pursesFor(account, {
    payer,
    today,
    money: sumFen(chosen.map((bill) => owedOn(bill, today))),
  });
  const bills = chosen.map((bill) => payBill(bill, today, purses));
  return { kind: 'chosen', choice: { bills, amount: sumFen(bills.map(({ money }) => money)) } };
}

/** What is owed of a bill with the late fee of the day. */
export function owedOn(bill: OpenBill, today: Day): Fen {
  return addFen(outstanding(bill), lateFeeOn(bill, bill.lateFee, today));
}

/** What a payment has to pay from; `payBill` takes from it what it uses. */
export interface Purses {
  readonly vouchers: { readonly voucherId: string; rest: Fen }[];
  /** By party. */
  readonly prepaid: Map<string, Fen>;
  money: Fen;
}

/** What this person may use of a home's vouchers and prepayments, beside so much money. */
export function pursesFor(
  account: HomeAccount,
  { payer, today, money }: { readonly payer: Payer; readonly today: Day; readonly money: Fen },
): Purses {
  const prepaid = new Map(account.prepaid.map(({ partyId, amount }) => [partyId, amount]));
  return { vouchers: usableVouchers(account, payer, today), prepaid, money };
}

/**
 * Pays one bill as far as the purses reach. Of prepayment and money the late fee comes first (民法典 561); where they do not reach for all
 * of it no voucher goes on the bill: it would be paid up and leave a late fee behind that nobody owes any more.
 */
export function payBill(bill: OpenBill, today: Day, purses: Purses): ChosenBill {
  const { billId, liablePartyId } = bill;
  const lateFee = lateFeeOn(bill, bill.lateFee, today);
  const balance = purses.prepaid.get(liablePartyId) ?? noFen;
  const reachesFee = addFen(balance, purses.money) >= lateFee;
  const vouchers =
    bill.purpose === 'propertyFee' && reachesFee ? takeVouchers(outstanding(bill), purses.vouchers) : [];
  const byVoucher = sumFen(vouchers.map(({ amount }) => amount));
  const rest = subtractFen(owedOn(bill, today), byVoucher);
  const prepaid = smallerFen(rest, balance);
  const money = smallerFen(subtractFen(rest, prepaid), purses.money);
  purses.prepaid.set(liablePartyId, subtractFen(balance, prepaid));
  purses.money = subtractFen(purses.money, money);
  const paid = addFen(prepaid, money);
  const feePaid = smallerFen(lateFee, paid);
  const principal = subtractFen(addFen(byVoucher, paid), feePaid);
  return { billId, liablePartyId, principal, lateFee: feePaid, vouchers, prepaid, money };
}

/** Takes up to so much from vouchers, in their order. */
function takeVouchers(wanted: Fen, vouchers: Purses['vouchers']): ChosenBill['vouchers'] {
  let owed = wanted;
  const used: { voucherId: string; amount: Fen }[] = [];
  for (const voucher of vouchers) {
    const amount = smallerFen(owed, voucher.rest);
    if (amount === 0) continue;
    used.push({ voucherId: voucher.voucherId, amount });
    voucher.rest = subtractFen(voucher.rest, amount);
    owed = subtractFen(owed, amount);
  }
  return used;
}

/** Free ones, and those of the payer's own live order, which a new choice supersedes. */
function usableVouchers({ vouchers, liveOrder }: HomeAccount, { openid }: Payer, today: Day) {
  const own = liveOrder?.payerOpenid === openid ? liveOrder.orderId : undefined;
  return vouchers
    .filter(({ reservedBy }) => reservedBy === undefined || reservedBy === own)
    .filter(({ rest, expiresOn }) => rest > 0 && expiresOn >= today)
    .sort(byExpiry)
    .map(({ voucherId, rest }) => ({ voucherId, rest }));
}

/** What is owed of a bill itself. Never negative. */
export function outstanding({ amount, credits }: OpenBill): Fen {
  const rest = subtractFen(amount, sumFen(credits.map((credit) => credit.amount)));
  return rest > 0 ? rest : noFen;
}

/**
 * The amount the person saw is only compared (W5). Where it is another one, nothing is charged and the new one is shown
 * (AMOUNT_CHANGED).
 */
export function compareExpected(
  { amount }: PaymentChoice,
  expected: Fen,
): { readonly kind: 'same' } | { readonly kind: 'amountChanged'; readonly amount: Fen } {
  return amount === expected ? { kind: 'same' } : { kind: 'amountChanged', amount };
}

export type AgainstLiveOrder =
  | { readonly kind: 'free' }
  /** The same payer wants the same: the same order again. */
  | { readonly kind: 'same'; readonly orderId: string }
  /** The same payer wants something else: the old order is closed, the new one takes its place. */
  | { readonly kind: 'supersede'; readonly orderId: string }
  /** Somebody else is paying, until then. */
  | { readonly kind: 'other'; readonly payerOpenid: string; readonly until: Instant };

/** A home has at most one live order. One past its time stands in nobody's way, but is still to be closed. */
export function againstLiveOrder(
  live: LiveOrder | undefined,
  payer: Payer,
  choice: PaymentChoice,
  now: Instant,
): AgainstLiveOrder {
  if (!live) return { kind: 'free' };
  const { orderId, payerOpenid, expiresAt } = live;
  if (now >= expiresAt) return { kind: 'supersede', orderId };
  if (payerOpenid !== payer.openid) return { kind: 'other', payerOpenid, until: expiresAt };
  return { kind: sameChoice(live.choice, choice) ? 'same' : 'supersede', orderId };
}

function sameChoice(a: PaymentChoice, b: PaymentChoice): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable({ bills, amount }: PaymentChoice): unknown {
  const rows = bills.map(({ billId, principal, lateFee, vouchers, prepaid }) => [
    billId,
    principal,
    lateFee,
    prepaid,
    vouchers.map(({ voucherId, amount: used }) => `${voucherId}:${used}`).sort(),
  ]);
  return [amount, rows.map((row) => JSON.stringify(row)).sort()];
}

/** By due day, then period, then id. */
export function byDueness(a: OpenBill, b: OpenBill): number {
  return compared([a.dueOn, a.period.first, a.billId], [b.dueOn, b.period.first, b.billId]);
}

function byExpiry(a: HeldVoucher, b: HeldVoucher): number {
  return compared([a.expiresOn, a.voucherId], [b.expiresOn, b.voucherId]);
}

function compared(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((part, at) => part !== b[at]);
  if (index < 0) return 0;
  return (a[index] as string) < (b[index] as string) ? -1 : 1;
}
