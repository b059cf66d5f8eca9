import type { Instant } from '../../../../types/day';
import type { StaffMember } from '../../people';
import { dispatchWaiting, type Given } from '../dispatch/dispatchWaiting';
import type { WaitingTicket } from '../dispatch/rule';
import { type Walk, walkAmong } from '../dispatch/walk';
import type { Terms, Ticket } from '../ticket';
import { circumstancesOf, inHandInOrder, type Placed, placedOf, waitingOf } from './candidate';
import type { Workload } from './workload';

/** Somebody on duty. */
export interface OnDuty {
  readonly member: StaffMember;
  readonly workload: Workload;
}

/** What one decision of a community's dispatch rests on. */
export interface Situation {
  readonly people: readonly OnDuty[];
  readonly waiting: readonly Ticket[];
  readonly terms: Terms;
  readonly now: Instant;
}

/** Of one decision: who is given what, and what was weighed for it. */
export interface Decided {
  readonly given: readonly Given[];
  readonly pool: ReadonlyMap<string, WaitingTicket>;
  readonly placed: readonly Placed[];
  readonly walk: Walk;
}

/**
 * Gives what waits, all of it together, each person at most one (`dispatchWaiting`). What somebody has accepted and not begun is weighed
 * along, and moves only to somebody free who would be at the door sooner by more than an unanswered offer takes: nothing is lost for the
 * owner even if nobody answers. What is under way, what a person decided, and what has moved once stays where it is.
 */
export function decideGiving(situation: Situation): Decided {
  return decideAmong({ ...situation, waiting: situation.waiting.map(waitingOf) });
}

/** What a decision rests on, of tickets what the rule must know. */
export interface Among extends Omit<Situation, 'waiting'> {
  readonly waiting: readonly WaitingTicket[];
}

/** As `decideGiving`. */
export function decideAmong(situation: Among): Decided {
  const { people, waiting, terms, now } = situation;
  const walk = walkAmong(terms.buildingRows);
  const placed = people.map(({ member, workload }) => placedOf(member, workload, now));
  const held = people.flatMap(({ workload }) => movable(workload));
  const pool = new Map([...waiting, ...held].map((ticket) => [ticket.id, ticket]));
  for (;;) {
    const given = dispatchWaiting([...pool.values()], placed, circumstancesOf(placed, walk, now));
    const staying = given.filter((one) => !mayGo(one, { pool, placed, walk }, situation));
    if (staying.length === 0) return { given, pool, placed, walk };
    for (const { ticketId } of staying) pool.delete(ticketId);
  }
}

/** Accepted and not begun, behind something else: whoever has nothing before it is on the way to it. */
function movable(workload: Workload): readonly WaitingTicket[] {
  return inHandInOrder(workload)
    .slice(1)
    .filter(({ state, mayMove }) => state === 'accepted' && mayMove)
    .map((ticket) => ({
      id: ticket.ticketId,
      skill: ticket.skill,
      place: ticket.building,
      urgency: ticket.urgency,
      reportedAt: ticket.reportedAt,
      respondBy: ticket.clockBy ?? ticket.reportedAt,
      usualMinutes: ticket.usualMinutes,
      declinedBy: [workload._id],
      heldBy: workload._id,
    }));
}

function mayGo(
  { ticketId, staffId }: Given,
  { pool, placed, walk }: Omit<Decided, 'given'>,
  situation: Among,
): boolean {
  const ticket = pool.get(ticketId);
  if (ticket?.heldBy === undefined) return true;
  const holder = situation.people.find(({ workload }) => workload._id === ticket.heldBy);
  const taker = placed.find(({ id }) => id === staffId);
  if (!holder || !taker) return false;
  const { offer } = situation.terms;
  const margin = ticket.urgency === 'emergency' ? offer.emergency : offer.general;
  const theirs = minutesToDoor(ticketId, holder, walk, situation.now);
  return theirs - walk(taker.building, ticket.place) > margin;
}

/** Minutes until the holder stands at the door of one of their tickets, everything before it done first. */
function minutesToDoor(ticketId: string, { member, workload }: OnDuty, walk: Walk, now: Instant): number {
  const inOrder = inHandInOrder(workload);
  const at = inOrder.findIndex((ticket) => ticket.ticketId === ticketId);
  const before = inOrder.slice(0, at);
  const place = inOrder[at]?.building ?? '';
  const { freeInMinutes, building } = placedOf(member, { ...workload, tickets: before }, now);
  return freeInMinutes + walk(building, place);
}

/** Whether nobody on duty is left who could be asked, now or when free: the supervisor has to act. */
export function isNobodyLeft({ skill, declinedBy }: WaitingTicket, placed: readonly Placed[]): boolean {
  return !placed.some(({ id, skills }) => skills.includes(skill) && !declinedBy.includes(id));
}

/** The first instant at which one of these may be given to somebody at work, because its clock is near by then. */
export function nearClockAt(
  waiting: readonly WaitingTicket[],
  busyWithinMinutes: number,
  now: Instant,
): Instant | undefined {
  const instants = waiting
    .map(({ respondBy }) => respondBy - busyWithinMinutes * 60_000)
    .filter((at) => at > now);
  return instants.length === 0 ? undefined : (Math.min(...instants) as Instant);
}
