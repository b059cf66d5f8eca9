import { dayOf } from '../../../types/day';
import { isSummed, type StarCount, tierOf } from '../../../types/ticketFigures';
import { withMissed } from './clocks';
import { isOfFinder } from './finder';
import { isReturned } from './returns';
import type { Clock, CountedAs, Ticket } from './ticket';

type Counting = Pick<
  Ticket,
  | 'type'
  | 'problem'
  | 'urgency'
  | 'grade'
  | 'channel'
  | 'reporter'
  | 'state'
  | 'clocks'
  | 'comebacks'
  | 'mendedLately'
  | 'rating'
  | 'movedAt'
>;

/** B7: two stars or fewer. */
const mostOfPoor = 2;

/**
 * The figures of the desks that count this ticket: what a figure counts and what it opens are the same field. A deadline counts as missed
 * from the tick that tells of it on, which writes the ticket.
 */
export function countedAs(ticket: Counting): readonly CountedAs[] {
  if (ticket.channel === 'linked') return taskOf(ticket);
  return [
    ...new Set([
      ...(['reported'] as const),
      ...[...courseOf(ticket), ...complaintOf(ticket), ...clocksOf(ticket), ...daysOf(ticket)],
    ]),
  ];
}

/** What another ticket has opened is nobody's report: no repair, no emergency, no kept promise among those of residents. */
function taskOf(ticket: Counting): readonly CountedAs[] {
  const { state } = ticket;
  return [
    'tasks',
    ...(state === 'closed' || state === 'rated' ? (['tasksDone'] as const) : []),
    ...(cameOut(ticket).some((clock) => isSummed(clock.kind) && isLate(clock))
      ? (['tasksLate'] as const)
      : []),
  ];
}

function courseOf(ticket: Counting): readonly CountedAs[] {
  const { type, problem, state } = ticket;
  // Colleagues who rate what they found on patrol are no residents.
  const rating = isOfFinder(ticket) ? undefined : ticket.rating;
  const isDone = state === 'closed' || state === 'rated';
  const fix = isReturned(ticket) ? 'returned' : 'fixedFirst';
  return [
    `problem-${problem}`,
    ...(isDone ? (['done'] as const) : []),
    ...(isDone && type === 'repair' ? ([fix] as const) : []),
    ...(rating ? (['rated', `stars-${rating.stars as StarCount}`] as const) : []),
    ...(rating && rating.stars <= mostOfPoor ? (['poor'] as const) : []),
  ];
}

function complaintOf(ticket: Counting): readonly CountedAs[] {
  const { type, problem, grade = 'minor', clocks } = ticket;
  if (type !== 'complaint') return [];
  const isEscalated = clocks.flatMap(withMissed).some(({ level }) => level >= 2);
  const answers = cameOut(ticket).filter(({ kind }) => kind === 'answer');
  return [
    ...([`grade-${grade}`, `subject-${problem}`] as const),
    ...(isEscalated ? (['escalated'] as const) : []),
    ...(answers.length > 0 ? (['answered'] as const) : []),
    ...(answers.some(isLate) ? (['answeredLate'] as const) : []),
  ];
}

function clocksOf(ticket: Counting): readonly CountedAs[] {
  const tier = tierOf(ticket);
  return cameOut(ticket).flatMap((clock): readonly CountedAs[] => {
    const { kind } = clock;
    if (!isSummed(kind)) return [];
    return isLate(clock) ? [`clock-${tier}-${kind}`, `late-${tier}-${kind}`] : [`clock-${tier}-${kind}`];
  });
}

/** A day counts a ticket once: as missed where one of its deadlines passed in it. */
function daysOf(ticket: Counting): readonly CountedAs[] {
  const clocks = cameOut(ticket).filter(({ kind }) => isSummed(kind));
  const missed = new Set(clocks.filter(isLate).map(({ by }) => dayOf(by)));
  const kept = clocks.flatMap((clock) =>
    isLate(clock) || clock.stoppedAt === undefined ? [] : [dayOf(clock.stoppedAt)],
  );
  return [
    ...[...missed].map((day) => `missed@${day}` as const),
    ...kept.filter((day) => !missed.has(day)).map((day) => `kept@${day}` as const),
  ];
}

/** Clocks that have stopped or are late, those they took the place of with them; not what was only called off with the ticket. */
export function cameOut({ clocks, state, movedAt }: Pick<Ticket, 'clocks' | 'state' | 'movedAt'>) {
  return clocks
    .flatMap(withMissed)
    .filter(
      (clock) =>
        isLate(clock) ||
        (clock.stoppedAt !== undefined && !(state === 'cancelled' && clock.stoppedAt === movedAt)),
    );
}

/** Without asking the time: stopped or put aside behind its deadline, or told to the supervisor at it. */
function isLate({ by, stoppedAt, pausedSince, level }: Clock): boolean {
  const until = stoppedAt ?? pausedSince;
  return level >= 2 || (until !== undefined && until > by);
}
