import type { ParsedOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { Changing } from '../../../kernel/routes';
import { aroundOf } from '../around';
import { ticketChanges } from '../changesOf';
import { ticketById } from '../ticketsStore';
import { added } from './adding';
import { answerChecked, type OfTicket } from './afterwards';
import { asOneOf, asTaker } from './as';
import { filesOf } from './newTicket';
import { whenUploaded } from './uploaded';

/** Whoever reported it, the people of the home, customer service for them, or whoever took it down add words or photos. */
export const addToTicket: Changing<ParsedOf<'tickets.add'>, void, OfTicket, TicketView> = {
  prepare: whenUploaded(filesOf),

  async decide({ ticketId, text, photos, voice }, context) {
    const ticket = await ticketById(ticketId);
    if (!ticket) return toRefuse('NOT_ALLOWED');
    const around = await aroundOf(ticket);
    const as = asOneOf(['reporter', 'customerService'], ticket, context, around.watchers);
    const who = as?.who ?? asTaker(ticket, context.caller, around.watchers);
    if (!who) return toRefuse('NOT_ALLOWED');
    const next = added(ticket, { text, photos, voice }, { who }, context.now);
    if (!next.ok) return { kind: 'refuse', refusal: next.refusal };
    const change = { what: 'ticketAddedTo', now: context.now, ...around };
    return toDo({ ticketId }, ticketChanges(ticket, next.value, change));
  },

  answer: answerChecked,
};
