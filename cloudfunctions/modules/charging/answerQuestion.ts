import type { ParsedOf } from '../../../types/contract';
import type { BillView, QuestionRow } from '../../../types/contract/charging';
import { placeName } from '../../../types/place';
import { granted, type Outcome } from '../../../types/refusal';
import { changes, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { homesByIds } from '../community';
import { billInHome, tellWhoSees, withOpenBill } from './billInHome';
import { moveBill } from './billState';
import { bills, homeAccounts, questionedBills } from './chargingStore';
import { seeBill } from './seeBill';

type Made = { readonly billId: string };

/** A question is answered: the bill is to be paid again, and who sees it is told. Refuses BILL_NOT_MOVABLE where none waits. */
export const answerQuestion: Changing<ParsedOf<'charging.answerQuestion'>, void, Made, BillView> = {
  decide: async ({ billId, answer }, { now, today, caller }): Promise<Decision<Made>> => {
    const found = await billInHome(billId);
    if (!found) return toRefuse('NOT_ALLOWED');
    const { bill, account, open, standing } = found;
    const { credited } = standing;
    const money = { amount: bill.amount, credited };
    const move = moveBill(standing.state, 'answer', 'customerService', money);
    if (!account || !open || !bill.question || move.kind === 'refused') return toRefuse('BILL_NOT_MOVABLE');
    const question = { ...bill.question, answer, answeredAt: now };
    return toDo(
      { billId },
      changes({
        writes: [
          replace(bills, bill, { ...bill, credited, state: move.state, question }),
          replace(homeAccounts, account, withOpenBill(account, billId, [{ ...open, isQuestioned: false }])),
        ],
        audit: [
          {
            what: 'billQuestionAnswered',
            beneficiary: { openid: question.by, homeId: bill.homeId, communityId: bill.communityId },
            subjects: [`bills/${billId}`],
            reason: answer,
          },
        ],
        ...tellWhoSees(found, 'billAnswered', {}, { today, except: caller.openid }),
      }),
    );
  },
  answer: seeBill,
};

/** Questions that wait for an answer, the oldest first, 20 a page. */
export async function listQuestions({
  communityId,
  after,
}: ParsedOf<'charging.questions'>): Promise<
  Outcome<{ readonly rows: readonly QuestionRow[]; readonly next?: string }>
> {
  const { rows: found, next } = await questionedBills(communityId, after);
  const homes = await homesByIds(found.map(({ homeId }) => homeId));
  const places = new Map(homes.map(({ _id, place }) => [_id, placeName(place)]));
  const rows = found.map(
    ({ _id, homeId, itemName, period, amount, question, questionedAt }): QuestionRow => ({
      billId: _id,
      place: places.get(homeId) ?? '',
      itemName,
      period,
      amount,
      text: question?.text ?? '',
      askedAt: questionedAt ?? 0,
    }),
  );
  return granted(next === undefined ? { rows } : { rows, next });
}
