import type { Instant } from '../../../../types/day';
import type { Outcome } from '../../../../types/refusal';
import { granted, refused } from '../../../../types/refusal';
import type { StaffMember } from '../../people';
import { type Mover, moved } from '../life';
import type { Assignee, DispatchRecord, Step, Terms, Ticket, Turned } from '../ticket';
import { heldStates } from './workload';

/** Who hands on, when, and by which terms. */
export interface Handing {
  readonly now: Instant;
  readonly terms: Terms;
  /** As the timeline names who did it. */
  readonly by: Pick<Step, 'by' | 'staffId' | 'openid'>;
}

const minute = 60_000;

/** The rule gives what waits to somebody, or gives what somebody else has not begun to who is there sooner. */
export function offeredByRule(
  ticket: Ticket,
  to: StaffMember,
  record: DispatchRecord,
  handing: Handing,
): Outcome<Ticket> {
  const isTakenOver = ticket.state === 'accepted';
  return offered(ticket, to, {
    ...handing,
    name: isTakenOver ? 'reoffer' : 'offer',
    as: 'system',
    how: 'sooner',
    note: record.sentence,
    record,
  });
}

/** Whoever has it hands it to a colleague, who must answer as to any offer; the clocks go on. */
export function transferred(
  ticket: Ticket,
  to: StaffMember,
  reason: string,
  handing: Handing,
): Outcome<Ticket> {
  return offered(ticket, to, {
    ...handing,
    name: 'transfer',
    as: 'assignee',
    how: 'transferred',
    note: reason,
  });
}

/** The supervisor or the project manager gives it to somebody, whatever the rule says. */
export function overridden(
  ticket: Ticket,
  to: StaffMember,
  reason: string,
  handing: Handing & { readonly as: Mover },
): Outcome<Ticket> {
  return offered(ticket, to, { ...handing, name: 'override', how: 'overridden', note: reason });
}

interface Offer extends Handing {
  readonly name: 'offer' | 'reoffer' | 'transfer' | 'override';
  readonly as: Mover;
  readonly how: Turned['how'];
  readonly note: string;
  readonly record?: DispatchRecord;
}

function offered(
  ticket: Ticket,
  to: StaffMember,
  { name, as, how, note, record, now, terms, by }: Offer,
): Outcome<Ticket> {
  const step = { ...by, note: { text: note, check: 'passed' as const } };
  const done = moved(ticket, name, { as, now, terms, step });
  if (!done.ok) return done;
  const { assignee: before, ...rest } = withoutProposal(done.value);
  const minutes = ticket.urgency === 'emergency' ? terms.offer.emergency : terms.offer.general;
  const turned: readonly Turned[] = before
    ? [...ticket.turned, { staffId: before.staffId, at: now, how, reason: note }]
    : ticket.turned;
  const answerBy = (now + minutes * minute) as Instant;
  return granted({
    ...rest,
    assignee: { ...asAssignee(to, now), answerBy },
    turned,
    ...(record ? { dispatch: record } : {}),
  });
}

/** A time that whoever had it proposed and nobody agreed to is not the next one's. */
function withoutProposal(ticket: Ticket): Ticket {
  if (ticket.appointment?.isConfirmed !== false) return ticket;
  const { appointment: _proposed, ...rest } = ticket;
  return rest;
}

/** From `offered` by the one it was offered to, from `waiting` by anybody who can (`member`). */
export function accepted(ticket: Ticket, member: StaffMember, { now, terms, by }: Handing): Outcome<Ticket> {
  const mine = ticket.assignee;
  if (ticket.state === 'waiting') {
    const taken = moved(ticket, 'take', { as: 'whoeverCan', now, terms, step: by });
    if (!taken.ok) return taken;
    return granted({ ...taken.value, assignee: { ...asAssignee(member, now), acceptedAt: now } });
  }
  if (mine !== undefined && mine.staffId !== member._id && heldStates.includes(ticket.state))
    return refused('TICKET_TAKEN');
  const done = moved(ticket, 'accept', { as: 'assignee', now, terms, step: by });
  if (!done.ok || mine === undefined) return done;
  const { answerBy: _answered, ...rest } = mine;
  return granted({ ...done.value, assignee: { ...rest, acceptedAt: now } });
}

/** Whoever has it gives it back; the next is asked. */
export function declined(ticket: Ticket, reason: string, handing: Handing): Outcome<Ticket> {
  return returned(ticket, { name: 'decline', as: 'assignee', how: 'declined', reason, ...handing });
}

/** Nobody answered in time; the next is asked. */
export function lapsed(ticket: Ticket, handing: Omit<Handing, 'by'>): Outcome<Ticket> {
  return returned(ticket, { name: 'lapse', as: 'system', how: 'noAnswer', ...handing, by: { by: '系统' } });
}

/** An open offer goes back when whom it was made to goes off duty: on duty again, they may be asked again. */
export function offerReturned(ticket: Ticket, handing: Handing): Outcome<Ticket> {
  return returned(ticket, { name: 'decline', as: 'assignee', how: 'offDuty', reason: '离岗', ...handing });
}

interface Return extends Handing {
  readonly name: 'decline' | 'lapse';
  readonly as: Mover;
  readonly how: Turned['how'];
  readonly reason?: string;
}

function returned(ticket: Ticket, { name, as, how, reason, now, terms, by }: Return): Outcome<Ticket> {
  const note = reason === undefined ? {} : { note: { text: reason, check: 'passed' as const } };
  const done = moved(ticket, name, { as, now, terms, step: { ...by, ...note } });
  if (!done.ok) return done;
  const { assignee, ...rest } = done.value;
  const turn = assignee && {
    ...{ staffId: assignee.staffId, at: now, how },
    ...(reason === undefined ? {} : { reason }),
  };
  return granted({ ...rest, turned: turn ? [...ticket.turned, turn] : ticket.turned });
}

function asAssignee({ _id, name, phone, openid }: StaffMember, now: Instant): Assignee {
  return { staffId: _id, name, phone, givenAt: now, ...(openid === undefined ? {} : { openid }) };
}
