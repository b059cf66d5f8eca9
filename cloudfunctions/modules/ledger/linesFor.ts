import type { Purpose } from '../../../types/charge';
import { type Fen, negativeFen, subtractFen, sumFen } from '../../../types/money';
import { type Account, accountOfChannel, accountOfPurpose, type Channel } from './account';
import { type JournalLine, type LineReferences, reversed } from './journal';

/** The lines of everything that moves money or what is owed. Each set balances by itself, so that one journal may join several. */

export interface BilledLines {
  readonly homeId: string;
  readonly billId: string;
  readonly partyId: string;
  readonly purpose: Purpose;
  /** Printed lines; a reduction or adjustment names the charge line it is against. */
  readonly lines: readonly { readonly no: number; readonly against?: number; readonly amount: Fen }[];
}

/** A bill that is published: owed on one side, earned on the other, line by line. */
export function linesForBill({ lines, purpose, ...about }: BilledLines): readonly JournalLine[] {
  return lines.flatMap(({ no, against, amount }) =>
    moved(
      amount,
      ['receivable', { ...about, lineNo: against ?? no }],
      [accountOfPurpose[purpose], { ...about, lineNo: no }],
    ),
  );
}

/** What is taken off a bill's line, or the late fee that is paid with it. */
export interface CreditedLine {
  readonly billId: string;
  readonly line: number | 'lateFee';
  readonly amount: Fen;
}

/** Money and where it lies: cash is in somebody's hands. */
export interface MoneyPlace {
  readonly channel: Channel;
  readonly holder?: string;
  readonly orderId: string;
}

/** Money that came in: bills' lines and late fees, the rest as prepayment. Without bills it is a prepayment (预存). */
export function linesForPayment(payment: {
  readonly homeId: string;
  readonly partyId: string;
  readonly place: MoneyPlace;
  readonly credits: readonly CreditedLine[];
  readonly toPrepaid: Fen;
}): readonly JournalLine[] {
  const { homeId, partyId, place, credits, toPrepaid } = payment;
  const money = sumFen([...credits.map(({ amount }) => amount), toPrepaid]);
  return [
    ...one(...moneyAt(place), money),
    ...creditLines(homeId, credits, place.orderId),
    ...one('prepaid', { homeId, partyId, orderId: place.orderId }, negativeFen(toPrepaid)),
  ];
}

export function linesForPrepaidUse(use: {
  readonly homeId: string;
  readonly partyId: string;
  readonly orderId: string;
  readonly credits: readonly CreditedLine[];
}): readonly JournalLine[] {
  const { homeId, partyId, orderId, credits } = use;
  const used = sumFen(credits.map(({ amount }) => amount));
  return [...one('prepaid', { homeId, partyId, orderId }, used), ...creditLines(homeId, credits, orderId)];
}

interface VoucherAmount {
  readonly homeId: string;
  readonly voucherId: string;
  readonly amount: Fen;
}

export function linesForVoucherGrant({ amount, ...about }: VoucherAmount): readonly JournalLine[] {
  return moved(amount, ['voucherCost', about], ['vouchersOut', about]);
}

/** What was not used of it by its last day. */
export function linesForVoucherExpiry(rest: VoucherAmount): readonly JournalLine[] {
  return reversed(linesForVoucherGrant(rest));
}

export interface VoucherUse {
  readonly homeId: string;
  readonly voucherId: string;
  readonly orderId: string;
  readonly credits: readonly CreditedLine[];
}

export function linesForVoucherUse({
  homeId,
  voucherId,
  orderId,
  credits,
}: VoucherUse): readonly JournalLine[] {
  const used = sumFen(credits.map(({ amount }) => amount));
  return [
    ...one('vouchersOut', { homeId, voucherId, orderId }, used),
    ...creditLines(homeId, credits, orderId),
  ];
}

/** A voucher goes back to its home, and what it had paid is owed again. One that has expired is not given back (`expired`). */
export function linesForVoucherReturn(
  use: VoucherUse,
  standing: 'valid' | 'expired',
): readonly JournalLine[] {
  const { homeId, voucherId, credits } = use;
  const back = reversed(linesForVoucherUse(use));
  if (standing === 'valid') return back;
  const amount = sumFen(credits.map((credit) => credit.amount));
  return [...back, ...linesForVoucherExpiry({ homeId, voucherId, amount })];
}

