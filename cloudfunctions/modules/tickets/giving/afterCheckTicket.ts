import type { ParsedOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import type { Instant } from '../../../../types/day';
import { staffIdIn } from '../../../kernel/caller';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { MessageIntent } from '../../../kernel/message';
import type { Changing } from '../../../kernel/routes';
import { staffMemberById } from '../../people';
import { aroundOf } from '../around';
import { ticketChanges } from '../changesOf';
import type { OfTicket } from '../reporting/afterwards';
import { viewTicket } from '../reporting/viewTicket';
import type { Step, Ticket } from '../ticket';
import { ticketById } from '../ticketsStore';
import { plainly } from '../work/acting';
import { tellAssignee, tellDuty } from '../work/told';

/** B2 (事后抽查): a supervisor or the project manager has looked at finished work of the sample. Refuses TICKET_MOVED where none is due. */
export const afterCheckTicket: Changing<ParsedOf<'ticketWork.afterCheck'>, void, OfTicket, TicketView> = {
  decide: async ({ ticketId, verdict, note }, { caller, now }) => {
    const ticket = await ticketById(ticketId);
    const staffId = ticket && staffIdIn(caller, ticket.communityId);
    if (!ticket || staffId === undefined) return toRefuse('NOT_ALLOWED');
    if (ticket.afterCheck?.state !== 'due') return toRefuse('TICKET_MOVED');
    const [around, member] = await Promise.all([aroundOf(ticket), staffMemberById(staffId)]);
    const who = { by: member?.name ?? '', staffId, openid: caller.openid };
    const next = afterChecked(ticket, { verdict, note }, who, now);
    const messages = verdict === 'bad' ? badTold(next) : [];
    const change = { what: 'ticketChecked', facts: { verdict }, now, messages, ...around };
    return toDo({ ticketId }, ticketChanges(ticket, next, change));
  },
  answer: viewTicket,
};

interface Verdict {
  readonly verdict: 'good' | 'bad';
  readonly note?: string | undefined;
}

/** The ticket with the verdict, and, where the work is bad, a step of its timeline: among staff, the home does not read it. */
export function afterChecked(
  ticket: Ticket,
  { verdict, note }: Verdict,
  who: Pick<Step, 'by' | 'staffId' | 'openid'>,
  now: Instant,
): Ticket {
  const words = note === undefined ? {} : { note: plainly(note) };
  const step: Step = { ...who, ...words, at: now, what: 'afterChecked' };
  return {
    ...ticket,
    steps: verdict === 'bad' ? [...ticket.steps, step] : ticket.steps,
    afterCheck: {
      ...ticket.afterCheck,
      ...{ state: verdict, by: who.by ?? '', at: now },
      ...(note === undefined ? {} : { note }),
    },
  };
}

/** Known to the project manager, and to whoever did the work; that it was given to the wrong one is nothing they did. */
export function badTold(ticket: Ticket): readonly MessageIntent[] {
  const { about = 'giving' } = ticket.afterCheck ?? {};
  return [
    ...(about === 'giving' ? [] : tellAssignee(ticket, 'checkFailed')),
    ...tellDuty(ticket, 'projectManager', 'checkFailed'),
  ];
}
