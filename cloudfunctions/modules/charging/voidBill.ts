import type { ParsedOf } from '../../../types/contract';
import type { BillView } from '../../../types/contract/charging';
import type { RefusalCode } from '../../../types/refusal';
import { changes, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { type BillInHome, billInHome, isBeingPaid, tellWhoSees, withOpenBill } from './billInHome';
import { addTallies, billRunId, tallyOf } from './billRun';
import { billRunById, billRuns } from './billRunStore';
import { moveBill } from './billState';
import { bills, homeAccounts } from './chargingStore';
import { journalOf, takenBackLines } from './journals';
import { seeBill } from './seeBill';

type Made = { readonly billId: string };

/**
 * Row C1: finance takes a bill back, with a reason; what it posted is posted the other way round. A draft leaves its run. Refuses
 * BILL_BEING_PAID (a live order holds it), BILL_ALREADY_PAID (the refund comes first), BILL_NOT_MOVABLE, BILL_RUN_NOT_READY.
 */
export const voidBill: Changing<ParsedOf<'charging.voidBill'>, void, Made, BillView> = {
  decide: async ({ billId, reason }, context): Promise<Decision<Made>> => {
    const found = await billInHome(billId);
    if (!found) return toRefuse('NOT_ALLOWED');
    if (found.bill.state === 'draft') return voidDraft(found, reason);
    const obstacle = obstacleToClosing(found, 'void');
    return obstacle ? toRefuse(obstacle) : voidPublished(found, reason, context);
  },
  answer: seeBill,
};

/** What keeps a published bill from being voided or reissued. */
export function obstacleToClosing(found: BillInHome, move: 'void' | 'reissue'): RefusalCode | undefined {
  const { bill, open, standing } = found;
  if (isBeingPaid(found)) return 'BILL_BEING_PAID';
  if (standing.credited > 0 || (open && open.lateFeePaid > 0)) return 'BILL_ALREADY_PAID';
  const money = { amount: bill.amount, credited: standing.credited };
  return moveBill(standing.state, move, 'finance', money).kind === 'refused' || !open
    ? 'BILL_NOT_MOVABLE'
    : undefined;
}

async function voidDraft({ bill }: BillInHome, reason: string): Promise<Decision<Made>> {
  const run = await billRunById(billRunId(bill.communityId, bill.period.first));
  if (run?.state !== 'drafted') return toRefuse('BILL_RUN_NOT_READY');
  return toDo(
    { billId: bill._id },
    changes({
      writes: [
        replace(bills, bill, { ...bill, state: 'void', closing: { reason } }),
        replace(billRuns, run, { ...run, ...addTallies(run, tallyOf([bill], -1)) }),
      ],
      audit: [auditOf('draftVoided', bill, reason)],
    }),
  );
}

function voidPublished(found: BillInHome, reason: string, { now, today }: Context): Decision<Made> {
  const { bill, account } = found;
  if (!account) throw new Error(`${bill._id} is open in no account`);
  return toDo(
    { billId: bill._id },
    changes({
      writes: [
        replace(bills, bill, { ...bill, state: 'void', closing: { reason } }),
        replace(homeAccounts, account, withOpenBill(account, bill._id, [])),
      ],
      journal: journalOf('billVoid', bill, takenBackLines(bill), { now, reason }),
      audit: [auditOf('billVoided', bill, reason)],
      ...tellWhoSees(found, 'billChanged', { change: 'void' }, { today }),
    }),
  );
}

export function auditOf(what: string, bill: BillInHome['bill'], reason: string, followedBy?: string) {
  const { _id, homeId, communityId, amount } = bill;
  const subjects = [`bills/${_id}`, ...(followedBy === undefined ? [] : [`bills/${followedBy}`])];
  return { what, beneficiary: { homeId, communityId }, subjects, reason, facts: { amount } };
}
