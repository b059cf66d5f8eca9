import type { Addressee } from '../../kernel/message';
import type { Ticket } from './ticket';

/** Where a message about a ticket leads: who is to act by their duty to the page where desks decide, an engineer or guard to the work itself. */
export function staffPage({ _id }: Pick<Ticket, '_id'>, to: Addressee): string {
  return `${to.duty !== undefined ? 'deskTicket' : 'workTicket'}?ticketId=${_id}`;
}
