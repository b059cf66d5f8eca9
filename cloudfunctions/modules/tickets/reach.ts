import { dayOf } from '../../../types/day';
import type { Reach, Target } from '../../kernel/access';
import type { Caller } from '../../kernel/caller';
import { readForCaller } from '../people';
import { isOfFinder } from './finder';
import type { Ticket } from './ticket';
import { ticketById } from './ticketsStore';
import { isOfAHome } from './watchers';

interface OfTicket {
  readonly ticketId: string;
}

/** A ticket as its reporter and, where it is a repair, the people of the home reach it. */
export const reachReported: Reach<OfTicket> = async ({ ticketId }, caller) => {
  const ticket = await ticketById(ticketId);
  return ticket && { ...reachedAtHome(ticket, caller), people: reporters(ticket, caller) };
};

/** As `reachReported`, and as whoever took it down reaches it: of an emergency the photos follow. */
export const reachAdded: Reach<OfTicket> = async ({ ticketId }, caller) => {
  const ticket = await ticketById(ticketId);
  const takers = ticket && isTaker(ticket, caller) ? [caller.openid] : [];
  return ticket && { ...reachedAtHome(ticket, caller), people: [...reporters(ticket, caller), ...takers] };
};

/** A ticket as whoever has it now reaches it. */
export const reachAssigned: Reach<OfTicket> = async ({ ticketId }, caller) => {
  const ticket = await ticketById(ticketId);
  return ticket && { ...reached(ticket), people: assigned(ticket, caller) };
};

/** A ticket as whoever has it reaches it, and whoever had it: an answer that was lost is given again to who handed it on. */
export const reachHandedOn: Reach<OfTicket> = async ({ ticketId }, caller) => {
  const ticket = await ticketById(ticketId);
  if (!ticket) return undefined;
  const hadIt = caller.posts.some(({ staffId }) => ticket.turned.some((turn) => turn.staffId === staffId));
  return { ...reached(ticket), people: [...assigned(ticket, caller), ...(hadIt ? [caller.openid] : [])] };
};

/** A ticket as everybody reaches it who may read it: its reporter, the people of the home, whoever has it, the desks. */
export const reachTicket: Reach<OfTicket> = async ({ ticketId }, caller) => {
  const ticket = await ticketById(ticketId);
  return (
    ticket && {
      ...reachedAtHome(ticket, caller),
      people: [...reporters(ticket, caller), ...assigned(ticket, caller)],
    }
  );
};

/** Has this person the ticket in hand, in a post they still hold: whoever has left the staff reads nothing any more. */
export function isAssignedTo({ assignee }: Pick<Ticket, 'assignee'>, { openid, posts }: Caller): boolean {
  return assignee?.openid === openid && posts.some(({ staffId }) => staffId === assignee.staffId);
}

/** Did this person take it down, in a post they still hold. */
export function isTaker({ reporter }: Pick<Ticket, 'reporter'>, { posts }: Caller): boolean {
  return posts.some(({ staffId }) => staffId === reporter.takenBy);
}

/**
 * Did this person report it, and is it still theirs: a repair of a home goes with the home, what was found on patrol with the post,
 * everything else stays with whoever wrote it.
 */
export function isReporter(
  { type, channel, homeId, reporter }: Pick<Ticket, 'type' | 'channel' | 'homeId' | 'reporter'>,
  caller: Caller,
): boolean {
  const { openid, homes } = caller;
  if (reporter.openid !== openid) return false;
  if (isOfFinder({ channel, reporter })) return isTaker({ reporter }, caller);
  return !isOfAHome({ type, homeId }) || homes.some((home) => home.homeId === homeId);
}

/** Is the ticket the home's as far as this person goes: a repair, reported in the days of the person's own tenure. */
export function isOfTheirHome(
  ticket: Pick<Ticket, 'type' | 'homeId' | 'reportedAt'>,
  caller: Caller,
): boolean {
  const held = caller.homes.find(({ homeId }) => homeId === ticket.homeId);
  if (ticket.type !== 'repair' || !held) return false;
  const tenures = readForCaller(caller)?.held.find(({ _id }) => _id === ticket.homeId)?.tenures ?? [];
  const tenure = tenures.find(({ id }) => id === held.tenureId);
  // Whoever moved in later does not read what the people before them told.
  return tenure !== undefined && tenure.from <= dayOf(ticket.reportedAt);
}

function reachedAtHome(ticket: Ticket, caller: Caller) {
  const { homeId } = ticket;
  return homeId !== undefined && isOfTheirHome(ticket, caller)
    ? { ...reached(ticket), homeId }
    : reached(ticket);
}

function reached({ communityId }: Ticket): Omit<Extract<Target, { kind: 'record' }>, 'people'> {
  return { kind: 'record', communityId };
}

function assigned(ticket: Ticket, caller: Caller): readonly string[] {
  return isAssignedTo(ticket, caller) ? [caller.openid] : [];
}

function reporters(ticket: Ticket, caller: Caller): readonly string[] {
  return isReporter(ticket, caller) ? [caller.openid] : [];
}
