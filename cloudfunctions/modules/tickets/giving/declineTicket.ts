import type { ParsedOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { Changing } from '../../../kernel/routes';
import { aroundOf } from '../around';
import { ticketChanges } from '../changesOf';
import type { OfTicket } from '../reporting/afterwards';
import { masterName } from '../reporting/names';
import { viewTicket } from '../reporting/viewTicket';
import { ticketById } from '../ticketsStore';
import { dispatchSoon } from './dispatchNow';
import { declined } from './hands';

/** B2: whoever has it gives it back and says why; the next is asked at once. Refuses TICKET_MOVED. */
export const declineTicket: Changing<
  ParsedOf<'ticketWork.decline'>,
  void,
  OfTicket & { readonly communityId: string },
  TicketView
> = {
  decide: async ({ ticketId, reason }, { caller, now }) => {
    const ticket = await ticketById(ticketId);
    if (!ticket) return toRefuse('NOT_ALLOWED');
    const { assignee, communityId } = ticket;
    if (assignee?.openid !== caller.openid) return toRefuse('TICKET_MOVED');
    const around = await aroundOf(ticket);
    const by = { by: masterName(assignee.name), staffId: assignee.staffId, openid: caller.openid };
    const next = declined(ticket, reason, { now, terms: around.terms, by });
    if (!next.ok) return { kind: 'refuse', refusal: next.refusal };
    return toDo(
      { ticketId, communityId },
      ticketChanges(ticket, next.value, { what: 'ticketDeclined', reason, now, ...around }),
    );
  },
  answer: async (made, context, ports) => {
    await dispatchSoon(made.communityId, ports);
    return viewTicket(made, context);
  },
};
