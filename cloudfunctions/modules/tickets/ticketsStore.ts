import { ascending, closedCollection } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { find, readById } from '../../platform/database';
import type { Ticket } from './ticket';

export const tickets = closedCollection<Ticket>('tickets', [
  ascending('communityId', 'state', 'movedAt', '_id'),
  ascending('homeId', 'reportedAt', '_id'),
  ascending('communityId', 'reportedAt', '_id'),
  ascending('communityId', 'state', 'urgency', 'reportedAt', '_id'),
  ascending('communityId', 'lists', 'movedAt', '_id'),
  ascending('communityId', 'clockBy', '_id'),
  ascending('communityId', 'assignee.staffId', 'lists', 'movedAt', '_id'),
]);

/** One read. */
export function ticketById(ticketId: string): Promise<Ticket | undefined> {
  return readById(tickets, ticketId);
}

/** What waits for somebody, emergencies first, then the longest waiting; at most 100. One read. */
export function ticketsWaiting(communityId: string): Promise<readonly Ticket[]> {
  return find(tickets, {
    where: { communityId, state: 'waiting' },
    // `emergency` comes before the others by its letters.
    orderBy: [
      ['urgency', 'asc'],
      ['reportedAt', 'asc'],
    ],
    limit: limits.documentsPerQuery,
  });
}
