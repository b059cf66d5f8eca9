import type { PaidBill } from '../../../types/contract/payments';
import { type Fen, fen, sumFen } from '../../../types/money';
import { billsByIds, type ChosenBill } from '../charging';
import type { PaymentOrder } from './order';

/** What an order pays, bill by bill, in words and numbers. One read. */
export async function billsOfOrder({
  choice,
  inPart = [],
}: Pick<PaymentOrder, 'choice' | 'inPart'>): Promise<readonly PaidBill[]> {
  const found = new Map(
    (await billsByIds(choice.bills.map(({ billId }) => billId))).map((bill) => [bill._id, bill]),
  );
  return choice.bills.flatMap((chosen) => {
    const bill = found.get(chosen.billId);
    if (!bill) return [];
    const paid = paidBill(chosen, bill);
    return inPart.includes(chosen.billId) ? [{ ...paid, isInPart: true }] : [paid];
  });
}

/** One bill of a choice with its name beside what each purse pays of it. */
export function paidBill(
  { billId, principal, lateFee, vouchers, prepaid, money }: ChosenBill,
  { itemName, purpose, period }: Pick<PaidBill, 'itemName' | 'purpose' | 'period'>,
): PaidBill {
  const voucherSum: Fen = sumFen(vouchers.map(({ amount }) => fen(amount)));
  return { billId, itemName, purpose, period, principal, lateFee, vouchers: voucherSum, prepaid, money };
}
