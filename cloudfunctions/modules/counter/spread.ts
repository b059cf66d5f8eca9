import type { CounterPreview } from '../../../types/contract/counter';
import { addFen, type Fen, subtractFen } from '../../../types/money';
import { type HomeAccount, type SpreadMoney, usedBeside } from '../charging';
import { paidBill, prepaidOf } from '../payments';

/** What a party has prepaid after such a payment. */
export function prepaidAfter(account: HomeAccount, partyId: string, { bills, toPrepaid }: SpreadMoney): Fen {
  return addFen(subtractFen(prepaidOf(account, partyId), usedBeside(bills).prepaid), toPrepaid);
}

/** A taking as staff see it beforehand. */
export function previewOf(
  { openBills }: HomeAccount,
  amount: Fen,
  { bills, toPrepaid, stillOwed }: SpreadMoney,
): CounterPreview {
  const named = bills.flatMap((chosen) => {
    const bill = openBills.find(({ billId }) => billId === chosen.billId);
    return bill ? [paidBill(chosen, bill)] : [];
  });
  return { bills: named, ...usedBeside(bills), toPrepaid, amount, stillOwed };
}
