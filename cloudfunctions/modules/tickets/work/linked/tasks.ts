import type { Instant } from '../../../../../types/day';
import { firstClocks } from '../../life';
import type { Terms, Ticket } from '../../ticket';
import { type LinkedTask, linkRules } from './linkRules';

/** A task as it is to be created. */
export type NewTask = Omit<Ticket, 'version'>;

/**
 * B12: the tasks that a ticket opens in other departments, to be created in the same commit as the report (or as the correction that made
 * it what it is), with a due entry each (`lookAt`) and their ids in its `taskIds`. Their ids follow from the ticket's, so none is opened
 * twice; what is opened already is left out. A task opens none.
 */
export function tasksFor(ticket: Omit<Ticket, 'version'>, now: Instant, terms: Terms): readonly NewTask[] {
  if (ticket.channel === 'linked') return [];
  return linkRules
    .filter(({ problem, isFor }) => problem === ticket.problem && isFor(ticket))
    .flatMap(({ tasks }) => tasks)
    .map((task, at) => taskOf(task, at + 1, ticket, now, terms))
    .filter(({ _id }) => !ticket.taskIds.includes(_id));
}

/** Of the tasks a ticket has opened, those that no rule opens for what it is now: nobody needs them any more. */
export function abandonedTasks(ticket: Omit<Ticket, 'version'>): readonly string[] {
  const wanted = linkRules
    .filter(({ problem, isFor }) => problem === ticket.problem && isFor(ticket))
    .flatMap(({ tasks }) => tasks.map(({ name }) => `${ticket._id}·${name}`));
  return ticket.taskIds.filter((taskId) => !wanted.includes(taskId));
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
    ...{ _id: `${parent._id}·${name}`, communityId: parent.communityId, parentId: parent._id },
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
