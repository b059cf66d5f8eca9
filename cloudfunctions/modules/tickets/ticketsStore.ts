import type { Instant } from '../../../types/day';
import type { Problem } from '../../../types/ticket';
import { ascending, closedCollection } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import {
  count,
  find,
  findAllBy,
  findPage,
  is,
  type Page,
  readById,
  readByIds,
} from '../../platform/database';
import { openStates } from './life';
import type { ListName, Ticket } from './ticket';

export const tickets = closedCollection<Ticket>('tickets', [
  ascending('homeId', 'reportedAt', '_id'),
  ascending('reporter.openid', 'state'),
  ascending('communityId', 'reportedAt', '_id'),
  ascending('communityId', 'reporter.phone', 'reportedAt', '_id'),
  ascending('communityId', 'reporter.name', 'reportedAt', '_id'),
  ascending('communityId', 'movedAt', '_id'),
  ascending('communityId', 'state', 'urgency', 'reportedAt', '_id'),
  ascending('communityId', 'lists', 'movedAt', '_id'),
  ascending('communityId', 'lists', 'clockBy', '_id'),
  ascending('communityId', 'clockBy', '_id'),
  ascending('communityId', 'assignee.staffId', 'lists', 'movedAt', '_id'),
  ascending('communityId', 'building', 'lists', 'movedAt', '_id'),
  ascending('communityId', 'counted', 'reportedAt', '_id'),
  ascending('communityId', 'assignee.staffId', 'counted', 'reportedAt', '_id'),
]);

/** One read. */
export function ticketById(ticketId: string): Promise<Ticket | undefined> {
  return readById(tickets, ticketId);
}

/** Emergencies first, then the longest waiting: `emergency` comes before the others by its letters. */
const waitingFirst = ['urgency', 'reportedAt'] as const;

/** All that waits for somebody, emergencies first, then the longest waiting. One read for every hundred. */
export function ticketsWaiting(communityId: string): Promise<readonly Ticket[]> {
  return findAllBy(tickets, { where: { communityId, state: 'waiting' }, by: waitingFirst });
}

/** The first of what waits for somebody who can do one of these, in the same order; at most 20. One read. */
export function ticketsToTake(communityId: string, problems: readonly Problem[]): Promise<readonly Ticket[]> {
  return find(tickets, {
    where: { communityId, state: 'waiting', problem: is.oneOf(problems) },
    orderBy: waitingFirst.map((field) => [field, 'asc']),
    limit: limits.rowsPerPage,
  });
}

/** In no order; at most 100. One read; none without ids. */
export function ticketsByIds(ticketIds: readonly string[]): Promise<readonly Ticket[]> {
  return readByIds(tickets, ticketIds);
}

/** How many tickets this person has reported that are not done. One read. */
export function countOpenOf(openid: string): Promise<number> {
  return count(tickets, { 'reporter.openid': openid, state: is.oneOf(openStates) });
}

/** What was reported for a home, newest first, 20 a page; `open` leaves out what is done. One read. */
export function ticketsOfHome(
  homeId: string,
  which: 'open' | 'all',
  after: string | undefined,
): Promise<Page<Ticket>> {
  return findPage(tickets, {
    where: { homeId, ...(which === 'open' ? { state: is.oneOf(openStates) } : {}) },
    by: 'reportedAt',
    direction: 'desc',
    after,
  });
}

/** All that was reported for any of these homes, newest first, 20 a page. One read. */
export function ticketsOfHomes(homeIds: readonly string[], after: string | undefined): Promise<Page<Ticket>> {
  const where = { homeId: is.oneOf(homeIds) };
  return findPage(tickets, { where, by: 'reportedAt', direction: 'desc', after });
}

/** All that whoever has this number, or this name, has reported in a community, newest first, 20 a page. One read. */
export function ticketsOfCaller(
  communityId: string,
  caller: { readonly phone: string } | { readonly name: string },
  after: string | undefined,
): Promise<Page<Ticket>> {
  const by = 'phone' in caller ? { 'reporter.phone': caller.phone } : { 'reporter.name': caller.name };
  return findPage(tickets, { where: { communityId, ...by }, by: 'reportedAt', direction: 'desc', after });
}

/** What a home has reported from an instant on, newest first; at most 100. One read. */
export function reportedSince(homeId: string, from: Instant): Promise<readonly Ticket[]> {
  return find(tickets, {
    where: { homeId, reportedAt: is.atLeast(from) },
    orderBy: [
      ['reportedAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: limits.documentsPerQuery,
  });
}

/** A list of the desks, the nearest deadline first and what has none before it; at most 100. One read. */
export function ticketsByClock(communityId: string, list: ListName): Promise<readonly Ticket[]> {
  return find(tickets, {
    where: { communityId, lists: list },
    orderBy: [
      ['clockBy', 'asc'],
      ['_id', 'asc'],
    ],
    limit: limits.documentsPerQuery,
  });
}
