import type { ParsedOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { MessageIntent } from '../../../kernel/message';
import type { Changing } from '../../../kernel/routes';
import { aroundOf } from '../around';
import { moved } from '../life';
import type { Ticket } from '../ticket';
import { ticketById } from '../ticketsStore';
import { plainly } from '../work/acting';
import { endTogether } from '../work/linked/endTogether';
import { tellAssignee, tellReporter } from '../work/told';
import { answerChecked, type OfTicket } from './afterwards';
import { type As, asOneOf } from './as';
import { keptText } from './files';

/** The reporter, the people of the home, or customer service take it back before it is worked on. Refuses TICKET_MOVED. */
export const cancelTicket: Changing<ParsedOf<'tickets.cancel'>, void, OfTicket, TicketView> = {
  async decide({ ticketId, reason }, context) {
    const ticket = await ticketById(ticketId);
    if (!ticket) return toRefuse('NOT_ALLOWED');
    const around = await aroundOf(ticket);
    const as = asOneOf(['reporter', 'customerService'], ticket, context, around.watchers);
    if (!as) return toRefuse('NOT_ALLOWED');
    const { now } = context;
    const note = as.mover === 'reporter' ? keptText(reason, as.who.openid) : plainly(reason);
    const step = { ...as.who, note };
    const next = moved(ticket, 'cancel', { as: as.mover, now, terms: around.terms, step });
    if (!next.ok) return { kind: 'refuse', refusal: next.refusal };
    const messages = tellOfCancelling(ticket, as);
    const change = { what: 'ticketCancelled', now, messages, ...around };
    return toDo({ ticketId }, await endTogether(ticket, next.value, change));
  },

  answer: answerChecked,
};

/** Whoever had it need not go; the reporter is told where it was not the reporter's own doing. */
function tellOfCancelling(ticket: Ticket, { mover }: As): readonly MessageIntent[] {
  return [
    ...tellAssignee(ticket, 'workMoved', { change: '已取消，不用去了' }),
    ...(mover === 'reporter' ? [] : tellReporter(ticket, 'ticketMoved', { change: '已取消' })),
  ];
}
