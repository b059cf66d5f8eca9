import type { Clock, Terms, Ticket } from '../../../../cloudfunctions/modules/tickets/ticket';
import type { ClockKind } from '../../../../types/ticket';
import type { Books, TicketChange } from '../books';
import { broken, law, type Violation } from './law';

const minute = 60_000;

/** B3 to B7, B10, written a second time: how many minutes a clock of this kind may run by these terms. */
const lengths: Readonly<Record<ClockKind, (terms: Terms) => readonly number[]>> = {
  respond: ({ emergency, general }) => [emergency.respond, general.respond],
  arrive: ({ emergency }) => [emergency.arrive],
  close: ({ emergency, general }) => [emergency.close, general.close],
  answer: ({ enquiry, complaint }) => [enquiry.answer, ...Object.values(complaint)],
  acceptance: ({ acceptance }) => [acceptance],
  revisit: ({ emergency, poorRating }) => [emergency.revisit, poorRating.revisit],
  revisitSupervisor: ({ poorRating }) => [poorRating.supervisor],
  revisitManager: ({ poorRating }) => [poorRating.manager],
  plan: ({ poorRating }) => [poorRating.plan],
};

/** Steps that set a deadline by something else than the terms: an agreement, or what was left before. */
const others = ['confirmAppointment', 'graded', 'corrected', 'rated'];

/** A clock that begins runs as long as the community has set, or to the end of the window that its reporter asked for. */
export function judgeLengths(
  { before, after }: TicketChange,
  books: Books,
  now: number,
): readonly Violation[] {
  const terms = heldLately(books, now);
  if (freshSteps(before, after).some(({ what }) => others.includes(what))) return [];
  return after.clocks
    .filter((clock) => !before?.clocks.some((was) => was.kind === clock.kind))
    .flatMap(({ kind, startedAt, by }) => {
      const minutes = (by - startedAt) / minute;
      const isSet = by === after.window?.to || terms.some((one) => lengths[kind](one).includes(minutes));
      return isSet ? [] : [broken(law.asSet, `${after._id}: ${kind} runs ${minutes} minutes`)];
    });
}

/** Whoever decides may have read what held a little before. */
const lately = 3_600_000;

function heldLately({ terms }: Books, now: number): readonly Terms[] {
  const held = terms.filter((_, at) => (terms[at + 1]?.from ?? now) >= now - lately);
  return held.map((one) => one.terms);
}

/** No move, no correction and no clock of the same kind that takes its place makes a miss undone. */
export function judgeMissed({ before, after }: TicketChange): readonly Violation[] {
  const at = freshSteps(before, after).at(-1)?.at;
  if (at === undefined) return [];
  const lost = (before?.clocks ?? []).filter((was) => {
    const is = after.clocks.find(({ kind }) => kind === was.kind);
    return wasLate(was, at) && !(is && wasLate(is, at));
  });
  return lost.map(({ kind }) => broken(law.staysLate, `${after._id}: ${kind}`));
}

function wasLate({ by, stoppedAt, pausedSince, missed = [] }: Clock, at: number): boolean {
  return (stoppedAt ?? pausedSince ?? at) > by || missed.length > 0;
}

function freshSteps(before: Ticket | undefined, after: Ticket): Ticket['steps'] {
  return after.steps.slice(before?.steps.length ?? 0);
}
