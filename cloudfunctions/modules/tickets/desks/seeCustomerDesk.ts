import type { ParsedOf } from '../../../../types/contract';
import type { CustomerDesk, LiveEmergency } from '../../../../types/contract/ticketDesks';
import { granted } from '../../../../types/refusal';
import type { Caller } from '../../../kernel/caller';
import type { Reading } from '../../../kernel/routes';
import { mayOpenContact, readerOf } from '../reporting/reader';
import { rowOf, titleFor } from '../reporting/row';
import type { Ticket } from '../ticket';
import { ticketsByClock, ticketsByIds } from '../ticketsStore';
import { countInbox } from './desksStore';

/**
 * B3, B6: every emergency until its revisit, the revisits that are due, whom to ask for a rating on the phone, what waits for an answer; of
 * each the hundred that are next. Six reads, five at once.
 */
export const seeCustomerDesk: Reading<ParsedOf<'ticketDesks.customer'>, CustomerDesk> = async (
  { communityId },
  { caller },
) => {
  const [emergencies, revisits, ratingCalls, inbox, inboxCount] = await Promise.all([
    ticketsByClock(communityId, 'emergencies'),
    ticketsByClock(communityId, 'revisits'),
    ticketsByClock(communityId, 'ratingCalls'),
    ticketsByClock(communityId, 'inbox'),
    countInbox(communityId),
  ]);
  const tasks = await ticketsByIds(emergencies.flatMap(({ taskIds }) => taskIds));
  return granted({
    emergencies: byClock(emergencies).map((ticket) => liveEmergency(ticket, tasks, caller)),
    revisits: byClock(revisits).map((ticket) => ({
      ...rowOf(ticket, readerOf(ticket, caller)),
      canCallOwner: mayOpenContact(ticket, readerOf(ticket, caller)),
      ...(ticket.rating ? { stars: ticket.rating.stars } : {}),
    })),
    ratingCalls: ratingCalls.map((ticket) => rowOf(ticket, readerOf(ticket, caller))),
    inbox: byClock(inbox).map((ticket) => rowOf(ticket, readerOf(ticket, caller))),
    inboxCount,
  });
};

function liveEmergency(ticket: Ticket, tasks: readonly Ticket[], caller: Caller): LiveEmergency {
  const { assignee, taskIds } = ticket;
  return {
    ...rowOf(ticket, readerOf(ticket, caller)),
    ...(assignee ? { engineerPhone: assignee.phone } : {}),
    canCallOwner: mayOpenContact(ticket, readerOf(ticket, caller)),
    links: tasks
      .filter(({ _id }) => taskIds.includes(_id))
      .map((task) => ({
        title: titleFor(task, readerOf(task, caller)),
        state: task.state,
        ...(task.assignee ? { assignee: task.assignee.name } : {}),
      })),
  };
}

/** The nearest deadline first; what has none behind them. */
function byClock(tickets: readonly Ticket[]): readonly Ticket[] {
  const until = ({ clockBy }: Ticket): number => clockBy ?? Number.MAX_SAFE_INTEGER;
  return [...tickets].sort((a, b) => until(a) - until(b));
}
