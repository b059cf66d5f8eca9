import type { ParsedOf } from '../../../../types/contract';
import type { TicketPage } from '../../../../types/contract/tickets';
import { granted, type Outcome, refused } from '../../../../types/refusal';
import type { Context } from '../../../kernel/routes';
import type { Page } from '../../../platform/database';
import { homeAt } from '../../community';
import { ticketIdOf } from '../reporting/newTicket';
import { readerOf } from '../reporting/reader';
import { rowOf } from '../reporting/row';
import type { Ticket } from '../ticket';
import { ticketById, ticketsOfHome } from '../ticketsStore';

type Asked = ParsedOf<'ticketWork.find'>;

/** What somebody calls about, by the home or by the number they were given. Refuses HOME_NOT_FOUND. One read with a number, else two. */
export async function findTickets(asked: Asked, { caller }: Context): Promise<Outcome<TicketPage>> {
  const found = await pageOf(asked);
  if (!found) return refused('HOME_NOT_FOUND');
  const { rows, next } = found;
  return granted({
    rows: rows.map((ticket) => rowOf(ticket, readerOf(ticket, caller))),
    ...(next === undefined ? {} : { next }),
  });
}

async function pageOf(asked: Asked): Promise<Page<Ticket> | undefined> {
  const { communityId, after } = asked;
  if ('number' in asked) {
    const ticket = await ticketById(ticketIdOf(communityId, asked.number));
    return { rows: ticket ? [ticket] : [] };
  }
  const home = await homeAt(communityId, asked);
  return home && ticketsOfHome(home._id, 'all', after);
}
