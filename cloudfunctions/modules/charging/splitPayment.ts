import { addFen, type Fen, noFen, smallerFen, subtractFen, sumFen } from '../../../types/money';
import type { ChosenBill, OwedLine } from './homeAccount';

/** A bill's line, or the late fee that was paid with it. */
export type LineName = number | 'lateFee';

/** With what one line was paid. The bill's lines of one payment sum to what the payment did to the bill. */
export interface LineCredit {
  readonly billId: string;
  readonly line: LineName;
  readonly vouchers: readonly { readonly voucherId: string; readonly amount: Fen }[];
  readonly prepaid: Fen;
  readonly money: Fen;
}

/**
 * Spreads what a payment does to a bill over its lines, in the order of their numbers, the late fee last; vouchers go first, then
 * prepayment, then money, so a voucher never reaches the late fee. Exact. Throws when the lines owe less than the payment pays.
 */
export function creditLines(bill: ChosenBill, lines: readonly OwedLine[]): readonly LineCredit[] {
  const sorted = [...lines].sort((a, b) => a.no - b.no);
  let principal = bill.principal;
  const needs = sorted.map(({ no, owed }) => {
    const amount = smallerFen(principal, owed);
    principal = subtractFen(principal, amount);
    return { line: no as LineName, amount };
  });
  if (principal !== 0) throw new Error(`${bill.billId} is paid ${principal} fen more than its lines owe`);
  const purses = [
    ...bill.vouchers.map(({ voucherId, amount }) => ({ from: 'voucher' as const, voucherId, amount })),
    { from: 'prepaid' as const, amount: bill.prepaid },
    { from: 'money' as const, amount: bill.money },
  ];
  const paid = [...needs, { line: 'lateFee' as const, amount: bill.lateFee }]
    .filter(({ amount }) => amount > 0)
    .map(({ line, amount }) => ({ billId: bill.billId, line, ...taken(purses, amount) }));
  if (purses.some(({ amount }) => amount !== 0)) throw new Error(`${bill.billId} is not paid exactly`);
  return paid;
}

type Purse =
  | { readonly from: 'voucher'; readonly voucherId: string; amount: Fen }
  | { readonly from: 'prepaid' | 'money'; amount: Fen };

function taken(purses: readonly Purse[], wanted: Fen): Omit<LineCredit, 'billId' | 'line'> {
  let rest = wanted;
  const vouchers: { voucherId: string; amount: Fen }[] = [];
  const sums = { prepaid: noFen, money: noFen };
  for (const purse of purses) {
    const amount = smallerFen(rest, purse.amount);
    if (amount === 0) continue;
    purse.amount = subtractFen(purse.amount, amount);
    rest = subtractFen(rest, amount);
    if (purse.from === 'voucher') vouchers.push({ voucherId: purse.voucherId, amount });
    else sums[purse.from] = addFen(sums[purse.from], amount);
  }
  return { vouchers, ...sums };
}

/** What finance wants back, by line. */
export interface RefundWish {
  readonly billId: string;
  readonly line: LineName;
  readonly amount: Fen;
}

export type Refunding =
  | { readonly kind: 'refund'; readonly lines: readonly LineCredit[]; readonly money: Fen }
  | { readonly kind: 'refused'; readonly reason: 'nothingNamed' | 'namedTwice' | 'moreThanPaid' };

/**
 * What goes back of which line and to where: money first, through the channel it came by; then prepayment; then vouchers, which
 * never become money. `paid` is what the payment credited, less what earlier refunds took back.
 */
export function allocateRefund(paid: readonly LineCredit[], wishes: readonly RefundWish[]): Refunding {
  if (wishes.length === 0) return { kind: 'refused', reason: 'nothingNamed' };
  if (new Set(wishes.map(keyOf)).size < wishes.length) return { kind: 'refused', reason: 'namedTwice' };
  const lines: LineCredit[] = [];
  for (const wish of [...wishes].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const credit = paid.find((one) => keyOf(one) === keyOf(wish));
    if (!credit || wish.amount <= 0 || wish.amount > creditSum(credit)) {
      return { kind: 'refused', reason: 'moreThanPaid' };
    }
    const purses: Purse[] = [
      { from: 'money', amount: credit.money },
      { from: 'prepaid', amount: credit.prepaid },
      ...credit.vouchers.map((voucher) => ({ from: 'voucher' as const, ...voucher })),
    ];
    lines.push({ billId: wish.billId, line: wish.line, ...taken(purses, wish.amount) });
  }
  return { kind: 'refund', lines, money: sumFen(lines.map(({ money }) => money)) };
}

/** What is left of a line's payment after a refund of it. */
export function afterRefund(credit: LineCredit, back: LineCredit): LineCredit {
  if (keyOf(credit) !== keyOf(back)) throw new Error(`${keyOf(back)} is not ${keyOf(credit)}`);
  const returned = new Map(back.vouchers.map(({ voucherId, amount }) => [voucherId, amount]));
  const vouchers = credit.vouchers.map(({ voucherId, amount }) => ({
    voucherId,
    amount: subtractFen(amount, returned.get(voucherId) ?? noFen),
  }));
  return {
    ...credit,
    vouchers: vouchers.filter(({ amount }) => amount > 0),
    prepaid: subtractFen(credit.prepaid, back.prepaid),
    money: subtractFen(credit.money, back.money),
  };
}

export function creditSum({ vouchers, prepaid, money }: LineCredit): Fen {
  return sumFen([...vouchers.map(({ amount }) => amount), prepaid, money]);
}

function keyOf({ billId, line }: { readonly billId: string; readonly line: LineName }): string {
  return `${billId}·${line}`;
}
