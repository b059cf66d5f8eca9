import { useEffect, useRef } from 'react';
import { watchNetwork } from '../services/device';
import type { Missing } from '../services/failure';
import { useDidHide, useDidShow } from '../services/lifecycle';

/** Milliseconds between two tries while the service fails: no news tells of its coming back, and all phones at once are no help to it. */
const failingPause = 20_000;

/**
 * Asks again once what was missing may be back: when there is a network again, and every 20 s while the service fails and the page is
 * seen. `missing`: for want of what the last try was in vain; undefined where nothing is missing.
 */
export function useRecovery(missing: () => Missing | undefined, again: () => Promise<void>): void {
  const latest = useRef({ missing, again, isSeen: true });
  Object.assign(latest.current, { missing, again });
  useDidShow(() => {
    latest.current.isSeen = true;
  });
  useDidHide(() => {
    latest.current.isSeen = false;
  });
  useEffect(() => {
    const stopNetwork = watchNetwork((isOnline) => {
      if (isOnline && latest.current.missing()) void latest.current.again();
    });
    const timer = setInterval(() => {
      const { missing, again, isSeen } = latest.current;
      if (isSeen && missing() === 'service') void again();
    }, failingPause);
    return () => {
      stopNetwork();
      clearInterval(timer);
    };
  }, []);
}
