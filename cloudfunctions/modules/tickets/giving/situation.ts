import { dayOf, type Instant } from '../../../../types/day';
import { isOnStaff, type StaffMember, staffMembersByIds } from '../../people';
import { termsOf } from '../termsStore';
import { ticketsWaiting } from '../ticketsStore';
import type { Situation } from './decideGiving';
import type { Workload } from './workload';
import { workloadsOnDuty } from './workloadsStore';

/**
 * What waits in a community, all of it, and who is on duty with what in hand. Three reads at once, then one for each hundred people and
 * each hundred more that waits.
 */
export async function situationOf(communityId: string, now: Instant): Promise<Situation> {
  const [waiting, atWork] = await Promise.all([ticketsWaiting(communityId), atWorkIn(communityId, now)]);
  return { ...atWork, waiting, now };
}

/** Who is on duty with what in hand, and by which terms. Two reads at once, then one for each hundred people. */
export async function atWorkIn(
  communityId: string,
  now: Instant,
): Promise<Pick<Situation, 'people' | 'terms'>> {
  const [workloads, terms] = await Promise.all([workloadsOnDuty(communityId), termsOf(communityId)]);
  const members = await membersOf(workloads);
  const today = dayOf(now);
  const people = workloads.flatMap((workload) => {
    const member = members.get(workload._id);
    return member && isOnStaff(member, today) ? [{ member, workload }] : [];
  });
  return { people, terms };
}

async function membersOf(workloads: readonly Workload[]): Promise<ReadonlyMap<string, StaffMember>> {
  const found = await staffMembersByIds(workloads.map(({ _id }) => _id));
  return new Map(found.map((member) => [member._id, member]));
}
