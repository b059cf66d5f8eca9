import type { TicketMonth } from '../../../../types/contract/ticketDesks';
import { dayOf, type Instant, type Month } from '../../../../types/day';
import { type ClockKind, complaintGrades, urgencies } from '../../../../types/ticket';
import { isMet, withMissed } from '../clocks';
import type { Clock } from '../ticket';
import type { MonthTicket } from './desksStore';

const minute = 60_000;

/** The value below which this share of the sorted values lies (nearest rank); 0 of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Minutes a clock has taken, without the time it stood still (its start has moved by that). */
export function minutesTaken({ startedAt, stoppedAt }: Clock): number | undefined {
  return stoppedAt === undefined ? undefined : Math.round((stoppedAt - startedAt) / minute);
}

/** A month at a glance, from what was reported in it; complaints beside those of the month before (B10). */
export function monthFigures(
  month: Month,
  tickets: readonly MonthTicket[],
  before: readonly MonthTicket[],
  now: Instant,
): TicketMonth {
  const done = tickets.filter(({ state }) => state === 'closed' || state === 'rated');
  const repairs = done.filter(({ type }) => type === 'repair');
  const comeback = repairs.filter(({ comebacks }) => comebacks > 0).length;
  const stars = tickets.flatMap(({ rating }) => (rating ? [rating.stars] : []));
  return {
    month,
    tickets: tickets.length,
    closed: done.length,
    firstTimeFix: perMille(repairs.length - comeback, repairs.length),
    repeatVisits: repairs.reduce((sum, { comebacks }) => sum + comebacks, 0),
    satisfaction: {
      rated: stars.length,
      meanStars: stars.length === 0 ? 0 : Math.round((10 * sum(stars)) / stars.length) / 10,
      poor: stars.filter((one) => one <= 2).length,
    },
    clocks: clockFigures(tickets, now),
    byProblem: problemFigures(tickets),
    byDay: dayFigures(tickets),
    load: loadFigures(done),
    complaints: complaintFigures(tickets, before, now),
  };
}

function clockFigures(tickets: readonly MonthTicket[], now: Instant): TicketMonth['clocks'] {
  const kinds: readonly ClockKind[] = ['respond', 'arrive', 'close', 'answer', 'revisit', 'plan'];
  return urgencies.flatMap((urgency) =>
    kinds.flatMap((kind) => {
      const clocks = tickets
        .filter((ticket) => ticket.urgency === urgency)
        .flatMap((ticket) => ticket.clocks.filter((clock) => clock.kind === kind).flatMap(withMissed))
        // What runs and is in time has not come out yet.
        .filter((clock) => clock.stoppedAt !== undefined || !isMet(clock, now));
      if (clocks.length === 0) return [];
      const taken = clocks.flatMap((clock) => minutesTaken(clock) ?? []).sort((a, b) => a - b);
      return [
        {
          ...{ urgency, kind, count: clocks.length },
          met: clocks.filter((clock) => isMet(clock, now)).length,
          ...{ p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) },
        },
      ];
    }),
  );
}

/** By how often; p50 of the minutes from the report to the repair or the answer. */
function problemFigures(tickets: readonly MonthTicket[]): TicketMonth['byProblem'] {
  return [...grouped(tickets, ({ problem }) => problem)]
    .map(([problem, same]) => {
      const taken = same
        .flatMap(({ clocks }) =>
          clocks.filter(({ kind }) => kind === 'close' || kind === 'arrive' || kind === 'answer'),
        )
        .flatMap((clock) => minutesTaken(clock) ?? [])
        .sort((a, b) => a - b);
      return { problem, count: same.length, p50: percentile(taken, 0.5) };
    })
    .sort((a, b) => b.count - a.count);
}

function dayFigures(tickets: readonly MonthTicket[]): TicketMonth['byDay'] {
  return [...grouped(tickets, ({ reportedAt }) => dayOf(reportedAt))]
    .map(([day, same]) => ({ day, count: same.length }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function loadFigures(done: readonly MonthTicket[]): TicketMonth['load'] {
  const held = done.flatMap(({ assignee }) => (assignee ? [assignee] : []));
  return [...grouped(held, ({ staffId }) => staffId)]
    .map(([staffId, same]) => ({ staffId, name: same[0]?.name ?? '', closed: same.length }))
    .sort((a, b) => b.closed - a.closed);
}

function complaintFigures(
  tickets: readonly MonthTicket[],
  before: readonly MonthTicket[],
  now: Instant,
): TicketMonth['complaints'] {
  const complaints = tickets.filter(({ type }) => type === 'complaint');
  const earlier = before.filter(({ type }) => type === 'complaint');
  const answers = complaints
    .flatMap(({ clocks }) => clocks.filter(({ kind }) => kind === 'answer').flatMap(withMissed))
    .filter((clock) => clock.stoppedAt !== undefined || !isMet(clock, now));
  return {
    byGrade: complaintGrades.map((grade) => ({
      grade,
      count: complaints.filter((one) => (one.grade ?? 'minor') === grade).length,
    })),
    bySubject: [...grouped(complaints, ({ problem }) => problem)]
      .map(([problem, same]) => ({
        problem,
        count: same.length,
        lastMonth: earlier.filter((one) => one.problem === problem).length,
      }))
      .sort((a, b) => b.count - a.count),
    escalated: complaints.filter(({ clocks }) => clocks.flatMap(withMissed).some(({ level }) => level >= 2))
      .length,
    answeredInTime: perMille(answers.filter((clock) => isMet(clock, now)).length, answers.length),
  };
}

function grouped<T, K extends string>(all: readonly T[], key: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const same = groups.get(key(one));
    if (same) same.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Of nothing, all. */
function perMille(part: number, whole: number): number {
  return whole === 0 ? 1000 : Math.round((1000 * part) / whole);
}
