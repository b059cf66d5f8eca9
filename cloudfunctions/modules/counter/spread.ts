import type { CounterPreview } from '../../../types/contract/counter';
import type { Day } from '../../../types/day';
import { type Fen, sumFen } from '../../../types/money';
import { type HomeAccount, payableBills, type SpreadMoney, spreadMoney } from '../charging';
import { paidBill } from '../payments';

/** How an amount is spread over what a party owes: the longest due first; what is left becomes that party's prepayment. */
export function spreadOver(
  account: HomeAccount,
  { partyId, amount }: { readonly partyId: string; readonly amount: Fen },
  today: Day,
): SpreadMoney {
  return spreadMoney(amount, payableBills(account, { openid: '', partyIds: [partyId] }), today);
}

export function previewOf({ openBills }: HomeAccount, { bills, toPrepaid }: SpreadMoney): CounterPreview {
  const named = bills.flatMap((chosen) => {
    const bill = openBills.find(({ billId }) => billId === chosen.billId);
    return bill ? [paidBill(chosen, bill)] : [];
  });
  return { bills: named, toPrepaid, amount: sumFen([...bills.map(({ money }) => money), toPrepaid]) };
}
