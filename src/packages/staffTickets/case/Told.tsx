import { Timeline } from '@/components';
import { PhotoStrip } from '@/components/PhotoStrip/PhotoStrip';
import { untilWords } from '@/words/timeWords';
import type { TicketView } from '../../../../types/contract/tickets';
import { stepTitle } from '../../tickets/ticket/ticketWords';

/** What happened, newest first; what comes next the owner's page says to the owner. */
export function Told({ ticket: { steps }, now }: { readonly ticket: TicketView; readonly now: number }) {
  return (
    <Timeline
      steps={steps.map((step, index) => ({
        id: `${step.at}-${step.what}-${steps.length - index}`,
        title: stepTitle(step),
        ...(step.note ? { line: step.note } : {}),
        time: untilWords(step.at, now),
        state: index === 0 ? 'now' : 'done',
        more: <PhotoStrip files={step.files ?? []} label="照片" />,
      }))}
    />
  );
}
