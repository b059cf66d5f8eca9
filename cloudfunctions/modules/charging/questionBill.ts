import type { ParsedOf } from '../../../types/contract';
import type { BillView } from '../../../types/contract/charging';
import { changes, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { desk, mayBeSeen } from './billAccess';
import { billInHome, tellWhoSees, withOpenBill, wordsOf } from './billInHome';
import { moveBill } from './billState';
import { bills, homeAccounts } from './chargingStore';
import { seeBill } from './seeBill';

type Made = { readonly billId: string };

/**
 * Row C1: somebody who owes a bill or lives with it asks about it (or customer service for them); until it is answered it is out of
 * one-tap. Refuses BILL_NOT_MOVABLE (paid, void, asked about already).
 */
export const questionBill: Changing<ParsedOf<'charging.questionBill'>, void, Made, BillView> = {
  decide: async ({ billId, text }, context): Promise<Decision<Made>> => {
    const found = await billInHome(billId);
    if (!found || !mayBeSeen(found.bill, found.household, context)) return toRefuse('NOT_ALLOWED');
    const { bill, account, household, open, standing } = found;
    const { caller, target, now, today } = context;
    const by = desk.allows(caller, target) ? 'customerService' : 'resident';
    const move = moveBill(standing.state, 'question', by, {
      amount: bill.amount,
      credited: standing.credited,
    });
    if (!account || !open || move.kind === 'refused') return toRefuse('BILL_NOT_MOVABLE');
    const { question: _earlier, ...rest } = bill;
    const asked = {
      ...rest,
      ...standing,
      state: move.state,
      question: { text, by: caller.openid },
      questionedAt: now,
    };
    const { topics } = tellWhoSees(found, 'billQuestioned', {}, { today });
    const words = wordsOf(bill, household);
    return toDo(
      { billId },
      changes({
        writes: [
          replace(bills, bill, asked),
          replace(homeAccounts, account, withOpenBill(account, billId, [{ ...open, isQuestioned: true }])),
        ],
        audit: [
          {
            what: 'billQuestioned',
            beneficiary: { homeId: bill.homeId, communityId: bill.communityId },
            subjects: [`bills/${billId}`],
            reason: text,
          },
        ],
        messages: ['finance', 'customerService'].map((duty) => ({
          to: { duty },
          kind: 'billQuestioned',
          words,
          page: `bill?billId=${billId}`,
        })),
        topics,
      }),
    );
  },
  answer: seeBill,
};
