import { dayOf, type Instant } from '../../../types/day';
import { type Changes, changes, type Due, joined, type Moved, replace } from '../../kernel/changes';
import type { MessageIntent } from '../../kernel/message';
import { nextLook } from './clocks';
import type { Workload } from './giving/workload';
import { workloadWrites } from './giving/workloadsStore';
import { filed } from './lists';
import { hasMoreToCheck } from './reporting/content/content';
import type { Terms, Ticket } from './ticket';
import { tickets } from './ticketsStore';
import { deskWatchers, hasReporterLeft, homeWatchers, type Watchers } from './watchers';

/** What one change of a ticket brings along. */
export interface TicketChange {
  /** Past tense, for the audit: `ticketAccepted`. */
  readonly what: string;
  readonly reason?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly now: Instant;
  readonly terms: Terms;
  readonly watchers: Watchers;
  /** As read, of whoever had it and whoever gets it; `elsewhere` where the same commit writes them by itself. */
  readonly workloads: readonly Workload[] | 'elsewhere';
  readonly messages?: readonly MessageIntent[];
  /** Whatever else belongs to the same commit. */
  readonly more?: Partial<Changes>;
}

/** The due entry under which the tick looks at a ticket next; none where nothing is left to come. */
export function lookAt(ticket: Ticket, terms: Terms): Due {
  return { kind: 'ticket', key: ticket._id, at: nextLook(ticket, terms) };
}

/**
 * The due entry under which the tick dispatches a community because of this ticket or member of staff: what waits is given, or given again,
 * whoever is killed meanwhile. Each has its own, so that reports at the same moment do not wait for one another.
 */
export function dispatchDue(communityId: string, cause: string, at: Due['at']): Due {
  return { kind: 'dispatch', key: `${communityId}/${cause}`, at };
}

/** The community and the cause of an entry of `dispatchDue`. */
export function dispatchOf(key: string): { readonly communityId: string; readonly cause: string } {
  const at = key.indexOf('/');
  return { communityId: key.slice(0, at), cause: key.slice(at + 1) };
}

/** Ours: where what checks at once was killed, the tick does it so much later. */
const contentLater = 60_000;

/** The due entry under which the tick has WeChat look at what is new in a ticket; none where nothing new is pending. */
export function contentDue(before: Ticket | undefined, after: Ticket, now: Instant): readonly Due[] {
  if (!hasMoreToCheck(before, after)) return [];
  return [{ kind: 'contentCheck', key: after._id, at: (now + contentLater) as Instant }];
}

/** It waits for somebody, or somebody has become free; or it waits no more. */
function dispatchAfter(read: Ticket, next: Ticket, now: Instant): readonly Due[] {
  const { _id, communityId } = next;
  const waited = read.state === 'waiting';
  const waits = next.state === 'waiting';
  const isSomebodyFree = read.state === 'working' && next.state !== 'working';
  if (waits ? !waited : isSomebodyFree) return [dispatchDue(communityId, _id, now)];
  return waited && !waits ? [dispatchDue(communityId, _id, 'never')] : [];
}

/** What a changed ticket asks to be committed: the document, the audit note, its next look, whoever is told and whose pages ask again. */
export function ticketChanges(read: Ticket, next: Ticket, change: TicketChange): Changes {
  const { messages = [], more = {}, now, terms, watchers, workloads } = change;
  const content = contentDue(read, next, now);
  return joined(
    changes({
      writes: [
        replace(tickets, read, filed(content.length > 0 ? { ...next, contentAsks: 0 } : next)),
        ...(workloads === 'elsewhere' ? [] : workloadWrites(workloads, read, next, now)),
      ],
      audit: [noteOf(next, change)],
      messages: messages.filter((message) => !isForWhoLeft(message, next, watchers, now)),
      topics: topicsOf([read, next], watchers, now),
      due: [lookAt(next, terms), ...content, ...dispatchAfter(read, next, now)],
    }),
    changes(more),
  );
}

/** A message about their report to somebody who has moved out; whoever reported and also works on it still hears of the work. */
function isForWhoLeft(
  { to, page }: MessageIntent,
  ticket: Ticket,
  watchers: Watchers,
  now: Instant,
): boolean {
  const isReporters = to.openid !== undefined && to.openid === ticket.reporter.openid;
  return (
    isReporters && page === `ticket?ticketId=${ticket._id}` && hasReporterLeft(ticket, watchers, dayOf(now))
  );
}

/** The audit note of what was done with a ticket. */
export function noteOf(
  { _id, communityId, homeId, reporter }: Omit<Ticket, 'version'>,
  { what, reason, facts }: Pick<TicketChange, 'what' | 'reason' | 'facts'>,
) {
  const { openid, residentId } = reporter;
  return {
    what,
    beneficiary: {
      communityId,
      ...(homeId === undefined ? {} : { homeId }),
      ...(openid === undefined ? {} : { openid }),
      ...(residentId === undefined ? {} : { residentId }),
    },
    subjects: [`tickets/${_id}`],
    ...(reason === undefined ? {} : { reason }),
    ...(facts === undefined ? {} : { facts }),
  };
}

/** Open pages that ask again: the reporter's and the home's, whoever had it or has it, the desks'. */
export function topicsOf(states: readonly Ticket[], watchers: Watchers, now: Instant): readonly Moved[] {
  const today = dayOf(now);
  const owners = states.flatMap((ticket) => [
    hasReporterLeft(ticket, watchers, today) ? undefined : ticket.reporter.openid,
    ...homeWatchers({ type: ticket.type, reportedDay: dayOf(ticket.reportedAt) }, watchers, today),
  ]);
  const workers = [...states.map(({ assignee }) => assignee?.openid), ...deskWatchers(watchers, today)];
  return [
    ...distinct(owners).map((openid): Moved => ({ openid, topic: 'tickets' })),
    ...distinct(workers).map((openid): Moved => ({ openid, topic: 'work' })),
  ];
}

function distinct(openids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(openids.filter((openid) => openid !== undefined))];
}
