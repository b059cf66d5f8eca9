import type { Instant } from '../../../../types/day';
import { count, findParts, is } from '../../../platform/database';
import { tickets } from '../ticketsStore';

/** Ours: a month of 20,000 homes; of more, the oldest reports are what is summed. */
const mostOfMonth = 5_000;
/** Ours: tickets that move in one day, or are open at one time, on a board. */
const mostOnBoard = 1_000;

const monthFields = [
  'type',
  'problem',
  'urgency',
  'grade',
  'state',
  'reportedAt',
  'clocks',
  'assignee',
  'comebacks',
  'rating',
  'afterCheck',
] as const;
export type MonthTicket = Awaited<ReturnType<typeof ticketsReportedIn>>[number];

/** What was reported from one instant to before another, as far as a month is summed from it. One read for every hundred. */
export function ticketsReportedIn(communityId: string, from: Instant, to: Instant) {
  return findParts(tickets, {
    where: { communityId, reportedAt: is.all([is.atLeast(from), is.below(to)]) },
    fields: monthFields,
    most: mostOfMonth,
  });
}

const dayFields = ['state', 'clocks', 'assignee', 'steps', 'reportedAt'] as const;
export type DayTicket = Awaited<ReturnType<typeof ticketsMovedSince>>[number];

/** What has moved since an instant. One read for every hundred. */
export function ticketsMovedSince(communityId: string, from: Instant) {
  return findParts(tickets, {
    where: { communityId, movedAt: is.atLeast(from) },
    fields: dayFields,
    most: mostOnBoard,
  });
}

/** Where the open tickets are. One read for every hundred. */
export function openPlaces(communityId: string) {
  return findParts(tickets, {
    where: { communityId, lists: 'open' },
    fields: ['building', 'urgency'],
    most: mostOnBoard,
  });
}

/** How many complaints, enquiries and suggestions wait for an answer. One read. */
export function countInbox(communityId: string): Promise<number> {
  return count(tickets, { communityId, lists: 'inbox' });
}

/** How many tickets have passed their nearest deadline. One read. */
export function countLate(communityId: string, now: Instant): Promise<number> {
  return count(tickets, { communityId, clockBy: is.atMost(now) });
}

/** How many finished works wait for their after-check. One read. */
export function countChecks(communityId: string): Promise<number> {
  return count(tickets, { communityId, lists: 'afterChecks' });
}

/** How many were reported since an instant. One read. */
export function countReportedSince(communityId: string, from: Instant): Promise<number> {
  return count(tickets, { communityId, reportedAt: is.atLeast(from) });
}
