import type { Instant } from '../../../../types/day';
import type { AuditNote } from '../../../kernel/audit';
import { type Changes, changes, create } from '../../../kernel/changes';
import type { MessageIntent } from '../../../kernel/message';
import { contentDue, dispatchDue, lookAt, noteOf, topicsOf } from '../changesOf';
import { filed } from '../lists';
import { staffPage } from '../staffPage';
import type { Terms, Ticket } from '../ticket';
import { tickets } from '../ticketsStore';
import type { Watchers } from '../watchers';
import { type NewTask, tasksFor } from '../work/linked/tasks';
import { tellGrave } from '../work/told';
import { messageWords } from './title';

/** What surrounds a ticket that is opened. */
export interface Opening {
  readonly now: Instant;
  readonly terms: Terms;
  readonly watchers: Watchers;
  /** Past tense, for the audit. */
  readonly what: 'ticketReported' | 'ticketTaken';
}

/**
 * A new ticket with the tasks it opens (B12) in one commit: each with the entry of its first deadline, one for the community's dispatch, one
 * for its content check; the desks' pages ask again, and what is no repair is told to customer service.
 */
export function opened(report: Omit<Ticket, 'version'>, { now, terms, watchers, what }: Opening): Changes {
  const tasks = tasksFor(report, now, terms);
  const ticket: Ticket = { ...report, version: 1, taskIds: tasks.map(({ _id }) => _id) };
  const all = [ticket, ...tasks.map((task): Ticket => ({ ...task, version: 1 }))];
  return changes({
    writes: all.map((one) => create(tickets, filed(one))),
    audit: [
      noteOf(ticket, { what, facts: { type: ticket.type, urgency: ticket.urgency, tasks: tasks.length } }),
      ...taskNotes(tasks),
    ],
    messages: [...toDesk(ticket), ...tellGrave(ticket)],
    topics: topicsOf([ticket], watchers, now),
    due: [
      ...all.map((one) => lookAt(one, terms)),
      ...contentDue(undefined, ticket, now),
      ...all
        .filter(({ state }) => state === 'waiting')
        .map(({ _id, communityId }) => dispatchDue(communityId, _id, now)),
    ],
  });
}

/** Each task has a note of its own: whoever reads its history finds how it came about. */
export function taskNotes(tasks: readonly NewTask[]): readonly AuditNote[] {
  return tasks.map((task) => noteOf(task, { what: 'taskOpened', facts: { by: task.parentId ?? '' } }));
}

function toDesk(ticket: Ticket): readonly MessageIntent[] {
  if (ticket.state !== 'answering') return [];
  const to = { duty: 'customerService' };
  return [{ to, kind: 'ticketWaits', words: messageWords(ticket), page: staffPage(ticket, to) }];
}
