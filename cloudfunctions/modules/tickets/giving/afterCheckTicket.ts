import type { ParsedOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import { staffIdIn } from '../../../kernel/caller';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { Changing } from '../../../kernel/routes';
import { staffMemberById } from '../../people';
import { aroundOf } from '../around';
import { ticketChanges } from '../changesOf';
import type { OfTicket } from '../reporting/afterwards';
import { viewTicket } from '../reporting/viewTicket';
import type { Ticket } from '../ticket';
import { ticketById } from '../ticketsStore';

/** B2 (事后抽查): a supervisor or the project manager has looked at finished work of the sample. Refuses TICKET_MOVED where none is due. */
export const afterCheckTicket: Changing<ParsedOf<'ticketWork.afterCheck'>, void, OfTicket, TicketView> = {
  decide: async ({ ticketId, verdict, note }, { caller, now }) => {
    const ticket = await ticketById(ticketId);
    const staffId = ticket && staffIdIn(caller, ticket.communityId);
    if (!ticket || staffId === undefined) return toRefuse('NOT_ALLOWED');
    if (ticket.afterCheck?.state !== 'due') return toRefuse('TICKET_MOVED');
    const [around, member] = await Promise.all([aroundOf(ticket), staffMemberById(staffId)]);
    const next: Ticket = {
      ...ticket,
      afterCheck: {
        ...ticket.afterCheck,
        ...{ state: verdict, by: member?.name ?? '', at: now },
        ...(note === undefined ? {} : { note }),
      },
    };
    const facts = { verdict };
    return toDo({ ticketId }, ticketChanges(ticket, next, { what: 'ticketChecked', facts, now, ...around }));
  },
  answer: viewTicket,
};
