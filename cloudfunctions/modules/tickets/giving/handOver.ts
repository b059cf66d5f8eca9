import type { ParsedOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import { dayOf, type Instant } from '../../../../types/day';
import type { Duty } from '../../../../types/role';
import { staffIdIn } from '../../../kernel/caller';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { Changing } from '../../../kernel/routes';
import { isOnStaff, type StaffMember, staffMemberById } from '../../people';
import { aroundOf } from '../around';
import { ticketChanges } from '../changesOf';
import { skillOf, skillsOf } from '../dispatch/skills';
import type { OfTicket } from '../reporting/afterwards';
import { masterName, staffName } from '../reporting/names';
import { viewTicket } from '../reporting/viewTicket';
import type { Ticket } from '../ticket';
import { ticketById } from '../ticketsStore';
import { overridden, transferred } from './hands';
import { offerTold } from './told';

/** Who works on tickets. */
const workerDuties: readonly Duty[] = ['engineer', 'guard'];

/** Of this community and of today, with an account that can be reached, and not who has it already. */
export function couldHave(
  member: StaffMember | undefined,
  ticket: Ticket,
  now: Instant,
): member is StaffMember {
  return (
    member?.communityId === ticket.communityId &&
    isOnStaff(member, dayOf(now)) &&
    member.openid !== undefined &&
    member.duties.some((duty) => workerDuties.includes(duty)) &&
    member._id !== ticket.assignee?.staffId
  );
}

/**
 * B2: whoever has it hands it to a colleague on duty who has the skill; the colleague must answer, and the clocks go on. Refuses
 * COLLEAGUE_NOT_POSSIBLE, TICKET_MOVED.
 */
export const transferTicket: Changing<ParsedOf<'ticketWork.transfer'>, void, OfTicket, TicketView> = {
  decide: async ({ ticketId, to, reason }, { caller, now }) => {
    const ticket = await ticketById(ticketId);
    if (!ticket) return toRefuse('NOT_ALLOWED');
    const { assignee } = ticket;
    if (assignee?.openid !== caller.openid) return toRefuse('TICKET_MOVED');
    const [around, colleague] = await Promise.all([aroundOf(ticket, to), staffMemberById(to)]);
    const isOnDuty = around.workloads.some(({ _id, isOnDuty }) => _id === to && isOnDuty);
    if (!couldHave(colleague, ticket, now) || !isOnDuty) return toRefuse('COLLEAGUE_NOT_POSSIBLE');
    if (!skillsOf(colleague).includes(skillOf(ticket.problem))) return toRefuse('COLLEAGUE_NOT_POSSIBLE');
    const by = { by: masterName(assignee.name), staffId: assignee.staffId, openid: caller.openid };
    const next = transferred(ticket, colleague, reason, { now, terms: around.terms, by });
    if (!next.ok) return { kind: 'refuse', refusal: next.refusal };
    // Whoever hands it on need not be told.
    const { assignee: _giver, ...given } = ticket;
    const messages = offerTold(given, next.value);
    return toDo(
      { ticketId },
      ticketChanges(ticket, next.value, { what: 'ticketTransferred', reason, now, messages, ...around }),
    );
  },
  answer: viewTicket,
};

/** B2: the supervisor or the project manager gives it to somebody, whatever the rule says. Refuses COLLEAGUE_NOT_POSSIBLE, TICKET_MOVED. */
export const overrideTicket: Changing<ParsedOf<'ticketWork.override'>, void, OfTicket, TicketView> = {
  decide: async ({ ticketId, to, reason }, { caller, now }) => {
    const ticket = await ticketById(ticketId);
    const staffId = ticket && staffIdIn(caller, ticket.communityId);
    if (!ticket || staffId === undefined) return toRefuse('NOT_ALLOWED');
    const [around, chosen, leader] = await Promise.all([
      aroundOf(ticket, to),
      staffMemberById(to),
      staffMemberById(staffId),
    ]);
    if (!leader) return toRefuse('NOT_ALLOWED');
    if (!couldHave(chosen, ticket, now)) return toRefuse('COLLEAGUE_NOT_POSSIBLE');
    const as = leader.duties.includes('supervisor') ? 'supervisor' : 'projectManager';
    const by = { by: staffName(leader, as), staffId, openid: caller.openid };
    const next = overridden(ticket, chosen, reason, { as, now, terms: around.terms, by });
    if (!next.ok) return { kind: 'refuse', refusal: next.refusal };
    const messages = offerTold(ticket, next.value);
    return toDo(
      { ticketId },
      ticketChanges(ticket, next.value, { what: 'ticketOverridden', reason, now, messages, ...around }),
    );
  },
  answer: viewTicket,
};
