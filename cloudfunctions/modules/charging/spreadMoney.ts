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
  /** Bills among them that still owe something afterwards. */
  readonly inPart: readonly string[];
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
  const parts = open.map((bill) => {
    const chosen = payBill(bill, today, purses);
    return { chosen, owed: owedOn(bill, today), settled: paidOf(chosen) };
  });
  const paid = parts.filter(({ settled }) => settled > 0);
  return {
    bills: paid.map(({ chosen }) => chosen),
    toPrepaid: purses.money,
    inPart: paid.filter(({ owed, settled }) => settled < owed).map(({ chosen }) => chosen.billId),
    stillOwed: sumFen(parts.map(({ owed, settled }) => subtractFen(owed, settled))),
  };
}

/**
 * What a party would have to bring to owe nothing more, vouchers and prepayment used first. Tried with money for all of it: without any,
 * a voucher waits for its bill's late fee, and its worth would seem to be owed.
 */
export function toTakeFrom(account: HomeAccount, partyId: string, today: Day): Fen {
  const bills = payableBills(account, { openid: '', partyIds: [partyId] });
  const owed = sumFen(bills.map((bill) => owedOn(bill, today)));
  return subtractFen(owed, spreadMoney(account, { partyId, amount: owed }, today).toPrepaid);
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
