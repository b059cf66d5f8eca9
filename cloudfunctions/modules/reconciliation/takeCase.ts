import type { ParsedOf } from '../../../types/contract';
import type { CaseView } from '../../../types/contract/reconciliation';
import { changes, replace } from '../../kernel/changes';
import { toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { takenOn } from './case';
import { caseById, cases } from './casesStore';
import { answerCase } from './caseView';

type Made = { readonly caseId: string };

/** Row C10: one of finance looks after a difference. Refuses CASE_ALREADY_RESOLVED. */
export const takeCase: Changing<ParsedOf<'reconciliation.takeCase'>, void, Made, CaseView> = {
  decide: async ({ caseId }, { caller }) => {
    const open = await caseById(caseId);
    const staffId = caller.posts.find(({ communityId }) => communityId === open?.communityId)?.staffId;
    if (!open || !staffId) return toRefuse('NOT_ALLOWED');
    const taken = takenOn(open, staffId);
    if (!taken.ok) return { kind: 'refuse', refusal: taken.refusal };
    const { communityId, homeId } = open;
    return toDo(
      { caseId },
      changes({
        writes: [replace(cases, open, taken.value)],
        audit: [{ what: 'caseTaken', beneficiary: { communityId, homeId }, subjects: [`cases/${caseId}`] }],
      }),
    );
  },
  answer: answerCase,
};
