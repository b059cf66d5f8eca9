import type { Instant } from '../../../types/day';
import { type Changes, changes, create } from '../../kernel/changes';
import { caseById, caseId, cases, type Difference, openedCase } from '../reconciliation';

/** Opens a case about money that does not fit; nothing where it is open, or was, already. One read. */
export async function openCase(difference: Difference, now: Instant): Promise<Changes> {
  const id = caseId(difference);
  if (await caseById(id)) return changes({});
  const { communityId, homeId, cause } = difference;
  return changes({
    writes: [create(cases, openedCase(difference, now))],
    audit: [
      {
        what: 'caseOpened',
        beneficiary: { communityId, homeId },
        subjects: [`cases/${id}`],
        facts: { cause },
      },
    ],
  });
}
