import { isRunning, nearestClock } from './clocks';
import { openStates } from './life';
import type { ListName, Ticket } from './ticket';

/**
 * The ticket with what lists find it by, worked out anew: in which of them it stands, and its nearest running deadline. Part of every
 * write of a ticket, so that no list reads more than it shows.
 */
export function filed(ticket: Ticket): Ticket {
  const { clockBy: _before, ...rest } = ticket;
  const clock = nearestClock(ticket.clocks);
  return { ...rest, lists: listsOf(ticket), ...(clock ? { clockBy: clock.by } : {}) };
}

function listsOf({ state, urgency, type, clocks, afterCheck }: Ticket): readonly ListName[] {
  const isOpen = openStates.includes(state);
  const isRevisited = clocks.some((clock) => clock.kind.startsWith('revisit') && isRunning(clock));
  const standsIn: Readonly<Record<ListName, boolean>> = {
    open: isOpen,
    // Customer service sees every emergency until its revisit.
    emergencies: urgency === 'emergency' && type === 'repair' && (isOpen || isRevisited),
    inbox: state === 'answering',
    revisits: isRevisited,
    afterChecks: afterCheck?.state === 'due',
    closed: state === 'closed' || state === 'rated',
  };
  return (Object.keys(standsIn) as ListName[]).filter((name) => standsIn[name]);
}
