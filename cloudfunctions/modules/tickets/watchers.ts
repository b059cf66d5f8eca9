import type { Day } from '../../../types/day';
import type { Duty } from '../../../types/role';
import { type Household, householdOf, isOnStaff, memberOpenids, type StaffMember, staffOf } from '../people';
import { isOfFinder } from './finder';
import type { Ticket } from './ticket';

/** Whose open pages show a ticket, besides its reporter's and its assignee's. */
export interface Watchers {
  /** The home of a repair. */
  readonly household?: Household;
  /** The community's register of staff. */
  readonly staff: readonly StaffMember[];
}

const desks: readonly Duty[] = ['customerService', 'supervisor', 'projectManager'];

/** Who watches this ticket. Two reads at once. */
export async function watchersOf({
  communityId,
  homeId,
}: Pick<Ticket, 'communityId' | 'homeId'>): Promise<Watchers> {
  const [household, staff] = await Promise.all([
    homeId === undefined ? undefined : householdOf(homeId),
    staffOf(communityId),
  ]);
  return household ? { household, staff } : { staff };
}

/** The people of the home to whom a ticket is open: of a repair all who lived there when it was reported. */
export function homeWatchers(
  { type, reportedDay }: { readonly type: Ticket['type']; readonly reportedDay: Day },
  { household }: Watchers,
  today: Day,
): readonly string[] {
  if (type !== 'repair' || !household) return [];
  const tenures = household.tenures.filter(({ from }) => from <= reportedDay);
  return memberOpenids({ ...household, tenures }, today);
}

/** Does it go with a home: a repair in one. */
export function isOfAHome({
  type,
  homeId,
}: {
  readonly type: Ticket['type'];
  readonly homeId?: string | undefined;
}) {
  return type === 'repair' && homeId !== undefined;
}

/** Whether whoever reported it has moved out of the home whose repair it is, or has left the staff for whom they found it: then it is theirs no more. */
export function hasReporterLeft(
  ticket: Pick<Ticket, 'type' | 'channel' | 'homeId' | 'reporter'>,
  { household, staff }: Watchers,
  today: Day,
): boolean {
  const { openid, takenBy } = ticket.reporter;
  if (isOfFinder(ticket)) return !staff.some((member) => member._id === takenBy && isOnStaff(member, today));
  if (!isOfAHome(ticket) || !household || openid === undefined) return false;
  return !memberOpenids(household, today).includes(openid);
}

/** The accounts of the desks of today: customer service, supervisors, project managers. */
export function deskWatchers({ staff }: Watchers, today: Day): readonly string[] {
  return staff
    .filter((member) => isOnStaff(member, today) && member.duties.some((duty) => desks.includes(duty)))
    .flatMap(({ openid }) => (openid === undefined ? [] : [openid]));
}
