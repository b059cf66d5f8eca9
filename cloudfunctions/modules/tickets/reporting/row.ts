import type { ClockView, TicketRow } from '../../../../types/contract/tickets';
import type { TicketState } from '../../../../types/ticket';
import { nearestClock } from '../clocks';
import type { Clock, Ticket } from '../ticket';
import { masterName } from './names';
import { isDesk, type Reader } from './reader';
import { publicTitle } from './title';

/** States in which its owner is told who has it: an offer nobody has answered is nobody's promise. */
const toldStates: readonly TicketState[] = ['accepted', 'working', 'paused', 'finished', 'closed', 'rated'];

/** Clocks that promise something to the owner; the others are the company's own. */
const promised: readonly Clock['kind'][] = ['respond', 'arrive', 'close', 'answer', 'acceptance'];

/** A ticket of a list, as this reader may see it: staff the engineer's name, the home 张师傅. */
export function rowOf(ticket: Ticket, reader: Reader): TicketRow {
  const { _id, number, type, problem, urgency, place, state, reportedAt, movedAt, grade, appointment } =
    ticket;
  const { isGradeSuggested } = ticket;
  const isStaff = isDesk(reader) || reader.isAssignee;
  const clock = nearestClock(clocksFor(ticket, reader));
  const assignee = assigneeFor(ticket, reader);
  return {
    ...{ ticketId: _id, number, type, problem, urgency, place, state, reportedAt, movedAt },
    title: titleFor(ticket, reader),
    ...(assignee ? { assignee: isStaff ? assignee.name : masterName(assignee.name) } : {}),
    ...(clock ? { clock: clockView(clock) } : {}),
    ...(grade !== undefined && isStaff ? { grade } : {}),
    ...(isGradeSuggested && isStaff ? { isGradeSuggested } : {}),
    ...(appointment ? { appointment } : {}),
  };
}

/** The title; before it has passed only its writer's own. */
export function titleFor(
  ticket: Pick<Ticket, 'title' | 'problem'>,
  { openid }: Pick<Reader, 'openid'>,
): string {
  return ticket.title.by === openid ? ticket.title.text : publicTitle(ticket);
}

/** Whoever has it, where this reader may know. */
export function assigneeFor(ticket: Ticket, reader: Reader): Ticket['assignee'] {
  const isTold = isDesk(reader) || reader.isAssignee || toldStates.includes(ticket.state);
  return isTold ? ticket.assignee : undefined;
}

/** The clocks that concern this reader. */
export function clocksFor({ clocks }: Ticket, reader: Reader): readonly Clock[] {
  return isDesk(reader) ? clocks : clocks.filter(({ kind }) => promised.includes(kind));
}

export function clockView({ kind, startedAt, by, stoppedAt, pausedSince, level, missed }: Clock): ClockView {
  return {
    ...{ kind, startedAt, by, level },
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    ...(pausedSince === undefined ? {} : { pausedSince }),
    ...(missed === undefined ? {} : { missed: missed.length }),
  };
}
