import type { ParsedOf } from '../../../types/contract';
import type { BillView } from '../../../types/contract/charging';
import { fen, noFen, subtractFen } from '../../../types/money';
import type { RefusalCode } from '../../../types/refusal';
import { changes, replace, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { journalsOfBill } from '../ledger';
import { type Adjusting, adjustBill as addLine } from './adjustBill';
import type { Bill } from './bill';
import { type BillInHome, billInHome, isBeingPaid, tellWhoSees, withOpenBill } from './billInHome';
import { netByLine } from './billLine';
import { moveBill } from './billState';
import { bills, homeAccounts } from './chargingStore';
import { outstanding } from './choosePayment';
import { emptyAccount, type OpenBill } from './homeAccount';
import { billedLines, journalOf } from './journals';
import { openBillOf, type PaidSoFar } from './openBill';
import { paidSoFar } from './paidSoFar';
import { seeBill } from './seeBill';
import { auditOf } from './voidBill';

type Made = { readonly billId: string };

const refusals: Readonly<Record<Extract<Adjusting, { kind: 'refused' }>['reason'], RefusalCode>> = {
  noSuchLine: 'BILL_LINE_NOT_FOUND',
  nothingAdjusted: 'INVALID_INPUT',
  reasonMissing: 'INVALID_INPUT',
  belowNothing: 'ADJUSTMENT_BELOW_NOTHING',
};

/**
 * Row C1: finance puts one line of a published bill right, up or down; a question about it is answered with it, a paid bill is open
 * again for what was added, without late fee on it. Refuses BILL_BEING_PAID, BILL_LINE_NOT_FOUND, ADJUSTMENT_BELOW_NOTHING,
 * BILL_ALREADY_PAID (it would fall below what was paid), BILL_NOT_MOVABLE.
 */
export const adjustPublished: Changing<ParsedOf<'charging.adjustBill'>, void, Made, BillView> = {
  decide: async ({ billId, line, amount, reason }, context): Promise<Decision<Made>> => {
    const found = await billInHome(billId);
    if (!found) return toRefuse('NOT_ALLOWED');
    const { bill, standing } = found;
    if (isBeingPaid(found)) return toRefuse('BILL_BEING_PAID');
    const adjusted = addLine(bill, { against: line, amount: fen(amount), reason });
    if (adjusted.kind === 'refused') return toRefuse(refusals[adjusted.reason]);
    const paid = await paidOf(found);
    const next = { amount: adjusted.bill.amount, credited: standing.credited };
    const move = moveBill(standing.state, 'adjust', 'finance', next);
    if (move.kind === 'refused')
      return toRefuse(move.reason === 'overCredited' ? 'BILL_ALREADY_PAID' : 'BILL_NOT_MOVABLE');
    const open = openAfter(found, { ...adjusted.bill, state: move.state }, paid);
    if (open.owed.some(({ owed }) => owed < 0)) return toRefuse('BILL_ALREADY_PAID');
    const after = { ...adjusted.bill, credited: standing.credited, state: move.state };
    return adjustedChanges(found, { after, open, no: adjusted.line.no, reason }, context);
  },
  answer: seeBill,
};

async function paidOf({ bill, open, standing }: BillInHome): Promise<PaidSoFar> {
  if (open) {
    const owed = new Map(open.owed.map((line) => [line.no, line.owed]));
    const byLine = new Map(
      netByLine(bill.lines).map(({ no, amount }) => [no, subtractFen(amount, owed.get(no) ?? noFen)]),
    );
    return { credits: open.credits, lateFeePaid: open.lateFeePaid, byLine };
  }
  if (standing.credited === 0) return { credits: [], lateFeePaid: noFen, byLine: new Map() };
  return paidSoFar(bill._id, await journalsOfBill(bill._id));
}

function openAfter({ open }: BillInHome, bill: Bill, paid: PaidSoFar): OpenBill {
  const next = openBillOf(bill, paid);
  if (open) return next;
  const { lateFee: _none, ...reopened } = next;
  return reopened;
}

interface Adjusted {
  readonly after: Bill;
  readonly open: OpenBill;
  /** The new line's number. */
  readonly no: number;
  readonly reason: string;
}

function adjustedChanges(
  found: BillInHome,
  { after, open, no, reason }: Adjusted,
  { now, today }: Context,
): Decision<Made> {
  const { bill, account } = found;
  const answered =
    bill.question && bill.question.answer === undefined
      ? { question: { ...bill.question, answer: reason, answeredAt: now } }
      : {};
  const before = account ?? emptyAccount(bill.homeId, bill.communityId);
  const isOwed = outstanding(open) > 0;
  const lines = billedLines(
    after,
    after.lines.filter((line) => line.no === no),
  );
  return toDo(
    { billId: bill._id },
    changes({
      writes: [
        replace(bills, bill, { ...after, ...answered }),
        save(homeAccounts, account, withOpenBill(before, bill._id, isOwed ? [open] : [])),
      ],
      journal: journalOf('adjustment', bill, lines, { now, reason, of: `${bill._id}·${no}` }),
      audit: [auditOf('billAdjusted', bill, reason)],
      ...tellWhoSees({ ...found, bill: after }, 'billChanged', { change: 'adjusted' }, { today }),
    }),
  );
}
