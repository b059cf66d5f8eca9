import type { TicketMonth } from '../../../../types/contract/ticketDesks';
import { dayOf, type Instant, type Month } from '../../../../types/day';
import { complaintGrades, problems } from '../../../../types/ticket';
import { type Figure, starCounts, summedClocks, tiers } from '../../../../types/ticketFigures';
import { withMissed } from '../clocks';
import { cameOut } from '../counted';
import { repeatVisits } from '../returns';
import type { Clock } from '../ticket';
import { type MonthTicket, mostOfMonth } from './desksStore';

const minute = 60_000;

/** The value below which this share of the sorted values lies (nearest rank); 0 of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Minutes a clock has taken by now, without the time it stood still (its start has moved by that). */
export function minutesTaken({ startedAt, stoppedAt, pausedSince }: Clock, now: Instant): number {
  return Math.round(((stoppedAt ?? pausedSince ?? now) - startedAt) / minute);
}

/** A month at a glance, from what was reported in it; complaints beside those of the month before (B10). Counts are those of the lists. */
export function monthFigures(
  month: Month,
  tickets: readonly MonthTicket[],
  before: readonly MonthTicket[],
  now: Instant,
): TicketMonth {
  const [reported, done] = [counted(tickets, 'reported'), counted(tickets, 'done')];
  const [fixedFirst, returned] = [counted(tickets, 'fixedFirst').length, counted(tickets, 'returned')];
  return {
    month,
    ...(tickets.length >= mostOfMonth ? { summed: mostOfMonth } : {}),
    tickets: reported.length,
    closed: done.length,
    firstTimeFix: perMille(fixedFirst, fixedFirst + returned.length),
    ...{ fixedFirst, returned: returned.length },
    repeatVisits: sum(returned.map(repeatVisits)),
    satisfaction: satisfactionOf(tickets),
    clocks: clockFigures(tickets, now),
    byProblem: problemFigures(tickets, now),
    byDay: dayFigures(reported),
    load: loadFigures(done, counted(tickets, 'tasksDone')),
    tasks: {
      opened: counted(tickets, 'tasks').length,
      done: counted(tickets, 'tasksDone').length,
      late: counted(tickets, 'tasksLate').length,
    },
    complaints: complaintFigures(tickets, before),
  };
}

function satisfactionOf(tickets: readonly MonthTicket[]): TicketMonth['satisfaction'] {
  const stars = counted(tickets, 'rated').flatMap(({ rating }) => (rating ? [rating.stars] : []));
  return {
    rated: stars.length,
    meanStars: stars.length === 0 ? 0 : Math.round((10 * sum(stars)) / stars.length) / 10,
    poor: counted(tickets, 'poor').length,
    byStars: starCounts.map((count) => ({
      stars: count,
      count: counted(tickets, `stars-${count}`).length,
    })),
  };
}

/** Each ticket once: of several clocks of a kind, as when work went back, the one that took longest. */
function clockFigures(tickets: readonly MonthTicket[], now: Instant): TicketMonth['clocks'] {
  return tiers.flatMap((tier) =>
    summedClocks.flatMap((kind) => {
      const out = counted(tickets, `clock-${tier}-${kind}`);
      if (out.length === 0) return [];
      const taken = out.map((ticket) => longestOf(ticket, [kind], now));
      const late = counted(tickets, `late-${tier}-${kind}`).length;
      return [{ ...{ tier, kind, count: out.length, late }, ...percentilesOf(taken) }];
    }),
  );
}

/** By how often; how long it took from the report to the repair or the answer. */
function problemFigures(tickets: readonly MonthTicket[], now: Instant): TicketMonth['byProblem'] {
  return problems
    .flatMap((problem) => {
      const same = counted(tickets, `problem-${problem}`);
      const ended = same.filter((ticket) => endsOf(ticket).length > 0);
      const taken = ended.map((ticket) => longestOf(ticket, ['close', 'arrive', 'answer'], now));
      return same.length === 0 ? [] : [{ problem, count: same.length, ...percentilesOf(taken) }];
    })
    .sort((a, b) => b.count - a.count);
}

function endsOf(ticket: MonthTicket): readonly Clock[] {
  return cameOut(ticket).filter(({ kind }) => kind === 'close' || kind === 'arrive' || kind === 'answer');
}

function longestOf(ticket: MonthTicket, kinds: readonly Clock['kind'][], now: Instant): number {
  const clocks = ticket.clocks.filter(({ kind }) => kinds.includes(kind)).flatMap(withMissed);
  return Math.max(0, ...clocks.map((clock) => minutesTaken(clock, now)));
}

function percentilesOf(taken: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = [...taken].sort((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
}

function dayFigures(tickets: readonly MonthTicket[]): TicketMonth['byDay'] {
  return [...grouped(tickets, ({ reportedAt }) => dayOf(reportedAt))]
    .map(([day, same]) => ({ day, count: same.length }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function loadFigures(done: readonly MonthTicket[], tasks: readonly MonthTicket[]): TicketMonth['load'] {
  const held = [...done, ...tasks].flatMap(({ assignee, counted: figures = [] }) =>
    assignee ? [{ ...assignee, isTask: figures.includes('tasksDone') }] : [],
  );
  return [...grouped(held, ({ staffId }) => staffId)]
    .map(([staffId, same]) => {
      const taskCount = same.filter(({ isTask }) => isTask).length;
      return { staffId, name: same[0]?.name ?? '', closed: same.length - taskCount, tasks: taskCount };
    })
    .sort((a, b) => b.closed - a.closed || b.tasks - a.tasks);
}

function complaintFigures(
  tickets: readonly MonthTicket[],
  before: readonly MonthTicket[],
): TicketMonth['complaints'] {
  const answered = counted(tickets, 'answered').length;
  const answeredLate = counted(tickets, 'answeredLate').length;
  return {
    byGrade: complaintGrades.map((grade) => ({ grade, count: counted(tickets, `grade-${grade}`).length })),
    bySubject: problems
      .map((problem) => ({
        problem,
        count: counted(tickets, `subject-${problem}`).length,
        lastMonth: counted(before, `subject-${problem}`).length,
      }))
      // What has fallen to none is what the month has brought.
      .filter(({ count, lastMonth }) => count + lastMonth > 0)
      .sort((a, b) => b.count - a.count || b.lastMonth - a.lastMonth),
    escalated: counted(tickets, 'escalated').length,
    answeredInTime: perMille(answered - answeredLate, answered),
    ...{ answered, answeredLate },
  };
}

/** Those that the list of this figure finds. */
function counted(tickets: readonly MonthTicket[], figure: Figure): readonly MonthTicket[] {
  return tickets.filter(({ counted: figures }) => figures?.includes(figure));
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
