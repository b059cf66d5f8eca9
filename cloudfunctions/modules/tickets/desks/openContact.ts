import type { ParsedOf } from '../../../../types/contract';
import type { Contact } from '../../../../types/contract/ticketWork';
import { granted, refused } from '../../../../types/refusal';
import { changes } from '../../../kernel/changes';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { Changing } from '../../../kernel/routes';
import { noteOf } from '../changesOf';
import type { OfTicket } from '../reporting/afterwards';
import { mayOpenContact, readerOf } from '../reporting/reader';
import { ticketById } from '../ticketsStore';

/**
 * The whole number of whoever reported it, to call them: for whoever has it in hand and for the desks, and the audit keeps who opened it
 * (A6, law 10). Refuses NOT_ALLOWED to everybody else, also where the same request comes again after the ticket has left their hands.
 */
export const openContact: Changing<ParsedOf<'ticketWork.openContact'>, void, OfTicket, Contact> = {
  decide: async ({ ticketId }, { caller }) => {
    const ticket = await ticketById(ticketId);
    if (!ticket || !mayOpenContact(ticket, readerOf(ticket, caller))) return toRefuse('NOT_ALLOWED');
    return toDo({ ticketId }, changes({ audit: [noteOf(ticket, { what: 'contactOpened' })] }));
  },
  answer: async ({ ticketId }, { caller }) => {
    const ticket = await ticketById(ticketId);
    if (!ticket || !mayOpenContact(ticket, readerOf(ticket, caller))) return refused('NOT_ALLOWED');
    const { name, phone } = ticket.reporter;
    return granted({ name, phone });
  },
};
