import { dayOf, type Instant } from '../../../types/day';
import { type Changes, changes, create } from '../../kernel/changes';
import { caseById, caseId, cases, type Difference, openedCase } from '../reconciliation';
import type { Refund } from './order';

/** Opens a case about money that does not fit and tells finance; nothing where it is open, or was, already. One read. */
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
    messages: [{ to: { duty: 'finance' }, kind: 'casesOpened', words: { count: 1 } }],
  });
}

/** Finance must look: the money has not gone back. */
export function stuckCase(refund: Refund, now: Instant): Promise<Changes> {
  const { _id: refundId, communityId, homeId, place, orderId, amount: ours, ask } = refund;
  const merchant = ask ? { merchantId: ask.merchantId } : {};
  const about = { communityId, homeId, place, orderId, refundId, ours, ...merchant };
  return openCase({ ...about, cause: 'refundStuck', day: dayOf(now) }, now);
}
