import { isRunning, nearestClock } from './clocks';
import { countedAs } from './counted';
import { isRatedByPhone } from './finder';
import { heldStates } from './giving/workload';
import { openStates } from './life';
import type { ListName, Ticket } from './ticket';

/**
 * The ticket with what lists find it by, worked out anew: in which of them it stands, which figures count it, and its nearest running
 * deadline. Part of every write of a ticket, so that no list reads more than it shows.
 */
export function filed(ticket: Ticket): Ticket {
  const { clockBy: _before, ...rest } = ticket;
  const clock = nearestClock(ticket.clocks);
  return {
    ...rest,
    lists: listsOf(ticket),
    counted: countedAs(ticket),
    ...(clock ? { clockBy: clock.by } : {}),
  };
}

function listsOf(ticket: Ticket): readonly ListName[] {
  const { state, urgency, type, channel, clocks, afterCheck, assignee } = ticket;
  const isOpen = openStates.includes(state);
  const isToRevisit = clocks.some((clock) => clock.kind.startsWith('revisit') && isRunning(clock));
  const standsIn: Readonly<Record<ListName, boolean>> = {
    open: isOpen && channel !== 'linked',
    openTasks: isOpen && channel === 'linked',
    inHands: assignee !== undefined && heldStates.includes(state),
    // B3: customer service sees every emergency until its revisit, which its end begins; its tasks, which nobody asks anybody about, stand beside it.
    emergencies:
      urgency === 'emergency' &&
      type === 'repair' &&
      channel !== 'linked' &&
      ((isOpen && state !== 'finished') || isToRevisit),
    openEmergencies: urgency === 'emergency' && isOpen && channel !== 'linked',
    inbox: state === 'answering',
    revisits: isToRevisit,
    ratingCalls: isRatedByPhone(ticket),
    afterChecks: afterCheck?.state === 'due',
    closed: state === 'closed' || state === 'rated',
  };
  return (Object.keys(standsIn) as ListName[]).filter((name) => standsIn[name]);
}
