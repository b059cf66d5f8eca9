import { ascending, closedCollection } from '../../kernel/collection';
import { readById } from '../../platform/database';
import type { Ticket } from './ticket';

export const tickets = closedCollection<Ticket>('tickets', [
  ascending('communityId', 'state', 'movedAt', '_id'),
  ascending('homeId', 'reportedAt', '_id'),
  ascending('communityId', 'reportedAt', '_id'),
]);

/** One read. */
export function ticketById(ticketId: string): Promise<Ticket | undefined> {
  return readById(tickets, ticketId);
}
