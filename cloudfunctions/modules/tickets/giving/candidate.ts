import type { Instant } from '../../../../types/day';
import type { StaffMember } from '../../people';
import { type Candidate, dispatchRule, type WaitingTicket } from '../dispatch/rule';
import { skillOf, skillsOf, usualMinutesOf } from '../dispatch/skills';
import type { Walk } from '../dispatch/walk';
import type { Circumstances } from '../dispatch/weigh';
import { isTooLong } from '../life';
import type { Ticket, Turned } from '../ticket';
import type { HeldTicket, Workload } from './workload';

/** Somebody on duty as the rule sees them, with where they will be free. */
export interface Placed extends Candidate {
  readonly building: string | undefined;
}

const minute = 60_000;

/** A member of staff with what they have in hand; paused tickets take no time of theirs. */
export function placedOf(member: StaffMember, workload: Workload, now: Instant): Placed {
  const inOrder = inHandInOrder(workload);
  const left = inOrder.map((ticket) => minutesLeft(ticket, now));
  const urgent = inOrder.filter(({ state, urgency }) => state === 'working' || urgency === 'emergency');
  const urgentLeft = urgent.reduce((sum, ticket) => sum + minutesLeft(ticket, now), 0);
  return {
    id: member._id,
    name: member.name,
    isOnDuty: workload.isOnDuty,
    skills: skillsOf(member),
    areas: member.areas,
    open: workload.tickets.length,
    openEmergencies: workload.tickets.filter(({ urgency }) => urgency === 'emergency').length,
    freeInMinutes: left.reduce((sum, minutes) => sum + minutes, 0),
    // Whoever goes to something that is no emergency can turn round; whoever is quite free comes first all the same.
    urgentFreeInMinutes: Math.max(urgentLeft, inOrder.length > 0 ? 1 : 0),
    workedMinutes: workload.worked.reduce((sum, { minutes }) => sum + minutes, 0),
    building: inOrder.at(-1)?.building ?? workload.lastBuilding,
  };
}

/** What they are at or go to, first; then what is accepted or offered, emergencies first, the nearest clock first. */
export function inHandInOrder({ tickets }: Workload): readonly HeldTicket[] {
  const rank = ({ state, urgency }: HeldTicket) =>
    (state === 'working' ? 0 : state === 'accepted' ? 1 : 2) + (urgency === 'emergency' ? 0 : 3);
  const byClock = (a: HeldTicket, b: HeldTicket) =>
    Number(b.state === 'working') - Number(a.state === 'working') ||
    rank(a) - rank(b) ||
    (a.clockBy ?? a.reportedAt) - (b.clockBy ?? b.reportedAt) ||
    (a.ticketId < b.ticketId ? -1 : 1);
  return tickets.filter(({ state }) => state !== 'paused').sort(byClock);
}

/** What is under way ends no sooner than in a third of what it usually takes. */
function minutesLeft({ state, since, usualMinutes }: HeldTicket, now: Instant): number {
  if (state !== 'working') return usualMinutes;
  return Math.max(usualMinutes - (now - since) / minute, usualMinutes / 3);
}

/** These may be asked again, until the ticket has gone round too often: a duty switched on and off would go on for ever. */
const askedAgain: readonly Turned['how'][] = ['offDuty', 'sooner'];

/** A ticket as the rule sees it. Once its respond clock has stopped, it has been given back: there is no time to wait for a free one. */
export function waitingOf(ticket: Ticket): WaitingTicket {
  const again = isTooLong(ticket) ? [] : askedAgain;
  const respond = ticket.clocks.find(({ kind, stoppedAt }) => kind === 'respond' && stoppedAt === undefined);
  return {
    id: ticket._id,
    skill: skillOf(ticket.problem),
    place: ticket.building,
    urgency: ticket.urgency,
    reportedAt: ticket.reportedAt,
    respondBy: respond?.by ?? ticket.reportedAt,
    usualMinutes: usualMinutesOf(ticket.problem),
    declinedBy: ticket.turned.filter(({ how }) => !again.includes(how)).map(({ staffId }) => staffId),
  };
}

export function circumstancesOf(placed: readonly Placed[], walk: Walk, now: Instant): Circumstances {
  const buildings = new Map(placed.map(({ id, building }) => [id, building]));
  return {
    rule: dispatchRule,
    now,
    walkMinutes: ({ id }, { place }) => walk(buildings.get(id), place),
    isWayGuess: ({ id }, { place }) => walk.isGuess(buildings.get(id), place),
  };
}
