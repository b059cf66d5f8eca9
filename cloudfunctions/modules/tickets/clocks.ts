import type { Instant } from '../../../types/day';
import type { ClockKind, Urgency } from '../../../types/ticket';
import { pauseLook } from './pauses';
import type { Clock, Missed, Terms, Ticket } from './ticket';

const minute = 60_000;

/** Whom a missed clock is told to, by its level: whoever has it, the supervisor, the project manager (B4). */
export type Level = 1 | 2 | 3;

/** One level of one clock whose time has come. */
export interface Fired {
  readonly kind: ClockKind;
  readonly level: Level;
  /** The deadline that is near (level 1) or missed. */
  readonly by: Instant;
}

/** Starts a clock of so many minutes; one of that kind that ran before, stopped or not, gives way, and what it missed is kept. */
export function startClock(
  clocks: readonly Clock[],
  kind: ClockKind,
  minutes: number,
  now: Instant,
): readonly Clock[] {
  const clock: Clock = { kind, startedAt: now, by: (now + minutes * minute) as Instant, level: 0 };
  const before = clocks.find((one) => one.kind === kind);
  return [...clocks.filter((one) => one !== before), { ...clock, ...missedOf(before, now) }];
}

/** What a deadline that gives way to another leaves behind: the misses there were, and its own if it is late by now. */
export function missedOf(before: Clock | undefined, now: Instant): Pick<Clock, 'missed'> {
  if (!before) return {};
  const { startedAt, by, level, stoppedAt, pausedSince, missed = [] } = before;
  const until = stoppedAt ?? pausedSince ?? now;
  const all: readonly Missed[] = until <= by ? missed : [...missed, { startedAt, by, until, level }];
  return all.length === 0 ? {} : { missed: all };
}

/** Stops the running clocks of these kinds; what has stopped stays as it was. */
export function stopClocks(
  clocks: readonly Clock[],
  kinds: readonly ClockKind[],
  now: Instant,
): readonly Clock[] {
  return clocks.map((clock) =>
    kinds.includes(clock.kind) && clock.stoppedAt === undefined
      ? { ...running(clock, now), stoppedAt: now }
      : clock,
  );
}

/** All running clocks stand still; the time until `continueClocks` is not counted. */
export function pauseClocks(clocks: readonly Clock[], now: Instant): readonly Clock[] {
  return clocks.map((clock) => (isRunning(clock) ? { ...clock, pausedSince: now } : clock));
}

/** They go on, with as much left as when they stood still. */
export function continueClocks(clocks: readonly Clock[], now: Instant): readonly Clock[] {
  return clocks.map((clock) => running(clock, now));
}

/** Moves the deadline of a clock that runs or stands still, as for an appointment the owner has agreed to; one that was late stays late. */
export function moveDeadline(
  clocks: readonly Clock[],
  kind: ClockKind,
  by: Instant,
  now: Instant,
): readonly Clock[] {
  return clocks.map((clock) =>
    clock.kind === kind && clock.stoppedAt === undefined
      ? { ...running(clock, now), by, level: 0, ...missedOf(clock, now) }
      : clock,
  );
}

export function isRunning({ stoppedAt, pausedSince }: Clock): boolean {
  return stoppedAt === undefined && pausedSince === undefined;
}

/** Was it stopped in time. A clock that still runs is in time until its deadline. */
export function isMet({ by, stoppedAt, pausedSince }: Clock, now: Instant): boolean {
  return (stoppedAt ?? pausedSince ?? now) <= by;
}

/** Was a deadline of it ever missed, also one that gave way to another. */
export function wasMissed(clock: Clock, now: Instant): boolean {
  return !isMet(clock, now) || (clock.missed ?? []).length > 0;
}

/** A clock with the missed ones it has taken the place of, each as the clock it was. */
export function withMissed({ missed = [], ...clock }: Clock): readonly Clock[] {
  const past = missed.map(({ until, ...one }): Clock => ({ ...one, kind: clock.kind, stoppedAt: until }));
  return [...past, clock];
}

/** The nearest deadline that runs and concerns somebody who works (acceptance concerns the owner). */
export function nearestClock(clocks: readonly Clock[]): Clock | undefined {
  return clocks
    .filter((clock) => isRunning(clock) && clock.kind !== 'acceptance')
    .reduce<Clock | undefined>(
      (nearest, clock) => (nearest && nearest.by <= clock.by ? nearest : clock),
      undefined,
    );
}

/** When a level of a clock is told: the warning when a third is left, then the deadline, then as much later as the terms say. */
export function toldAt(clock: Clock, level: Level, urgency: Urgency, terms: Terms): Instant {
  if (level === 1) return (clock.by - Math.floor((clock.by - clock.startedAt) / 3)) as Instant;
  if (level === 2) return clock.by;
  const later = urgency === 'emergency' ? terms.toManager.emergency : terms.toManager.general;
  return (clock.by + later * minute) as Instant;
}

/** Every level whose time has come and that nobody has been told, in the order of levels. `acceptance` is nobody's fault: none. */
export function firedBy(
  { clocks, urgency }: Pick<Ticket, 'clocks' | 'urgency'>,
  now: Instant,
  terms: Terms,
): readonly Fired[] {
  return clocks.filter(isEscalated).flatMap((clock) =>
    levelsAbove(clock)
      .filter((level) => toldAt(clock, level, urgency, terms) <= now)
      .map((level) => ({ kind: clock.kind, level, by: clock.by })),
  );
}

/** The clocks with what has been told. */
export function withLevels(clocks: readonly Clock[], fired: readonly Fired[]): readonly Clock[] {
  return clocks.map((clock) => {
    const levels = fired.filter(({ kind }) => kind === clock.kind).map(({ level }) => level);
    return levels.length === 0 ? clock : { ...clock, level: Math.max(clock.level, ...levels) as Level };
  });
}

/** When somebody must look at a ticket next because of its clocks, a pause, an unanswered offer, or the owner's silence. */
export function nextLook(
  ticket: Pick<Ticket, 'clocks' | 'urgency' | 'state' | 'assignee' | 'paused'>,
  terms: Terms,
): Instant | 'never' {
  const levels = ticket.clocks.filter(isEscalated).flatMap((clock) =>
    levelsAbove(clock)
      .slice(0, 1)
      .map((level) => toldAt(clock, level, ticket.urgency, terms)),
  );
  const silence = ticket.clocks.filter((clock) => clock.kind === 'acceptance' && isRunning(clock));
  const offer = ticket.state === 'offered' ? ticket.assignee?.answerBy : undefined;
  const others = [offer, pauseLook(ticket)].filter((at) => at !== undefined);
  const all = [...levels, ...silence.map(({ by }) => by), ...others];
  return all.length === 0 ? 'never' : (Math.min(...all) as Instant);
}

function isEscalated(clock: Clock): boolean {
  return isRunning(clock) && clock.kind !== 'acceptance';
}

function levelsAbove({ level }: Clock): readonly Level[] {
  return ([1, 2, 3] as const).filter((one) => one > level);
}

/** A clock that stood still goes on: its deadline has moved by the time it stood. */
function running(clock: Clock, now: Instant): Clock {
  const { pausedSince, ...rest } = clock;
  if (pausedSince === undefined) return clock;
  return {
    ...rest,
    by: (clock.by + (now - pausedSince)) as Instant,
    startedAt: (clock.startedAt + (now - pausedSince)) as Instant,
  };
}
