import type { Instant } from '../../../../../types/day';
import { firstClocks } from '../../life';
import type { Terms, Ticket } from '../../ticket';
import { type LinkedTask, linkRules } from './linkRules';

/** A task as it is to be created. */
export type NewTask = Omit<Ticket, 'version'>;

/**
 * B12: the tasks that a ticket opens in other departments, to be created in the same commit as the report (or as the correction that made
 * it what it is), with a due entry each (`lookAt`) and their ids in its `taskIds`. Their ids follow from the ticket's, so none is opened
 * twice; what is opened already is left out, but for one that was called off (`ended`: ids): that is opened anew, under the next id. A
 * task opens none.
 */
export function tasksFor(
  ticket: Omit<Ticket, 'version'>,
  now: Instant,
  terms: Terms,
  ended: readonly string[] = [],
): readonly NewTask[] {
  if (ticket.channel === 'linked') return [];
  const { _id, taskIds } = ticket;
  return linkRules
    .filter(({ problem, isFor }) => problem === ticket.problem && isFor(ticket))
    .flatMap(({ tasks }) => tasks)
    .filter(({ name }) => taskIds.every((taskId) => nameOf(taskId, _id) !== name || ended.includes(taskId)))
    .map((task, at) => taskOf(task, taskIds.length + at + 1, ticket, now, terms));
}

/** Of the tasks a ticket has opened, those that no rule opens for what it is now: nobody needs them any more. */
export function abandonedTasks(ticket: Omit<Ticket, 'version'>): readonly string[] {
  const wanted = linkRules
    .filter(({ problem, isFor }) => problem === ticket.problem && isFor(ticket))
    .flatMap(({ tasks }) => tasks.map(({ name }): string => name));
  return ticket.taskIds.filter((taskId) => !wanted.includes(nameOf(taskId, ticket._id)));
}

/** The first is `ticket·cordon`, the one opened after it was called off `ticket·cordon·2`. */
function idOf(name: string, { _id, taskIds }: Pick<Ticket, '_id' | 'taskIds'>): string {
  const earlier = taskIds.filter((taskId) => nameOf(taskId, _id) === name).length;
  return earlier === 0 ? `${_id}·${name}` : `${_id}·${name}·${earlier + 1}`;
}

function nameOf(taskId: string, ticketId: string): string {
  return taskId.slice(ticketId.length + 1).split('·')[0] ?? '';
}

/** Is somebody still to do something for it. A finished task waits for nobody: it is closed with the ticket that opened it. */
export function isUnderWay({ state }: Pick<Ticket, 'state'>): boolean {
  return !['finished', 'closed', 'rated', 'cancelled'].includes(state);
}

const ended = 'parentEnded';

/** The ticket that opened it has ended while somebody still works on the task: written on the task itself, so that its finish knows. */
export function parentEnded(task: Ticket, now: Instant): Ticket {
  return { ...task, steps: [...task.steps, { at: now, what: ended, by: '系统' }] };
}

export function hasParentEnded({ steps }: Pick<Ticket, 'steps'>): boolean {
  return steps.some(({ what }) => what === ended);
}

function taskOf(
  { name, title, problem, urgency, where, checklist }: LinkedTask,
  serial: number,
  parent: Omit<Ticket, 'version'>,
  now: Instant,
  terms: Terms,
): NewTask {
  const words = { text: title, check: 'passed' as const };
  return {
    ...{ _id: idOf(name, parent), communityId: parent.communityId, parentId: parent._id },
    ...{ number: `${parent.number}-${serial}`, type: 'repair', channel: 'linked', problem, urgency },
    ...{ title: words, text: words, photos: [], reportedAt: now, movedAt: now, state: 'waiting' },
    ...{ place: where === 'place' ? parent.place : parent.building, building: parent.building },
    // Nobody stands behind it but the ticket that opened it: the home's people see that one.
    reporter: { name: '关联任务', phone: '' },
    ...{ turned: [], clocks: firstClocks({ type: 'repair', urgency }, now, terms) },
    steps: [{ at: now, what: 'reported', by: '系统' }],
    checklist: checklist.map((item) => ({ item })),
    ...{ before: [], after: [], materials: [], comebacks: 0, answers: [], revisits: [], taskIds: [] },
  };
}
