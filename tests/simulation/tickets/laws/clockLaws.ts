import { isRunning, nextLook } from '../../../../cloudfunctions/modules/tickets/clocks';
import type { Clock, Ticket } from '../../../../cloudfunctions/modules/tickets/ticket';
import type { ClockKind } from '../../../../types/ticket';
import type { Batch, Books, LateTold, TicketChange } from '../books';
import { broken, law, type Violation } from './law';

/** In these states somebody is late who does nothing. */
const inTheField = ['waiting', 'offered', 'accepted', 'working'];

/** B3 to B7, written a second time: the clocks that must run as a ticket stands. */
function runningOf(ticket: Ticket): readonly ClockKind[] {
  const { state, urgency, channel, checkedInAt, rating } = ticket;
  if (state === 'answering') return ['answer'];
  if (state === 'answered') return ['acceptance'];
  if (state === 'finished') return channel === 'linked' ? [] : ['acceptance'];
  if (inTheField.includes(state)) {
    const responds: ClockKind[] = hasNeverBeenAccepted(ticket) ? ['respond'] : [];
    if (urgency !== 'emergency') return [...responds, 'close'];
    return [
      ...responds,
      ...(checkedInAt === undefined ? (['arrive'] as const) : []),
      ...(owesItsEnd(ticket) ? (['close'] as const) : []),
    ];
  }
  const isPlanned = ticket.plan !== undefined;
  return state === 'rated' && (rating?.stars ?? 5) <= 2 && !isPlanned ? ['plan'] : [];
}

/** Since it was last put into the field. */
function hasNeverBeenAccepted(ticket: Ticket): boolean {
  return !fieldSteps(ticket).some((what) => what === 'accept' || what === 'take');
}

/** An emergency owes its end from when somebody was there, a time was agreed, or it went back. */
function owesItsEnd(ticket: Ticket): boolean {
  return fieldSteps(ticket).some((what) => ['checkIn', 'confirmAppointment', 'rejectWork'].includes(what));
}

function fieldSteps({ steps }: Ticket): readonly string[] {
  const born = Math.max(
    steps.findLastIndex(({ what }) => what === 'toRepair'),
    0,
  );
  return steps.slice(born).map(({ what }) => what);
}

const hour = 3_600_000;

/** B3, written a second time: until when a pause of which nobody has heard must be asked for. */
function pauseEnds({ paused, urgency }: Ticket): number | undefined {
  if (!paused || paused.told !== undefined) return undefined;
  return paused.since + (urgency === 'emergency' ? 0 : 24 * hour);
}

/** The clocks that must run do; those that stand still say since when; an end leaves none but revisits and the plan. */
export function judgeClocks({ after }: TicketChange): readonly Violation[] {
  const running = after.clocks.filter(isRunning).map(({ kind }) => kind);
  const lacking = runningOf(after).filter((kind) => !running.includes(kind));
  const isStill = after.state === 'paused' || after.state === 'cancelled';
  const wrong = isStill ? running : [];
  const twice = new Set(after.clocks.map(({ kind }) => kind)).size !== after.clocks.length;
  return [
    ...lacking.map((kind) => lost(after, `${kind} does not run while it is ${after.state}`)),
    ...wrong.map((kind) => lost(after, `${kind} runs while it is ${after.state}`)),
    ...(twice ? [lost(after, 'a clock stands twice')] : []),
    ...judgeRevisit(after),
  ];
}

/** B3, B7: an emergency whose work is done and a poor rating are revisited until somebody is satisfied or the project manager has asked. */
function judgeRevisit(ticket: Ticket): readonly Violation[] {
  const { state, urgency, channel, rating, revisits, clocks, type } = ticket;
  const isDone = state === 'finished' || state === 'closed' || state === 'rated';
  const isPoor = (rating?.stars ?? 5) <= 2;
  if (!isDone || channel === 'linked' || type !== 'repair' || !(urgency === 'emergency' || isPoor)) return [];
  const isRunningOne = clocks.some((clock) => clock.kind.startsWith('revisit') && isRunning(clock));
  const last = revisits.at(-1);
  const isOver = last !== undefined && (last.isSatisfied || last.level === 3);
  return isRunningOne || isOver ? [] : [lost(ticket, `nobody revisits it after ${revisits.length} times`)];
}

/** Those that move a deadline, by an agreement or a decision that the timeline shows. */
const movers = ['confirmAppointment', 'graded', 'corrected'];

