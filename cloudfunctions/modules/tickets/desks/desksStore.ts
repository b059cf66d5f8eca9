import type { Day, Instant } from '../../../../types/day';
import type { DayFigure, Figure } from '../../../../types/ticketFigures';
import { count, findPage, findParts, is, type Page } from '../../../platform/database';
import type { CountedAs, ListName, Ticket } from '../ticket';
import { tickets } from '../ticketsStore';

/** Ours: a month of 20,000 homes; of more, the first that were reported are summed, and the month says so. */
export const mostOfMonth = 5_000;
/** Ours: tickets that move in one day, or are open at one time, on a board. */
export const mostOnBoard = 1_000;

const monthFields = [
  'type',
  'problem',
  'urgency',
  'state',
  'reportedAt',
  'movedAt',
  'clocks',
  'assignee',
  'comebacks',
  'mendedLately',
  'rating',
  'counted',
] as const;
export type MonthTicket = Awaited<ReturnType<typeof ticketsReportedIn>>[number];

/** What was reported from one instant to before another, as far as a month is summed from it, the first `mostOfMonth`. One read for every hundred. */
export function ticketsReportedIn(communityId: string, from: Instant, to: Instant) {
  return findParts(tickets, {
    where: { communityId, reportedAt: is.all([is.atLeast(from), is.below(to)]) },
    fields: monthFields,
    by: 'reportedAt',
    most: mostOfMonth,
  });
}

const dayFields = ['state', 'assignee', 'steps', 'movedAt'] as const;
export type DayTicket = Awaited<ReturnType<typeof ticketsMovedSince>>[number];

/** What has moved since an instant. One read for every hundred. */
export function ticketsMovedSince(communityId: string, from: Instant) {
  return findParts(tickets, {
    where: { communityId, movedAt: is.atLeast(from) },
    fields: dayFields,
    by: 'movedAt',
    most: mostOnBoard,
  });
}

const allOpen = () => is.oneOf(['open', 'openTasks']);

/**
 * Where the open tickets are, linked tasks with them, and how many there are. Of more than a board bears, emergencies first, then what has
 * not moved for the longest. One read for every hundred; where there are more, one for every hundred emergencies and one to count.
 */
export async function openPlaces(communityId: string) {
  const longest = await placesIn(communityId, allOpen());
  if (longest.length < mostOnBoard) return { places: longest, total: longest.length };
  const [urgent, total] = await Promise.all([
    placesIn(communityId, 'openEmergencies'),
    count(tickets, { communityId, lists: allOpen() }),
  ]);
  const first = new Set(urgent.map(({ _id }) => _id));
  const rest = longest.filter(({ _id }) => !first.has(_id));
  return { places: [...urgent, ...rest].slice(0, mostOnBoard), total };
}

function placesIn(communityId: string, lists: unknown) {
  return findParts(tickets, {
    where: { communityId, lists },
    fields: ['building', 'urgency', 'channel', 'movedAt'],
    by: 'movedAt',
    most: mostOnBoard,
  });
}

/** How many complaints, enquiries and suggestions wait for an answer. One read. */
export function countInbox(communityId: string): Promise<number> {
  return count(tickets, whereOf({ communityId, kind: 'now', list: 'inbox' }));
}

/** How many tickets have passed their nearest deadline. One read. */
export function countLate(communityId: string, now: Instant): Promise<number> {
  return count(tickets, whereOf({ communityId, kind: 'late', now }));
}

/** How many finished works wait for their after-check. One read. */
export function countChecks(communityId: string): Promise<number> {
  return count(tickets, whereOf({ communityId, kind: 'now', list: 'afterChecks' }));
}

/** How many were reported, or opened as tasks, from one instant to before another. One read. */
export function countReportedIn(
  communityId: string,
  figure: 'reported' | 'tasks',
  from: Instant,
  to: Instant,
): Promise<number> {
  return count(tickets, whereOf({ communityId, kind: 'reported', figure, from, to }));
}

/** How many kept all their clocks that came out on a day, or missed one that day. One read. */
export function countOfDay(communityId: string, figure: DayFigure, day: Day): Promise<number> {
  return count(tickets, whereOf({ communityId, kind: 'cameOut', figure: `${figure}@${day}` }));
}

/** What a list holds: of a community, perhaps of one member of staff, perhaps of one building. */
export type Listed = { readonly communityId: string; readonly staffId?: string } & (
  | { readonly kind: 'now'; readonly list: ListName; readonly building?: string }
  /** Its nearest running deadline has passed. */
  | { readonly kind: 'late'; readonly now: Instant; readonly building?: string }
  | { readonly kind: 'reported'; readonly figure: Figure; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'cameOut'; readonly figure: CountedAs }
);

const orders = { now: 'movedAt', late: 'clockBy', reported: 'reportedAt', cameOut: 'reportedAt' } as const;

/** One page of a list: what is late longest first, everything else newest first. One read. */
export function ticketsListed(listed: Listed, after: string | undefined): Promise<Page<Ticket>> {
  const { kind } = listed;
  const direction = kind === 'late' ? 'asc' : 'desc';
  return findPage(tickets, { where: whereOf(listed), by: orders[kind], direction, after });
}

/** How many a list has. One read. */
export function countListed(listed: Listed): Promise<number> {
  return count(tickets, whereOf(listed));
}

/** One condition for a figure and for the list it opens. */
function whereOf(listed: Listed) {
  const { communityId, staffId } = listed;
  const of = { communityId, ...(staffId === undefined ? {} : { 'assignee.staffId': staffId }) };
  switch (listed.kind) {
    case 'now':
      return { ...of, ...placeOf(listed), lists: listed.list };
    case 'late':
      return { ...of, ...placeOf(listed), clockBy: is.atMost(listed.now) };
    case 'cameOut':
      return { ...of, counted: listed.figure };
    case 'reported': {
      const { figure, from, to } = listed;
      const reportedAt = is.all([is.atLeast(from), is.below(to)]);
      return { ...of, counted: figure, reportedAt };
    }
  }
}

function placeOf({ building }: { readonly building?: string }) {
  return building === undefined ? {} : { building };
}
