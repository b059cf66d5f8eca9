import type { Day } from '../../../types/day';
import { addFen, type Fen, fen, subtractFen, sumFen } from '../../../types/money';
import { owedOn, payableBills, payBill, pursesFor } from './choosePayment';
import type { ChosenBill, HomeAccount } from './homeAccount';

/** Money that is not for chosen bills (at the counter), with what else pays at the same time. */
export interface SpreadMoney {
  /** Those of which something is paid, the longest due first. */
  readonly bills: readonly ChosenBill[];
  /** What is left of the money: it becomes the party's prepayment. */
  readonly toPrepaid: Fen;
  /** What the party still owes afterwards, late fees of the day included. */
  readonly stillOwed: Fen;
}

/**
 * Spreads an amount over what a party owes: the longest due first, vouchers and prepayment before money, by the rule of one tap (`payBill`).
 * An amount of 0 pays what vouchers and prepayment pay.
 */
export function spreadMoney(
  account: HomeAccount,
  { partyId, amount }: { readonly partyId: string; readonly amount: Fen },
  today: Day,
): SpreadMoney {
  const payer = { openid: '', partyIds: [partyId] };
  const purses = pursesFor(account, { payer, today, money: amount });
  const open = payableBills(account, payer);
  const paid = open.map((bill) => payBill(bill, today, purses));
  const owed = sumFen(open.map((bill) => owedOn(bill, today)));
  const settled = sumFen(paid.map(paidOf));
  return {
    bills: paid.filter((bill) => paidOf(bill) > 0),
    toPrepaid: purses.money,
    stillOwed: subtractFen(owed, settled),
  };
}

/** What vouchers and prepayment pay of these bills. */
export function usedBeside(bills: readonly ChosenBill[]): { readonly vouchers: Fen; readonly prepaid: Fen } {
  return {
    vouchers: sumFen(bills.flatMap(({ vouchers }) => vouchers.map(({ amount }) => fen(amount)))),
    prepaid: sumFen(bills.map(({ prepaid }) => prepaid)),
  };
}

function paidOf({ principal, lateFee }: ChosenBill): Fen {
  return addFen(principal, lateFee);
}
