import type { ParsedOf } from '../../../../types/contract';
import type { TicketPage } from '../../../../types/contract/tickets';
import { granted, type Outcome, refused } from '../../../../types/refusal';
import type { Context } from '../../../kernel/routes';
import type { Page } from '../../../platform/database';
import { type Home, homeAt, homesWithRoom } from '../../community';
import { ticketIdOf } from '../reporting/newTicket';
import { readerOf } from '../reporting/reader';
import { rowOf } from '../reporting/row';
import type { Ticket } from '../ticket';
import { ticketById, ticketsOfCaller, ticketsOfHomes } from '../ticketsStore';

type Asked = ParsedOf<'ticketWork.find'>;

/** What somebody calls about: by the home, the number they were given, who they are. Refuses HOME_NOT_FOUND. Two reads by the home, else one. */
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
  if ('phone' in asked) return ticketsOfCaller(communityId, { phone: asked.phone }, after);
  if ('name' in asked) return ticketsOfCaller(communityId, { name: asked.name }, after);
  const homeIds = (await homesMeant(communityId, asked)).map(({ _id }) => _id);
  return homeIds.length > 0 ? ticketsOfHomes(homeIds, after) : undefined;
}

/** Whoever leaves the unit out means the room wherever it is. One read. */
async function homesMeant(
  communityId: string,
  { building, unit, room }: Extract<Asked, { building: string }>,
): Promise<readonly Home[]> {
  if (unit === undefined) return homesWithRoom(communityId, { building, room });
  const home = await homeAt(communityId, { building, unit, room });
  return home ? [home] : [];
}
