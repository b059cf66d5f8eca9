import type { ParsedOf } from '../../../../types/contract';
import type { TicketPage } from '../../../../types/contract/tickets';
import { granted, type Outcome } from '../../../../types/refusal';
import type { Context } from '../../../kernel/routes';
import { ticketsOfHome } from '../ticketsStore';
import { readerOf } from './reader';
import { rowOf } from './row';

/**
 * What was reported for a home, newest first. Each person sees its repairs since moving in, and their own: a page may be short, or empty,
 * and there are more all the same. One read.
 */
export async function myTickets(
  { homeId, which, after }: ParsedOf<'tickets.mine'>,
  { caller }: Context,
): Promise<Outcome<TicketPage>> {
  const { rows, next } = await ticketsOfHome(homeId, which, after);
  const mine = rows
    .map((ticket) => ({ ticket, reader: readerOf(ticket, caller) }))
    .filter(({ reader }) => reader.isOwner)
    .map(({ ticket, reader }) => rowOf(ticket, reader));
  return granted({ rows: mine, ...(next === undefined ? {} : { next }) });
}
