import type { Ticket } from './ticket';

/**
 * Is its reporter whoever found it on patrol in the common area (E3): a colleague, whose stars say nothing of how satisfied residents are,
 * and who follows it only as long as they are on the staff.
 */
export function isOfFinder({ channel, reporter }: Pick<Ticket, 'channel' | 'reporter'>): boolean {
  return channel === 'patrol' && reporter.openid !== undefined && reporter.residentId === undefined;
}
