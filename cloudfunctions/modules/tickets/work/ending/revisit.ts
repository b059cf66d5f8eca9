import { granted, type Outcome, refused } from '../../../../../types/refusal';
import type { Duty } from '../../../../../types/role';
import type { ClockKind } from '../../../../../types/ticket';
import { type Fired, isRunning, startClock, stopClocks } from '../../clocks';
import { minutesOf } from '../../life';
import type { Terms, Ticket } from '../../ticket';
import type { Acting } from '../acting';

type RevisitLevel = 1 | 2 | 3;

/** B7: three levels, each with a clock of its own and the duty whose it is. */
const levels = [
  { level: 1, clock: 'revisit', duty: 'customerService' },
  { level: 2, clock: 'revisitSupervisor', duty: 'supervisor' },
  { level: 3, clock: 'revisitManager', duty: 'projectManager' },
] as const satisfies readonly { level: RevisitLevel; clock: ClockKind; duty: Duty }[];

/** The revisit that is due now: its level, its clock, and whose it is. */
export function revisitDue({ clocks }: Pick<Ticket, 'clocks'>) {
  return levels.find(({ clock }) => clocks.some((one) => one.kind === clock && isRunning(one)));
}

/** The highest level these duties may revisit at; 0 for none. Whoever may do a higher one may do a lower one for a colleague. */
export function revisitsUpTo(duties: readonly Duty[]): 0 | RevisitLevel {
  return levels.reduce<0 | RevisitLevel>(
    (most, { level, duty }) => (duties.includes(duty) ? level : most),
    0,
  );
}

/**
 * B3, B7: somebody has asked the owner. Not satisfied: it goes a level up, where a clock of its own runs; after the project manager
 * there is nobody above. Refuses NOTHING_TO_REVISIT; NOT_ALLOWED below the level that is due.
 */
export function revisit(
  ticket: Ticket,
  { isSatisfied, note, upTo }: { isSatisfied: boolean; note: string; upTo: 0 | RevisitLevel },
  { who, now, terms }: Acting,
): Outcome<Ticket> {
  const due = revisitDue(ticket);
  if (!due) return refused('NOTHING_TO_REVISIT');
  if (upTo < due.level) return refused('NOT_ALLOWED');
  const stopped = stopClocks(ticket.clocks, [due.clock], now);
  const record = {
    ...{ level: due.level, at: now, isSatisfied, note },
    ...{ by: who.by ?? '', staffId: who.staffId ?? '' },
  };
  return granted({
    ...ticket,
    clocks: isSatisfied ? stopped : withNext(ticket, stopped, due.level, now, terms),
    revisits: [...ticket.revisits, record],
    steps: [...ticket.steps, { ...who, at: now, what: 'revisited' }],
  });
}

/**
 * A revisit whose deadline has passed goes a level up by itself: its clock stops as missed, the next one starts. To be called with what
 * has fired, before the levels are written; gives the ticket as it was where no revisit was missed.
 */
export function passOnMissed(
  ticket: Ticket,
  fired: readonly Fired[],
  now: Acting['now'],
  terms: Terms,
): Ticket {
  const due = revisitDue(ticket);
  if (!due || due.level === 3) return ticket;
  if (!fired.some(({ kind, level }) => kind === due.clock && level >= 2)) return ticket;
  const stopped = stopClocks(ticket.clocks, [due.clock], now);
  return {
    ...ticket,
    clocks: withNext(ticket, stopped, due.level, now, terms),
    steps: [...ticket.steps, { at: now, what: 'revisitMissed' }],
  };
}

function withNext(
  ticket: Ticket,
  clocks: Ticket['clocks'],
  level: RevisitLevel,
  now: Acting['now'],
  terms: Terms,
): Ticket['clocks'] {
  const next = levels.find((one) => one.level === level + 1);
  return next ? startClock(clocks, next.clock, minutesOf(next.clock, ticket, terms), now) : clocks;
}
