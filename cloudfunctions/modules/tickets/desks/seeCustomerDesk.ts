import type { ParsedOf } from '../../../../types/contract';
import type { CustomerDesk, LiveEmergency } from '../../../../types/contract/ticketDesks';
import { granted } from '../../../../types/refusal';
import type { Caller } from '../../../kernel/caller';
import type { Reading } from '../../../kernel/routes';
import { readerOf } from '../reporting/reader';
import { rowOf, titleFor } from '../reporting/row';
import type { Ticket } from '../ticket';
import { ticketsByIds, ticketsListed } from '../ticketsStore';
import { countInbox } from './desksStore';

/** B3: every emergency until its revisit, the revisits that are due, what waits for an answer. Five reads, four at once. */
export const seeCustomerDesk: Reading<ParsedOf<'ticketDesks.customer'>, CustomerDesk> = async (
  { communityId },
  { caller },
) => {
  const of = { communityId, staffId: undefined, after: undefined };
  const [emergencies, revisits, inbox, inboxCount] = await Promise.all([
    ticketsListed(of, 'emergencies'),
    ticketsListed(of, 'revisits'),
    ticketsListed(of, 'inbox'),
    countInbox(communityId),
  ]);
  const tasks = await ticketsByIds(emergencies.rows.flatMap(({ taskIds }) => taskIds));
  return granted({
    emergencies: byClock(emergencies.rows).map((ticket) => liveEmergency(ticket, tasks, caller)),
    revisits: byClock(revisits.rows).map((ticket) => ({
      ...rowOf(ticket, readerOf(ticket, caller)),
      ...(ticket.reporter.phone ? { ownerPhone: ticket.reporter.phone } : {}),
      ...(ticket.rating ? { stars: ticket.rating.stars } : {}),
    })),
    inbox: byClock(inbox.rows).map((ticket) => rowOf(ticket, readerOf(ticket, caller))),
    inboxCount,
  });
};

function liveEmergency(ticket: Ticket, tasks: readonly Ticket[], caller: Caller): LiveEmergency {
  const { assignee, reporter, taskIds } = ticket;
  return {
    ...rowOf(ticket, readerOf(ticket, caller)),
    ...(assignee ? { engineerPhone: assignee.phone } : {}),
    ...(reporter.phone ? { ownerPhone: reporter.phone } : {}),
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