/** A clock that runs on keeps its deadline, and never vanishes without a word. */
export function judgeDeadlines({ before, after }: TicketChange): readonly Violation[] {
  if (!before) return [];
  const fresh = after.steps.slice(before.steps.length).map(({ what }) => what);
  if (fresh.some((what) => movers.includes(what))) return [];
  return before.clocks.flatMap((was) => {
    const is = after.clocks.find(({ kind }) => kind === was.kind);
    if (!is) return [lost(after, `${was.kind} is gone by ${fresh}`)];
    const isSameRun = is.startedAt === was.startedAt && isRunning(was);
    return isSameRun && is.by !== was.by ? [lost(after, `${was.kind} has moved by ${fresh}`)] : [];
  });
}

/** What the tick could not do now it does in the next run. */
const retry = 60_000;

/** What has to be looked at is asked for, no later than it has to be; where it could not be done in time, within a minute. */
export function judgeDue(ticket: Ticket, { due, terms }: Books, now: number): readonly Violation[] {
  // When the project manager hears may have been set anew since the entry was written: it stays as it was.
  const looks = terms.map((one) => nextLook(ticket, one.terms)).filter((at) => at !== 'never');
  const at = looks.length === 0 ? 'never' : Math.max(...looks);
  const entry = due.get(`ticket·${ticket._id}`);
  const isLate = at !== 'never' && (entry === undefined || entry.at > Math.max(at, now + retry));
  const still = ticket.state === 'paused' ? pauseEnds(ticket) : undefined;
  const isStillForgotten =
    still !== undefined && (entry === undefined || entry.at > Math.max(still, now + retry));
  const isForgotten = ticket.state === 'waiting' && !due.has(`dispatch·${ticket.communityId}/${ticket._id}`);
  return [
    ...(isLate ? [lost(ticket, `nobody looks at ${at}, the entry says ${entry?.at}`)] : []),
    ...(isStillForgotten ? [lost(ticket, 'it stands still and nobody asks why')] : []),
    ...(isForgotten ? [lost(ticket, 'it waits and nobody dispatches it')] : []),
  ];
}

const names: Readonly<Record<ClockKind, string>> = {
  ...{ respond: '接单', arrive: '到场', close: '修好', answer: '答复', acceptance: '验收', revisit: '回访' },
  ...{ revisitSupervisor: '主管回访', revisitManager: '经理回访', plan: '整改方案' },
};

/** Each level that this commit has written into a clock was told by one message of it, and no other was. */
export function judgeLevels(tickets: readonly TicketChange[], { late }: Batch): readonly Violation[] {
  const raised = tickets.flatMap(raisedBy);
  const isOf = (one: LateTold) => (other: LateTold) =>
    other.ticketId === one.ticketId &&
    other.level === one.level &&
    one.clock.split('时限')[0] === other.clock.split('时限')[0];
  const all = [...raised, ...late];
  const wrong = all.filter(
    (one) => raised.filter(isOf(one)).length !== 1 || late.filter(isOf(one)).length !== 1,
  );
  const told = wrong.map(
    (one) =>
      `${one.ticketId} ${one.clock} ${one.level}: written ${raised.filter(isOf(one)).length} times, told ${late.filter(isOf(one)).length}`,
  );
  return [
    ...[...new Set(told)].map((what) => broken(law.onceEach, what)),
    ...tickets.flatMap(({ before, after }) => fallen(before, after)),
  ];
}

function raisedBy({ before, after }: TicketChange): readonly LateTold[] {
  return after.clocks.flatMap((is) => {
    const was = before?.clocks.find((clock) => isSameClock(clock, is))?.level ?? 0;
    const levels = [1, 2, 3].filter((level) => level > was && level <= is.level);
    return levels.map((level) => ({ ticketId: after._id, clock: names[is.kind], level }));
  });
}

/** A level that was told and is no longer written would be told again. */
function fallen(before: Ticket | undefined, after: Ticket): readonly Violation[] {
  return (before?.clocks ?? []).flatMap((was) => {
    const is = after.clocks.find((clock) => isSameClock(clock, was));
    return is && is.level < was.level
      ? [broken(law.onceEach, `${after._id} ${was.kind} has forgotten ${was.level}`)]
      : [];
  });
}

/** The same deadline, or one that a pause has moved together with its start. */
function isSameClock(a: Clock, b: Clock): boolean {
  if (a.kind !== b.kind) return false;
  return a.by === b.by || (a.by - a.startedAt === b.by - b.startedAt && !isAnew(a, b));
}

function isAnew(a: Clock, b: Clock): boolean {
  return a.startedAt !== b.startedAt && a.pausedSince === undefined && b.pausedSince === undefined;
}

function lost({ _id }: Ticket, what: string): Violation {
  return broken(law.noClockLost, `${_id}: ${what}`);
}
