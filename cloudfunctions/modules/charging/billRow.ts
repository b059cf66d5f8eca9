import type { BillRow } from '../../../types/contract/charging';
import type { Day } from '../../../types/day';
import { noFen } from '../../../types/money';
import type { Bill } from './bill';
import { billAsItStands } from './billAsItStands';
import { outstanding } from './choosePayment';
import type { HomeAccount, OpenBill } from './homeAccount';
import { lateFeeOn } from './lateFee';

/** An open bill in a list, as its home's account has it. */
export function openRow(homeId: string, bill: OpenBill, today: Day): BillRow {
  const { billId, itemName, purpose, period, amount, dueOn, isQuestioned } = bill;
  const rest = outstanding(bill);
  const paidState = rest < amount ? 'partlyPaid' : 'published';
  return {
    billId,
    homeId,
    itemName,
    purpose,
    period,
    amount,
    outstanding: rest,
    lateFee: lateFeeOn(bill, bill.lateFee, today),
    dueOn,
    isOverdue: rest > 0 && dueOn < today,
    state: isQuestioned ? 'questioned' : paidState,
  };
}

/** Any bill in a list: open as the account has it, otherwise settled, void, reissued or a draft. */
export function billRow(bill: Bill, account: HomeAccount | undefined, today: Day): BillRow {
  const { _id: billId, homeId, itemName, purpose, period, amount, dueOn } = bill;
  const open = account?.openBills.find((one) => one.billId === billId);
  const { state } = billAsItStands(bill, account);
  if (open && state !== 'void' && state !== 'reissued') return openRow(homeId, open, today);
  const rest = { outstanding: state === 'draft' ? amount : noFen, lateFee: noFen, isOverdue: false };
  return { billId, homeId, itemName, purpose, period, amount, ...rest, dueOn, state };
}
