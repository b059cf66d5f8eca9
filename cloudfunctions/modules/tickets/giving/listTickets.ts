import type { ParsedOf } from '../../../../types/contract';
import type { TicketPage } from '../../../../types/contract/tickets';
import { granted } from '../../../../types/refusal';
import type { Reading } from '../../../kernel/routes';
import { readerOf } from '../reporting/reader';
import { rowOf } from '../reporting/row';
import { ticketsLate, ticketsListed } from '../ticketsStore';

/** The tickets behind every figure of the desks, by an index: what is late by its deadline, the rest last moved first. One read. */
export const listTickets: Reading<ParsedOf<'ticketWork.list'>, TicketPage> = async (
  { communityId, which, staffId, after },
  { caller, now },
) => {
  const of = { communityId, staffId, after };
  const { rows, next } = which === 'late' ? await ticketsLate(of, now) : await ticketsListed(of, which);
  return granted({
    rows: rows.map((ticket) => rowOf(ticket, readerOf(ticket, caller))),
    ...(next === undefined ? {} : { next }),
  });
};
