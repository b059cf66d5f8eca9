import type { ParsedOf } from '../../../types/contract';
import type { CaseView } from '../../../types/contract/reconciliation';
import { type Changes, changes, joined, replace } from '../../kernel/changes';
import { toDo, toRefuse } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { creditUnbooked, orderById, refundUnbooked } from '../payments';
import { type Case, resolved } from './case';
import { caseById, cases } from './casesStore';
import { answerCase } from './caseView';

type Made = { readonly caseId: string };

/**
 * Row C10: a difference is settled: the money is credited to the home as prepayment, or goes back to its payer, or it is explained.
 * Refuses CASE_ALREADY_RESOLVED, CASE_ACTION_NOT_POSSIBLE.
 */
export const resolveCase: Changing<ParsedOf<'reconciliation.resolveCase'>, void, Made, CaseView> = {
  decide: async ({ caseId, action, note }, context) => {
    const open = await caseById(caseId);
    const staffId = context.caller.posts.find((post) => post.communityId === open?.communityId)?.staffId;
    if (!open || !staffId) return toRefuse('NOT_ALLOWED');
    const done = resolved(open, { action, note, at: context.now, by: staffId });
    if (!done.ok) return { kind: 'refuse', refusal: done.refusal };
    const money = action === 'explain' ? changes({}) : await moved(open, action, context);
    if (!money) return toRefuse('CASE_ACTION_NOT_POSSIBLE');
    const { communityId, homeId } = open;
    return toDo(
      { caseId },
      joined(
        changes({
          writes: [replace(cases, open, done.value)],
          audit: [
            {
              what: 'caseResolved',
              beneficiary: { communityId, homeId },
              subjects: [`cases/${caseId}`],
              reason: note,
              facts: { action },
            },
          ],
        }),
        money,
      ),
    );
  },
  answer: answerCase,
};

/** Only money that WeChat says it has, for an order of ours, and that no journal holds yet. */
async function moved(
  { orderId, transactionId, theirs, day }: Case,
  action: 'credit' | 'refund',
  { now }: Context,
): Promise<Changes | undefined> {
  const order = orderId === undefined ? undefined : await orderById(orderId);
  if (!order || transactionId === undefined || theirs === undefined) return undefined;
  const money = { transactionId, amount: theirs, day };
  return action === 'credit' ? creditUnbooked(order, money, now) : refundUnbooked(order, money, now);
}
