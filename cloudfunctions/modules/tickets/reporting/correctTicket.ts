import type { ParsedOf } from '../../../../types/contract';
import type { TicketView } from '../../../../types/contract/tickets';
import { changes, create } from '../../../kernel/changes';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { MessageIntent } from '../../../kernel/message';
import type { Changing } from '../../../kernel/routes';
import { aroundOf } from '../around';
import { dispatchDue, lookAt } from '../changesOf';
import { endStates } from '../life';
import { filed } from '../lists';
import type { Ticket } from '../ticket';
import { ticketById, tickets, ticketsByIds } from '../ticketsStore';
import { endTogether } from '../work/linked/endTogether';
import { abandonedTasks, tasksFor } from '../work/linked/tasks';
import { tellAssignee, tellDuty, tellGrave, tellReporter } from '../work/told';
import { answerGiven, type Waiting } from './afterwards';
import { asOneOf } from './as';
import { corrected } from './correcting';
import { taskNotes } from './opened';
import { backIfUnskilled } from './unskilled';

/** Customer service or a supervisor put right what a ticket is; what it opens now (B12) is opened with it. */
export const correctTicket: Changing<ParsedOf<'tickets.correct'>, void, Waiting, TicketView> = {
  async decide({ ticketId, ...correction }, context) {
    const ticket = await ticketById(ticketId);
    if (!ticket) return toRefuse('NOT_ALLOWED');
    const around = await aroundOf(ticket);
    const as = asOneOf(['customerService', 'supervisor'], ticket, context, around.watchers);
    if (!as) return toRefuse('NOT_ALLOWED');
    const { now } = context;
    const { terms } = around;
    const righted = corrected(ticket, correction, as, { now, terms });
    if (!righted.ok) return { kind: 'refuse', refusal: righted.refusal };
    const { staff } = around.watchers;
    const outcome = backIfUnskilled(ticket, righted.value, as, { now, terms, staff });
    if (!outcome.ok) return { kind: 'refuse', refusal: outcome.refusal };
    const ended = await calledOff(ticket);
    const tasks = tasksFor(outcome.value, now, terms, ended);
    const next = { ...outcome.value, taskIds: [...ticket.taskIds, ...tasks.map(({ _id }) => _id)] };
    const opened = tasks.map((task) => ({ ...task, version: 1 }));
    // A move to `waiting` asks for dispatch by itself; what has waited already is given anew by what it is now.
    const asking = [...opened, ...(ticket.state === 'waiting' && next.state === 'waiting' ? [next] : [])];
    const more = changes({
      writes: opened.map((task) => create(tickets, filed(task))),
      audit: taskNotes(tasks),
      due: [
        ...opened.map((task) => lookAt(task, terms)),
        ...asking.map(({ _id, communityId }) => dispatchDue(communityId, _id, now)),
      ],
    });
    const { type, problem, urgency } = next;
    const facts = { type, problem, urgency, wasType: ticket.type, wasUrgency: ticket.urgency };
    const messages = [...tellOfCorrecting(ticket, next), ...tellGrave(next, ticket.grade)];
    const change = {
      what: 'ticketCorrected',
      reason: correction.reason,
      facts,
      messages,
      now,
      more,
      ...around,
    };
    const wanted = await endTogether(ticket, next, change, abandonedTasks(outcome.value));
    return toDo({ ticketId, isUrgent: urgency === 'emergency' }, wanted);
  },

  answer: answerGiven,
};

/** Tasks that an earlier correction called off; one that customer service cancelled while it was wanted stays cancelled. */
async function calledOff(ticket: Ticket): Promise<readonly string[]> {
  const tasks = await ticketsByIds(abandonedTasks(ticket));
  return tasks.filter(({ state }) => endStates.includes(state)).map(({ _id }) => _id);
}

/** Whoever has it must know what it has become; who reported it, who answers now; the desk, that somebody waits for an answer. */
function tellOfCorrecting(before: Ticket, after: Ticket): readonly MessageIntent[] {
  const isRepair = after.type === 'repair';
  const isTurned = (before.type === 'repair') !== isRepair;
  const isUp = before.urgency !== 'emergency' && after.urgency === 'emergency';
  if (isTurned)
    return [
      ...tellReporter(after, 'ticketMoved', { change: isRepair ? '已转为报修' : '已转给客服答复' }),
      ...(isRepair ? [] : tellDuty(after, 'customerService', 'ticketWaits')),
      ...tellAssignee(before, 'workMoved', { change: '已转给客服，不用去了' }),
    ];
  if (before.assignee && !after.assignee)
    return tellAssignee(before, 'workMoved', { change: '要换工种，已另外派人，不用您处理了' });
  return isUp ? tellAssignee(after, 'workMoved', { change: '已改为紧急，请马上处理' }) : [];
}
