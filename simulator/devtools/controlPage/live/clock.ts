import { useEffect, useState } from 'react';
import { usePolled } from './poll';

export interface ClockReading {
  readonly milliseconds: number;
  /** 0 is frozen. */
  readonly rate: number;
}

/** Business time as it runs now, between two readings of the cloud's clock; undefined while the cloud does not answer. */
export function useClock(): ClockReading | undefined {
  const reading = usePolled<ClockReading>('/control/clock');
  const [shown, setShown] = useState<ClockReading>();
  useEffect(() => {
    if (!reading) {
      setShown(undefined);
      return;
    }
    const readAt = performance.now();
    const { milliseconds, rate } = reading;
    const current = () => ({ rate, milliseconds: milliseconds + (performance.now() - readAt) * rate });
    setShown(current());
    // The page is drawn anew once per second of business time at most: nothing shows less than a second.
    const timer = setInterval(() => {
      const next = current();
      setShown((last) => (last && secondOf(last) === secondOf(next) ? last : next));
    }, 200);
    return () => clearInterval(timer);
  }, [reading]);
  return shown;
}

function secondOf({ milliseconds }: ClockReading): number {
  return Math.floor(milliseconds / 1000);
}
