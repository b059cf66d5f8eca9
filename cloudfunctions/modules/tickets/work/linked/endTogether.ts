import type { Instant } from '../../../../../types/day';
import { type Changes, changes, joined, save, type Write } from '../../../../kernel/changes';
import { type TicketChange, ticketChanges } from '../../changesOf';
import { emptyWorkload, staffTouched, type Workload, workloadAfter } from '../../giving/workload';
import { workloads, workloadsOf } from '../../giving/workloadsStore';
import { endStates, moved, openStates } from '../../life';
import type { Ticket } from '../../ticket';
import { ticketsByIds } from '../../ticketsStore';
import type { Acting } from '../acting';
import { closed } from '../ending/close';
import { tellAssignee } from '../told';
import { parentEnded } from './tasks';

/**
 * A ticket that ends, with the tasks it has opened, in one commit (B12): finished tasks are closed with it; with a cancelled ticket those
 * that nobody works on are cancelled; what somebody still works on goes on, knows of it, and ends by itself when it is finished. To be used
 * in place of `ticketChanges` by whoever ends a ticket; and by whoever puts right what one is, for the tasks it opens no more (`taskIds`):
 * those are called off, also under way. One read where there are tasks, two where somebody has them.
 */
export async function endTogether(
  read: Ticket,
  next: Ticket,
  change: TicketChange,
  taskIds: readonly string[] = read.taskIds,
): Promise<Changes> {
  const found = await ticketsByIds(taskIds);
  const tasks = openStates.includes(next.state) ? calledOffAtOnce(found, read, next) : found;
  if (tasks.length === 0) return ticketChanges(read, next, change);
  const held = endedWith(tasks, next, change).flatMap(({ task: { assignee } }) =>
    assignee ? [assignee.staffId] : [],
  );
  const known = change.workloads === 'elsewhere' ? [] : change.workloads;
  const unknown = held.filter((staffId) => !known.some(({ _id }) => _id === staffId));
  const workloads = [...known, ...(await workloadsOf(unknown))];
  return endedTogether(read, next, { ...change, workloads, tasks });
}

/**
 * Of the tasks that nobody needs any more those that one commit of 20 documents holds: each takes four, each that is opened with it three.
 * Rules open so few that it is all of them; what is left over its guards end.
 */
export function calledOffAtOnce(
  tasks: readonly Ticket[],
  read: Pick<Ticket, 'taskIds'>,
  next: Pick<Ticket, 'taskIds'>,
): readonly Ticket[] {
  const openedNow = next.taskIds.length - read.taskIds.length;
  return tasks.filter(({ state }) => !endStates.includes(state)).slice(0, Math.max(0, 3 - openedNow));
}

/** The same, with the tasks and the workloads of whoever has them at hand. */
export function endedTogether(
  read: Ticket,
  next: Ticket,
  {
    tasks,
    ...change
  }: TicketChange & { readonly workloads: readonly Workload[]; readonly tasks: readonly Ticket[] },
): Changes {
  const ended = endedWith(tasks, next, change);
  const { now, terms, workloads: loads } = change;
  const more = writesOf(loads, [{ task: read, after: next }, ...ended], now);
  return joined(
    ticketChanges(read, next, { ...change, workloads: 'elsewhere' }),
    changes({ writes: more }),
    ...ended.map(({ task, after }) =>
      ticketChanges(task, after, {
        ...{ what: whatOf(after), now, terms, workloads: 'elsewhere', facts: { with: next._id } },
        // The desks' pages are told once, with the ticket itself.
        watchers: { staff: [] },
        messages: after.state === 'working' ? [] : tellAssignee(task, 'workMoved', { change: wordOf(after) }),
      }),
    ),
  );
}

function endedWith(tasks: readonly Ticket[], next: Ticket, change: TicketChange): readonly Ended[] {
  return tasks.flatMap((task) => {
    const after = taskAfter(task, next, change);
    return after === task ? [] : [{ task, after }];
  });
}

interface Ended {
  readonly task: Ticket;
  readonly after: Ticket;
}

/** One person may have had several of them: each workload is written once. */
function writesOf(read: readonly Workload[], ended: readonly Ended[], now: Instant): readonly Write[] {
  const staffIds = new Set(ended.flatMap(({ task, after }) => staffTouched(task, after)));
  return [...staffIds].flatMap((staffId) => {
    const found = read.find(({ _id }) => _id === staffId);
    const before = found ?? emptyWorkload(staffId, ended[0]?.task.communityId ?? '');
    const after = ended.reduce((workload, { after: ticket }) => workloadAfter(workload, ticket, now), before);
    return after === before ? [] : [save(workloads, found, after)];
  });
}

function taskAfter(task: Ticket, parent: Ticket, { now, terms }: TicketChange): Ticket {
  const acting = { as: 'system' as const, who: { by: '系统' }, now, terms };
  const over = closed(task, { how: 'together' }, acting);
  if (over.ok) return over.value;
  if (['closed', 'cancelled'].includes(task.state)) return task;
  if (openStates.includes(parent.state)) return calledOff(task, acting);
  const off = parent.state === 'cancelled' ? moved(task, 'cancel', { ...acting, step: acting.who }) : over;
  return off.ok ? off.value : parentEnded(task, now);
}

/** What opened it goes on as something else: nobody goes, and whoever is there may leave. */
function calledOff(task: Ticket, acting: Acting): Ticket {
  const name = task.state === 'working' ? 'callOff' : 'cancel';
  const off = moved(task, name, { ...acting, step: acting.who });
  return off.ok ? off.value : task;
}

function whatOf({ state }: Ticket): string {
  if (state === 'closed') return 'taskClosedTogether';
  return state === 'cancelled' ? 'taskCancelledTogether' : 'taskLeftToEnd';
}

function wordOf({ state }: Ticket): string {
  if (state === 'closed') return '已一起完成，现场可以撤了';
  return state === 'cancelled' ? '已取消，不用去了' : '来源已结束，请照常做完';
}
