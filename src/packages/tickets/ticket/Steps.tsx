import { Timeline, type TimelineStep } from '@/components';
import { PhotoStrip } from '@/components/PhotoStrip/PhotoStrip';
import { untilWords } from '@/words/timeWords';
import type { TicketView } from '../../../../types/contract/tickets';
import { openStates } from '../openStates';
import { nextStep, stepTitle } from './ticketWords';

/** What comes next, what is now, what was: newest first, each with its evidence. */
export function Steps({ ticket, now }: { readonly ticket: TicketView; readonly now: number }) {
  const next = nextStep(ticket, now);
  // The mark says that it is now; the time says since when.
  const isOpen = openStates.includes(ticket.state);
  const told = ticket.steps.map(
    (step, index): TimelineStep => ({
      id: `${step.at}-${step.what}-${ticket.steps.length - index}`,
      title: stepTitle(step),
      ...(step.note ? { line: step.note } : {}),
      time: untilWords(step.at, now),
      state: index === 0 && isOpen ? 'now' : 'done',
      more: <PhotoStrip files={step.files ?? []} label="照片" />,
    }),
  );
  return <Timeline steps={[...(next ? [{ ...next, state: 'next' as const, id: 'next' }] : []), ...told]} />;
}