/** A refund that was decided: lines are owed again, or prepayment falls, and the company owes the payer. */
export function linesForRefund(refund: {
  readonly homeId: string;
  readonly partyId: string;
  readonly orderId: string;
  readonly refundId: string;
  readonly credits: readonly CreditedLine[];
  readonly fromPrepaid: Fen;
}): readonly JournalLine[] {
  const { homeId, partyId, orderId, refundId, credits, fromPrepaid } = refund;
  const money = sumFen([...credits.map(({ amount }) => amount), fromPrepaid]);
  return [
    ...reversed(creditLines(homeId, credits, orderId)),
    ...one('prepaid', { homeId, partyId, orderId }, fromPrepaid),
    ...one('refundsDue', { homeId, orderId, refundId }, negativeFen(money)),
  ];
}

/** Prepayment that a refunded line had used goes back to the balance. */
export function linesForPrepaidReturn(use: Parameters<typeof linesForPrepaidUse>[0]): readonly JournalLine[] {
  return reversed(linesForPrepaidUse(use));
}

/** The channel has confirmed that the money is back with the payer. */
export function linesForRefundPaid(refund: {
  readonly homeId: string;
  readonly refundId: string;
  readonly place: MoneyPlace;
  readonly amount: Fen;
}): readonly JournalLine[] {
  const { homeId, refundId, place, amount } = refund;
  const due: LineReferences = { homeId, orderId: place.orderId, refundId };
  return moved(amount, ['refundsDue', due], moneyAt(place));
}

/** Money that came for bills which are no longer open: kept apart until it is back with its payer. */
export function linesForUnclaimed(homeId: string, place: MoneyPlace, amount: Fen): readonly JournalLine[] {
  return moved(amount, moneyAt(place), ['unclaimed', { homeId, orderId: place.orderId }]);
}

export function linesForUnclaimedRefund(
  homeId: string,
  { orderId, refundId }: { readonly orderId: string; readonly refundId: string },
  amount: Fen,
): readonly JournalLine[] {
  return moved(amount, ['unclaimed', { homeId, orderId }], ['refundsDue', { homeId, orderId, refundId }]);
}

/** The day's cash goes to the bank; what was counted differently from the books stands out as a difference. */
export function linesForHandOver(handOver: {
  readonly holder: string;
  readonly onBooks: Fen;
  readonly counted: Fen;
}): readonly JournalLine[] {
  const { holder, onBooks, counted } = handOver;
  return [
    ...one('bank', { holder }, counted),
    ...one('cashDifference', { holder }, subtractFen(onBooks, counted)),
    ...one('cashInHand', { holder }, negativeFen(onBooks)),
  ];
}

/** What the old books said: arrears by bill, prepaid balances. */
export function linesForOpening(opening: {
  readonly homeId: string;
  readonly partyId: string;
  readonly arrears: readonly { readonly billId: string; readonly line: number; readonly amount: Fen }[];
  readonly prepaid: Fen;
}): readonly JournalLine[] {
  const { homeId, partyId, arrears, prepaid } = opening;
  const about = { homeId, partyId };
  return [
    ...arrears.flatMap(({ billId, line, amount }) =>
      moved(amount, ['receivable', { ...about, billId, lineNo: line }], ['opening', { ...about, billId }]),
    ),
    ...moved(prepaid, ['opening', about], ['prepaid', about]),
  ];
}

/** What the old books still owe in vouchers: no cost of ours, it was theirs. */
export function linesForOpeningVoucher({ amount, ...about }: VoucherAmount): readonly JournalLine[] {
  return moved(amount, ['opening', about], ['vouchersOut', about]);
}

type Side = readonly [Account, LineReferences];

function moneyAt({ channel, holder, orderId }: MoneyPlace): Side {
  if (channel === 'cash' && holder === undefined) throw new Error('cash is in nobody’s hands');
  return [accountOfChannel[channel], holder === undefined ? { orderId } : { orderId, holder }];
}

function creditLines(
  homeId: string,
  credits: readonly CreditedLine[],
  orderId: string,
): readonly JournalLine[] {
  return credits.flatMap(({ billId, line, amount }) =>
    line === 'lateFee'
      ? one('lateFee', { homeId, billId, orderId }, negativeFen(amount))
      : one('receivable', { homeId, billId, lineNo: line, orderId }, negativeFen(amount)),
  );
}

function moved(amount: Fen, debit: Side, credit: Side): readonly JournalLine[] {
  return [...one(...debit, amount), ...one(...credit, negativeFen(amount))];
}

/** No line where there is nothing. */
function one(account: Account, about: LineReferences, amount: Fen): readonly JournalLine[] {
  return amount === 0 ? [] : [{ account, ...about, amount }];
}
