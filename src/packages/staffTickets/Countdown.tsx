import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useNow } from '@/hooks/useNow';
import { clockNames, leftWords } from '@/words/tickets';
import { untilWords } from '@/words/timeWords';
import type { ClockView, TicketView } from '../../../types/contract/tickets';
import { isRunning, percentLeft, secondsLeft } from './workClock';

/** The nearest clock, large: to the second with a bar for emergencies, in words for others. */
export function Countdown({ ticket }: { readonly ticket: Pick<TicketView, 'clock' | 'clocks' | 'urgency'> }) {
  const { clock, clocks, urgency } = ticket;
  const now = useNow();
  if (!clock || !isRunning(clock)) return null;
  const name = clockNames[clock.kind];
  const isEmergency = urgency === 'emergency';
  return (
    <View>
      <View className="type-second">{clock.by < now ? `${name}已超时` : `${name}还剩`}</View>
      <View className="between countdown">
        {isEmergency ? (
          <View className="countdown__seconds">
            <Seconds clock={clock} />
          </View>
        ) : (
          <View className={`type-title tabular${clock.by < now ? ' tone-bad' : ''}`}>
            {leftWords(clock.by, now)}
          </View>
        )}
        <View className="type-second tabular between__end">
          {clocks.filter(isRunning).map(({ kind, by }) => (
            <View key={kind}>{`${untilWords(by, now)} 前${clockNames[kind]}`}</View>
          ))}
        </View>
      </View>
      {isEmergency && <Bar clock={clock} />}
    </View>
  );
}

/** What is left of an emergency's clock. Only this text is drawn anew every second. */
export function Seconds({ clock }: { readonly clock: ClockView }) {
  const now = useSecond();
  return <View className="tabular tone-bad">{secondsLeft(clock.by, now)}</View>;
}

function Bar({ clock }: { readonly clock: ClockView }) {
  const now = useNow();
  return (
    <View className="countdown__bar" ariaHidden>
      <View className="countdown__left" style={{ width: `${percentLeft(clock, now)}%` }} />
    </View>
  );
}

function useSecond(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
