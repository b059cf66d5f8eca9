import type { ParsedOf } from '../../../types/contract';
import type { BillView } from '../../../types/contract/charging';
import { noFen } from '../../../types/money';
import { changes, create, replace, unchanged } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { communityById, defaultSettings, homeById } from '../community';
import type { Bill } from './bill';
import { type BillInHome, billInHome, tellWhoSees, withOpenBill } from './billInHome';
import { moveBill } from './billState';
import { assignments, bills, homeAccounts } from './chargingStore';
import { billOne } from './draftHome';
import { billedLines, journalOf, takenBackLines } from './journals';
import { itemsOf, loadBilling } from './loadBilling';
import { openBillOf } from './openBill';
import { seeBill } from './seeBill';
import { unbillableSentences } from './unbillable';
import { auditOf, obstacleToClosing } from './voidBill';

type Made = { readonly billId: string };

/**
 * Row C1: finance has a bill made anew from what the register, the prices and the readings say now; the old one is followed by the
 * new, which is owed at once. Answers the new bill. Refuses as voiding does, and BILL_CANNOT_BE_MADE (`why` says what is missing).
 */
export const reissueBill: Changing<ParsedOf<'charging.reissueBill'>, void, Made, BillView> = {
  decide: async ({ billId, reason }, context): Promise<Decision<Made>> => {
    const found = await billInHome(billId);
    if (!found) return toRefuse('NOT_ALLOWED');
    const obstacle = obstacleToClosing(found, 'reissue');
    if (obstacle) return toRefuse(obstacle);
    // What the old books said cannot be made again from ours.
    if (found.bill.origin === 'opening') return toRefuse('BILL_NOT_MOVABLE');
    return followedByNew(found, reason, context);
  },
  answer: seeBill,
};

async function followedByNew(
  found: BillInHome,
  reason: string,
  { now, today }: Context,
): Promise<Decision<Made>> {
  const { bill, account } = found;
  const remade = await remake(bill);
  if (remade.kind === 'refuse') return remade;
  const { next, rests } = remade;
  if (!account) throw new Error(`${bill._id} is open in no account`);
  const isOwed = next.state !== 'paid';
  const closing = { reason, followedBy: next._id };
  return toDo(
    { billId: next._id },
    changes({
      expected: [rests],
      writes: [
        replace(bills, bill, { ...bill, state: 'reissued', closing }),
        create(bills, next),
        replace(homeAccounts, account, withOpenBill(account, bill._id, isOwed ? [openBillOf(next)] : [])),
      ],
      journal: [
        ...journalOf('billVoid', bill, takenBackLines(bill), { now, reason }),
        ...(isOwed ? journalOf('bill', next, billedLines(next), { now, reason }) : []),
      ],
      audit: [auditOf('billReissued', bill, reason, next._id)],
      ...tellWhoSees({ ...found, bill: next }, 'billChanged', { change: 'reissued' }, { today }),
    }),
  );
}

type Remade =
  | Extract<Decision<Made>, { kind: 'refuse' }>
  | { readonly kind: 'made'; readonly next: Bill; readonly rests: ReturnType<typeof unchanged> };

async function remake(bill: Bill): Promise<Remade> {
  const { communityId, period } = bill;
  const [home, community, items] = await Promise.all([
    homeById(bill.homeId),
    communityById(communityId),
    itemsOf(communityId),
  ]);
  const [data] = home ? await loadBilling([home], period) : [];
  const assignment = data?.assignments.find(({ _id }) => _id === bill.assignmentId);
  if (!data || !assignment) return refusal();
  const { collectsUtilities } = community?.settings ?? defaultSettings;
  const revisions = data.inMonth.filter(({ assignmentId }) => assignmentId === assignment._id);
  const revision = Math.max(...revisions.map((one) => one.revision), bill.revision) + 1;
  const made = billOne(assignment, data, { period, items, collectsUtilities }, revision);
  if (made.kind === 'nothing') return refusal();
  if (made.kind === 'unbillable') return refusal(unbillableSentences[made.reason]);
  const { amount } = made.bill;
  const move = moveBill('draft', 'publish', 'finance', { amount, credited: noFen });
  if (move.kind === 'refused') throw new Error(`${made.bill._id} cannot be published: ${move.reason}`);
  return {
    kind: 'made',
    next: { ...made.bill, version: 1, state: move.state },
    rests: unchanged(assignments, assignment._id, assignment),
  };
}

function refusal(why?: string): Extract<Decision<Made>, { kind: 'refuse' }> {
  const refused = toRefuse('BILL_CANNOT_BE_MADE', why === undefined ? undefined : { why });
  if (refused.kind !== 'refuse') throw new Error('a refusal is no grant');
  return refused;
}
