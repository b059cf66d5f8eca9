import type { TicketView } from '../../../../types/contract/tickets';
import { granted, type Outcome, refused } from '../../../../types/refusal';
import type { Context } from '../../../kernel/routes';
import { linksTo } from '../../../platform/files';
import { termsOf } from '../termsStore';
import type { Ticket } from '../ticket';
import { ticketById, ticketsByIds } from '../ticketsStore';
import { readerOf } from './reader';
import { viewOf } from './view';
import { openFiles } from './viewFiles';

/**
 * A ticket opened, as the caller may see it. One read, one more where it is linked, one for the terms where it is to be rated, and one call for
 * the links of its files.
 */
export async function viewTicket(
  { ticketId }: { readonly ticketId: string },
  { caller }: Pick<Context, 'caller'>,
): Promise<Outcome<TicketView>> {
  const ticket = await ticketById(ticketId);
  return ticket ? granted(await viewLoaded(ticket, { caller })) : refused('NOT_ALLOWED');
}

/** As `viewTicket`, for whoever has just read it. */
export async function viewLoaded(ticket: Ticket, { caller }: Pick<Context, 'caller'>): Promise<TicketView> {
  const reader = readerOf(ticket, caller);
  const linkedIds = [...(ticket.parentId === undefined ? [] : [ticket.parentId]), ...ticket.taskIds];
  const [links, linked, terms] = await Promise.all([
    linksTo(openFiles(ticket, reader.openid)),
    ticketsByIds(linkedIds),
    ticket.state === 'closed' ? termsOf(ticket.communityId) : undefined,
  ]);
  return viewOf(ticket, { reader, links, linked, terms });
}
