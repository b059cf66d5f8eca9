import type { ParsedOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import type { RefusalCode } from '../../../../types/refusal';
import { staffIdIn } from '../../../kernel/caller';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { MessageIntent } from '../../../kernel/message';
import type { Changing } from '../../../kernel/routes';
import { type StaffMember, staffMemberById } from '../../people';
import { aroundOf } from '../around';
import { ticketChanges } from '../changesOf';
import { skillOf, skillsOf } from '../dispatch/skills';
import type { OfTicket } from '../reporting/afterwards';
import { masterName } from '../reporting/names';
import { messageWords } from '../reporting/title';
import { viewTicket } from '../reporting/viewTicket';
import type { Ticket } from '../ticket';
import { ticketById } from '../ticketsStore';
import { accepted } from './hands';
import type { Workload } from './workload';

/**
 * B2: whom it was offered to accepts it; what waits for somebody is taken by whoever is on duty and has the skill. One wins. Refuses
 * TICKET_TAKEN, TICKET_MOVED, NOT_ON_DUTY, SKILL_MISSING.
 */
export const acceptTicket: Changing<ParsedOf<'ticketWork.accept'>, void, OfTicket, TicketView> = {
  decide: async ({ ticketId }, { caller, now }) => {
    const ticket = await ticketById(ticketId);
    const staffId = ticket && staffIdIn(caller, ticket.communityId);
    if (!ticket || staffId === undefined) return toRefuse('NOT_ALLOWED');
    const [around, member] = await Promise.all([aroundOf(ticket, staffId), staffMemberById(staffId)]);
    if (!member) return toRefuse('NOT_ALLOWED');
    const workload = around.workloads.find(({ _id }) => _id === staffId);
    const hindered = ticket.state === 'waiting' ? hindrance(ticket, member, workload) : undefined;
    if (hindered) return toRefuse(hindered);
    const by = { by: masterName(member.name), staffId, openid: caller.openid };
    const next = accepted(ticket, member, { now, terms: around.terms, by });
    if (!next.ok) return { kind: 'refuse', refusal: next.refusal };
    const messages = acceptanceTold(next.value, member);
    return toDo(
      { ticketId },
      ticketChanges(ticket, next.value, { what: 'ticketAccepted', now, messages, ...around }),
    );
  },
  answer: viewTicket,
};

/** Why somebody may not take what waits for anybody. */
function hindrance(
  { problem }: Ticket,
  member: StaffMember,
  workload: Workload | undefined,
): RefusalCode | undefined {
  if (!workload?.isOnDuty) return 'NOT_ON_DUTY';
  return skillsOf(member).includes(skillOf(problem)) ? undefined : 'SKILL_MISSING';
}

/** In an emergency the reporter hears at once who comes; otherwise the timeline shows it, and WeChat's few reminders are kept for the end. */
function acceptanceTold(ticket: Ticket, { name }: StaffMember): readonly MessageIntent[] {
  const { openid } = ticket.reporter;
  if (ticket.urgency !== 'emergency' || openid === undefined) return [];
  const words = { ...messageWords(ticket), change: '已接单', by: masterName(name) };
  return [{ to: { openid }, kind: 'ticketMoved', words, page: `ticket?ticketId=${ticket._id}` }];
}
