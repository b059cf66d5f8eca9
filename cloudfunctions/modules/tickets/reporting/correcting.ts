import type { Instant } from '../../../../types/day';
import { granted, type Outcome, refused } from '../../../../types/refusal';
import type { ClockKind, Problem, TicketState, TicketType, Urgency } from '../../../../types/ticket';
import { missedOf, pauseClocks, startClock, wasMissed } from '../clocks';
import { firstClocks, isTooLong, minutesOf, moved } from '../life';
import type { Clock, Terms, Ticket } from '../ticket';
import { plainly } from '../work/acting';
import type { As } from './as';
import { kindOf } from './newTicket';

const minute = 60_000;
/** Work that is done is not called something else afterwards. */
const correctable: readonly TicketState[] = [
  'waiting',
  'offered',
  'accepted',
  'working',
  'paused',
  'answering',
];

/** What staff say that a ticket is. */
export interface Correction {
  readonly type: TicketType;
  readonly problem: Problem;
  readonly urgency: Urgency;
  readonly reason: string;
}

/**
 * Staff put right what a ticket is. From desk to repair and back it makes the move of the table and its clocks begin anew; a tier alone
 * changes the clocks that still run, never to give more time than was left, and never those that were missed: what was late stays late.
 * Refuses TICKET_MOVED, TICKET_TOO_LONG; NOT_ALLOWED for a linked task.
 */
export function corrected(
  ticket: Ticket,
  { reason, problem, ...said }: Correction,
  { mover, who }: As,
  { now, terms }: { readonly now: Instant; readonly terms: Terms },
): Outcome<Ticket> {
  if (ticket.channel === 'linked') return refused('NOT_ALLOWED');
  if (!correctable.includes(ticket.state)) return refused('TICKET_MOVED');
  if (isTooLong(ticket)) return refused('TICKET_TOO_LONG');
  const { grade: _grade, isGradeSuggested: _suggested, ...rest } = ticket;
  const kind = kindOf({ ...said, text: ticket.text.text });
  const isStill = kind.type === 'complaint' && ticket.type === 'complaint';
  const next: Ticket = isStill ? { ...ticket, problem } : { ...rest, ...kind, problem };
  const step = { ...who, note: plainly(reason) };
  const wasRepair = ticket.type === 'repair';
  const isRepair = next.type === 'repair';
  if (wasRepair !== isRepair) {
    const name = isRepair ? 'toRepair' : 'toDesk';
    const there = moved(next, name, { as: mover, now, terms, step });
    return there.ok ? granted(isRepair ? there.value : inNobodysHands(there.value)) : there;
  }
  const clocks = isRepair ? tierClocks(ticket, next, now, terms) : deskClocks(ticket, next, now, terms);
  const steps = [...ticket.steps, { ...step, at: now, what: 'corrected' }];
  return granted({ ...next, clocks, steps, ...hurried(ticket, next, now, terms) });
}

/** A ticket of the desk is nobody's of the field, and nobody is at its place. */
function inNobodysHands({ assignee: _assignee, checkedInAt: _there, ...ticket }: Ticket): Ticket {
  return ticket;
}

/** Whoever has been offered what is now an emergency answers as to an emergency. */
function hurried({ assignee, state }: Ticket, next: Ticket, now: Instant, terms: Terms): Partial<Ticket> {
  if (next.urgency !== 'emergency' || state !== 'offered' || assignee?.answerBy === undefined) return {};
  const answerBy = Math.min(assignee.answerBy, now + terms.offer.emergency * minute) as Instant;
  return { assignee: { ...assignee, answerBy } };
}

/** Of a repair: up to an emergency the clocks run from now, down to a general one from the report. */
function tierClocks(ticket: Ticket, next: Ticket, now: Instant, terms: Terms): Ticket['clocks'] {
  if (ticket.urgency === next.urgency) return ticket.clocks;
  const isUp = next.urgency === 'emergency';
  const isThere = ticket.checkedInAt !== undefined;
  const first = firstClocks(next, isUp ? now : ticket.reportedAt, terms);
  // Whoever is there already has not to arrive but to be done.
  const wanted = isThere
    ? [
        ...first.filter(({ kind }) => kind === 'respond'),
        ...startClock([], 'close', minutesOf('close', next, terms), isUp ? now : ticket.reportedAt),
      ]
    : first;
  const fresh = wanted.flatMap((clock) => {
    const before = ticket.clocks.find(({ kind }) => kind === clock.kind);
    // Work under way owes its end, also where an earlier one was given up for the desk.
    const isOwed = before?.kind === 'close' && before.stoppedAt !== undefined;
    if (before && isSettled(before, now) && !isOwed) return [];
    return [before && isUp ? sooner(clock, before, now) : { ...clock, ...missedOf(before, now) }];
  });
  const kinds = fresh.map(({ kind }) => kind);
  const kept = ticket.clocks.filter((clock) => !kinds.includes(clock.kind) && isKept(clock, isUp, now));
  const clocks = [...kept, ...fresh];
  // What is counted from the report has stood still since the pause began.
  const since = isUp ? now : (ticket.paused?.since ?? now);
  return ticket.state === 'paused' ? pauseClocks(clocks, since) : clocks;
}

/**
 * A general repair has no clock of arriving: one that still ran in time is given up, unless it was late before its deadline was moved. A
 * promised end stays promised.
 */
function isKept(clock: Clock, isUp: boolean, now: Instant): boolean {
  return isUp || clock.kind !== 'arrive' || isSettled(clock, now) || wasMissed(clock, now);
}

/**
 * Nobody gets more time than was left, of a clock that stands still than was left when it stopped; a deadline that stays has been told to
 * whom it has been told.
 */
function sooner(clock: Clock, before: Clock, now: Instant): Clock {
  const stood = before.pausedSince === undefined ? 0 : now - before.pausedSince;
  return clock.by < before.by + stood ? { ...clock, ...missedOf(before, before.startedAt) } : before;
}

/** Stopped, or missed: it stays what it is. */
function isSettled({ stoppedAt, pausedSince, by }: Clock, now: Instant): boolean {
  return stoppedAt !== undefined || by < (pausedSince ?? now);
}

/** Of an answer in writing: another kind has another length, a longer one counted from the same start, a shorter one from now. */
function deskClocks(ticket: Ticket, next: Ticket, now: Instant, terms: Terms): Ticket['clocks'] {
  const kind: ClockKind = 'answer';
  const before = ticket.clocks.find((clock) => clock.kind === kind);
  if (!before || ticket.type === next.type || isSettled(before, now)) return ticket.clocks;
  const minutes = minutesOf(kind, next, terms);
  const isShorter = minutes * minute < before.by - before.startedAt;
  const start = isShorter ? now : before.startedAt;
  // A deadline that stays has been told to whom it has been told; nobody gets more time than was left.
  const by = start + minutes * minute;
  const stays = by === before.by || (isShorter && by > before.by);
  return stays ? ticket.clocks : startClock(ticket.clocks, kind, minutes, start);
}
