import { type Fen, noFen, subtractFen } from '../../../types/money';
import type { Bill } from './bill';
import { netByLine } from './billLine';
import type { OpenBill } from './homeAccount';
import type { Credit } from './lateFee';

/** What was paid of a bill so far, line by line. */
export interface PaidSoFar {
  readonly credits: readonly Credit[];
  readonly lateFeePaid: Fen;
  readonly byLine: ReadonlyMap<number, Fen>;
}

const nothing: PaidSoFar = { credits: [], lateFeePaid: noFen, byLine: new Map() };

/** The bill as its home's account holds it, once published; with what was paid of it where it is opened again. */
export function openBillOf(bill: Bill, { credits, lateFeePaid, byLine }: PaidSoFar = nothing): OpenBill {
  const { _id: billId, itemName, purpose, period, liablePartyId, dueOn, amount, lateFee } = bill;
  return {
    billId,
    itemName,
    purpose,
    period,
    liablePartyId,
    dueOn,
    amount,
    credits,
    owed: netByLine(bill.lines).map((line) => ({
      no: line.no,
      owed: subtractFen(line.amount, byLine.get(line.no) ?? noFen),
    })),
    ...(lateFee ? { lateFee } : {}),
    lateFeePaid,
    isQuestioned: bill.state === 'questioned',
  };
}
