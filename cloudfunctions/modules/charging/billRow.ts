import type { BillLineMath, BillRow, MeterSpan } from '../../../types/contract/charging';
import type { Day } from '../../../types/day';
import { noFen } from '../../../types/money';
import type { Bill } from './bill';
import { billAsItStands } from './billAsItStands';
import type { BillLine } from './billLine';
import { outstanding } from './choosePayment';
import type { HomeAccount, OpenBill } from './homeAccount';
import { lateFeeOn } from './lateFee';

/** How a bill came about, for a row of a list: its lines and, of a meter, the readings around its use. */
export function rowMath({ lines, position, beganAt }: Bill): Pick<BillRow, 'lines' | 'meter'> {
  const decimals = lines.find((line) => line.kind === 'charge')?.quantity.decimals;
  const plain = { lines: lines.map(lineMath) };
  if (!position || decimals === undefined) return plain;
  const { day, serial, value } = position.reading;
  const isSameMeter = beganAt?.serial === serial;
  const meter: MeterSpan = {
    ...(isSameMeter ? { from: { units: beganAt.value, decimals } } : {}),
    to: { units: value, decimals },
    readOn: day,
  };
  return { ...plain, meter };
}

function lineMath(line: BillLine): BillLineMath {
  const { no, text, amount } = line;
  if (line.kind === 'adjustment') return { no, text, amount };
  if (line.kind === 'reduction') return { no, text, amount, permille: line.permille };
  const { price, quantity, unit, duration } = line;
  return { no, text, amount, price, quantity, unit, ...(duration ? { duration } : {}) };
}

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
