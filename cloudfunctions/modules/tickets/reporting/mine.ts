import type { ParsedOf } from '../../../../types/contract';
import type { TicketPage, TicketRow } from '../../../../types/contract/tickets';
import { granted, type Outcome } from '../../../../types/refusal';
import type { Context } from '../../../kernel/routes';
import type { Ticket } from '../ticket';
import { ticketsOfHome } from '../ticketsStore';
import { readerOf } from './reader';
import { rowOf } from './row';

/** Cards on the home screen. */
const mostOnHome = 3;

/**
 * What was reported for a home, newest first. Each person sees its repairs since moving in, and their own: a page may be short, or empty,
 * and there are more all the same. One read.
 */
export async function myTickets(
  { homeId, which, after }: ParsedOf<'tickets.mine'>,
  { caller }: Context,
): Promise<Outcome<TicketPage>> {
  const { rows, next } = await ticketsOfHome(homeId, which, after);
  return granted({ rows: mineOf(rows, caller), ...(next === undefined ? {} : { next }) });
}

/** What is going on for a home, for the home screen: the newest, as this person may see them. One read. */
export async function openTicketsOf(
  homeId: string,
  caller: Context['caller'],
): Promise<readonly TicketRow[]> {
  const { rows } = await ticketsOfHome(homeId, 'open', undefined);
  return mineOf(rows, caller).slice(0, mostOnHome);
}

function mineOf(rows: readonly Ticket[], caller: Context['caller']): readonly TicketRow[] {
  return rows
    .map((ticket) => ({ ticket, reader: readerOf(ticket, caller) }))
    .filter(({ reader }) => reader.isOwner)
    .map(({ ticket, reader }) => rowOf(ticket, reader));
}
