import { type Changes, changes, create, joined, save } from '../../../../cloudfunctions/kernel/changes';
import {
  dispatchDue,
  lookAt,
  noteOf,
  type TicketChange,
  ticketChanges,
} from '../../../../cloudfunctions/modules/tickets/changesOf';
import { dutyNote } from '../../../../cloudfunctions/modules/tickets/giving/dutyNote';
import { offerReturned } from '../../../../cloudfunctions/modules/tickets/giving/hands';
import { passed } from '../../../../cloudfunctions/modules/tickets/giving/lookAfterTicket';
import { lateTold } from '../../../../cloudfunctions/modules/tickets/giving/told';
import {
  emptyWorkload,
  type Workload,
  workloadAfter,
} from '../../../../cloudfunctions/modules/tickets/giving/workload';
import { workloads as collection } from '../../../../cloudfunctions/modules/tickets/giving/workloadsStore';
import { endStates } from '../../../../cloudfunctions/modules/tickets/life';
import { filed } from '../../../../cloudfunctions/modules/tickets/lists';
import { newTicket, type Report } from '../../../../cloudfunctions/modules/tickets/reporting/newTicket';
import { opened, taskNotes } from '../../../../cloudfunctions/modules/tickets/reporting/opened';
import { usualTerms as terms } from '../../../../cloudfunctions/modules/tickets/terms';
import type { Ticket } from '../../../../cloudfunctions/modules/tickets/ticket';
import { tickets as ticketCollection } from '../../../../cloudfunctions/modules/tickets/ticketsStore';
import {
  calledOffAtOnce,
  endedTogether,
} from '../../../../cloudfunctions/modules/tickets/work/linked/endTogether';
import { abandonedTasks, tasksFor } from '../../../../cloudfunctions/modules/tickets/work/linked/tasks';
import type { Instant } from '../../../../types/day';
import type { Books } from '../books';
import { communityId, openidOf } from '../town';
import { crew } from './crew';

const watchers = { staff: crew };
const watched = { terms, watchers };

type RulesChange = TicketChange & { readonly workloads: readonly Workload[] };

/** What the use cases of the product commit for a ticket that has changed, by what stands in memory. */
export function changeOf(books: Books, before: Ticket, after: Ticket, what: string, now: Instant): Changes {
  const workloads = [...books.workloads.values()];
  const change = { what, now, ...watched, workloads };
  const isEnded = endStates.includes(after.state) && !endStates.includes(before.state);
  if (isEnded) return endedTogether(before, after, { ...change, tasks: tasksOf(books, before) });
  if (what === 'ticketCorrected') return correctionOf(books, before, after, change);
  return ticketChanges(before, after, change);
}

/** A ticket put right opens what it is now, and calls off what it opens no more. */
function correctionOf(books: Books, before: Ticket, after: Ticket, change: RulesChange): Changes {
  const { now } = change;
  const tasks = tasksFor(after, now, terms);
  const next = { ...after, taskIds: [...after.taskIds, ...tasks.map(({ _id }) => _id)] };
  const born = tasks.map((task): Ticket => ({ ...task, version: 1 }));
  const more = changes({
    writes: born.map((task) => create(ticketCollection, filed(task))),
    audit: taskNotes(tasks),
    due: born.flatMap((task) => [lookAt(task, terms), dispatchDue(communityId, task._id, now)]),
  });
  const abandoned = abandonedTasks(after).flatMap((id) => books.tickets.get(id) ?? []);
  const off = calledOffAtOnce(abandoned, before, next);
  return endedTogether(before, next, { ...change, more, tasks: off });
}

export function tasksOf({ tickets }: Books, { taskIds }: Ticket): readonly Ticket[] {
  return taskIds.flatMap((id) => tickets.get(id) ?? []);
}

/** What time has done to a ticket; undefined where nothing is due. */
export function passedChanges(books: Books, read: Ticket, now: Instant): Changes | undefined {
  const { ticket, fired, notes } = passed(read, now, terms);
  const [first, ...others] = notes;
  if (!first) return undefined;
  const parts = changeOf(books, read, ticket, first.what, now);
  const audit = others.map((note) => noteOf(ticket, note));
  return joined(parts, changes({ audit, messages: lateTold(read, fired) }));
}

/** What somebody without an account has said on the phone. */
const called = {
  ...{ communityId, place: '1栋 一层大厅', building: '1栋', channel: 'phone' as const },
  reporter: { name: '陈先生', phone: '13700000000', takenBy: 'service' },
  sender: { openid: openidOf('service'), staffId: 'service', by: '客服' },
};

/** A report of somebody, or of nobody who has an account, with the tasks it opens; undefined where the rule refuses it. */
export function reportChanges(
  report: Report,
  openid: string | undefined,
  now: Instant,
  newId: string,
): Changes | undefined {
  const sent = openid !== undefined && {
    ...{ communityId, homeId: 'homea', place: '1栋1单元101', building: '1栋', channel: 'app' as const },
    reporter: { openid, name: '王芳', phone: '13900000000' },
    sender: { openid },
  };
  const made = newTicket(report, sent || called, { now, terms, newId });
  return made.ok ? opened(made.value, { now, ...watched, what: 'ticketReported' }) : undefined;
}

/** On duty, or off: then open offers go back. */
export function dutyChanges(books: Books, staffId: string, isOnDuty: boolean, now: Instant): Changes {
  const read = books.workloads.get(staffId);
  let next = { ...(read ?? emptyWorkload(staffId, communityId)), isOnDuty };
  const offers = isOnDuty ? [] : next.tickets.filter(({ state }) => state === 'offered').slice(0, 4);
  const by = { by: staffId, staffId, openid: openidOf(staffId) };
  const parts = offers.flatMap(({ ticketId }) => {
    const ticket = books.tickets.get(ticketId);
    const back = ticket && offerReturned(ticket, { now, terms, by });
    if (!ticket || !back?.ok) return [];
    next = workloadAfter(next, back.value, now);
    const what = 'offerReturned';
    return [ticketChanges(ticket, back.value, { what, now, ...watched, workloads: 'elsewhere' })];
  });
  const duty = changes({
    writes: [save(collection, read, next)],
    audit: [dutyNote(isOnDuty ? 'dutyBegun' : 'dutyEnded', next)],
  });
  return joined(duty, ...parts);
}
