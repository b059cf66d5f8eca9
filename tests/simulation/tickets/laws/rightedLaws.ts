import { skillOf, skillsOf } from '../../../../cloudfunctions/modules/tickets/dispatch/skills';
import { heldStates } from '../../../../cloudfunctions/modules/tickets/giving/workload';
import { endStates, openStates } from '../../../../cloudfunctions/modules/tickets/life';
import type { Ticket } from '../../../../cloudfunctions/modules/tickets/ticket';
import type { Problem } from '../../../../types/ticket';
import type { Batch, Books, TicketChange } from '../books';
import { colleagues } from '../town';
import { broken, law, type Violation } from './law';

/** B12, written a second time: the tasks that a problem may open, by the end of their ids. */
const tasks: Partial<Readonly<Record<Problem, readonly string[]>>> = {
  lift: ['inspection', 'cordon'],
  burst: ['valve'],
  gas: ['gasCordon'],
  fire: ['evacuation'],
};

/** Put right, a ticket is in the hands of somebody who can do it, and nobody goes on with a task that it opens no more. */
export function judgeRighted({ before, after }: TicketChange, books: Books): readonly Violation[] {
  if (!before || before.problem === after.problem) return [];
  return [...judgeSkill(before, after), ...judgeTasks(after, books)];
}

function judgeSkill(before: Ticket, after: Ticket): readonly Violation[] {
  const skill = skillOf(after.problem);
  const { assignee, state } = after;
  if (!assignee || !heldStates.includes(state) || skillOf(before.problem) === skill) return [];
  const holder = colleagues.find(({ name }) => name === assignee.staffId);
  const isAble = holder !== undefined && skillsOf(holder).includes(skill);
  return isAble ? [] : [broken(law.ableAndNeeded, `${after._id}: ${assignee.staffId} cannot do ${skill}`)];
}

/** What is finished waits for the end of the ticket, and harms nobody. */
function judgeTasks(after: Ticket, books: Books): readonly Violation[] {
  if (!openStates.includes(after.state)) return [];
  const wanted = tasks[after.problem] ?? [];
  return after.taskIds
    .filter((taskId) => !wanted.some((name) => taskId.endsWith(`·${name}`)))
    .map((taskId) => books.tickets.get(taskId))
    .filter((task) => task !== undefined && !endStates.includes(task.state) && task.state !== 'finished')
    .map((task) => broken(law.ableAndNeeded, `${task?._id} is ${task?.state}, and nobody needs it`));
}

/** These take a ticket out of somebody's hands by what another person or a rule does. */
const takers = ['cancel', 'giveBack', 'toDesk', 'callOff', 'reoffer', 'override'];
const tellings = ['workMoved', 'ticketReassigned'];

/** Whoever loses a ticket so is told in the same commit: nobody goes where nobody needs them. */
export function judgeTold({ tickets, messages }: Batch): readonly Violation[] {
  return tickets.flatMap(({ before, after }) => {
    const openid = before?.assignee?.openid;
    const fresh = after.steps.slice(before?.steps.length ?? 0).map(({ what }) => what);
    const isKept =
      after.state !== 'cancelled' && after.state !== 'closed' && openid === after.assignee?.openid;
    if (openid === undefined || isKept || !fresh.some((what) => takers.includes(what))) return [];
    const told = messages.filter(({ to, kind }) => to.openid === openid && tellings.includes(kind));
    return told.length > 0 ? [] : [broken(law.told, `${after._id} ${fresh}: ${openid} is told nothing`)];
  });
}
