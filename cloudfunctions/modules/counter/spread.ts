import type { CounterPreview } from '../../../types/contract/counter';
import type { Day } from '../../../types/day';
import { addFen, type Fen, subtractFen } from '../../../types/money';
import { type HomeAccount, type SpreadMoney, spreadMoney, usedBeside } from '../charging';
import { paidBill, prepaidOf } from '../payments';

/**
 * What a party that owes so much would have to bring to owe nothing more, vouchers and prepayment used first. Tried with money for all of it:
 * without any, a voucher waits for its bill's late fee, and its worth would seem to be owed.
 */
export function toTakeFrom(
  account: HomeAccount,
  { partyId, owed }: { readonly partyId: string; readonly owed: Fen },
  today: Day,
): Fen {
  return subtractFen(owed, spreadMoney(account, { partyId, amount: owed }, today).toPrepaid);
}

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
