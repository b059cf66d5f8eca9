import { View } from '@tarojs/components';
import { useState } from 'react';
import { Timeline, type TimelineStep } from '@/components';
import { PhotoStrip } from '@/components/PhotoStrip/PhotoStrip';
import { untilWords } from '@/words/timeWords';
import type { TicketStep, TicketView } from '../../../../types/contract/tickets';
import { openStates } from '../openStates';
import { folded } from './foldedSteps';
import { nextStep, stepTitle } from './ticketWords';

/** What comes next, what is now, what was: newest first, each with its evidence; of a long course what is older on a tap, a portion each. */
export function Steps({ ticket, now }: { readonly ticket: TicketView; readonly now: number }) {
  const [opened, open] = useState(0);
  const next = nextStep(ticket, now);
  // The mark says that it is now; the time says since when.
  const isOpen = openStates.includes(ticket.state);
  const named = ticket.steps.map((step, index) => ({
    step,
    id: `${step.at}-${step.what}-${ticket.steps.length - index}`,
  }));
  const { newest, older, left } = folded(named, opened);
  const told = newest.map(
    ({ step, id }, index): TimelineStep => ({
      id,
      title: stepTitle(step),
      ...(step.note ? { line: step.note } : {}),
      time: untilWords(step.at, now),
      state: index === 0 && isOpen ? 'now' : 'done',
      more: <PhotoStrip files={step.files ?? []} label="照片" />,
    }),
  );
  return (
    <>
      <Timeline steps={[...(next ? [{ ...next, state: 'next' as const, id: 'next' }] : []), ...told]} />
      {older.map((part) => (
        <View key={part[0]?.id} className="past">
          {part.map(({ step, id }) => (
            <PastStep key={id} step={step} now={now} />
          ))}
        </View>
      ))}
      {left > 0 && (
        <View
          id="ticket-older"
          className="link link--plain"
          ariaRole="button"
          onClick={() => open(opened + 1)}
        >
          {`更早的 ${left} 步`}
        </View>
      )}
    </>
  );
}

/** In one line, so that a course of hundreds of steps can be opened to its end within WeChat's advice of 1,000 elements. */
function PastStep({ step, now }: { readonly step: TicketStep; readonly now: number }) {
  const words = `${untilWords(step.at, now)}　${stepTitle(step)}${step.note ? `：${step.note}` : ''}`;
  return (
    <View className="past__step">
      {words}
      <PhotoStrip files={step.files ?? []} label="照片" />
    </View>
  );
}
