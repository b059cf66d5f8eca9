import { useEffect, useState } from 'react';
import type { Position } from '../live/entities';
import { tell } from '../live/notice';
import { durationOf, positionAt, type Walk } from '../model/walk';

interface Walking {
  readonly isOn: boolean;
  /** Goes to the beginning and starts; throws when the phone does not take the position. */
  begin(): Promise<void>;
  stop(): void;
}

/** Plays a recorded walk by business time, through a `put` that stays the same function: at ×10 one walks ten times as fast, and stands while time stands. */
export function useWalking(walk: Walk, now: number, put: (position: Position) => Promise<unknown>): Walking {
  const [beganAt, setBeganAt] = useState<number>();
  const second = Math.floor(now / 1000);
  useEffect(() => {
    if (beganAt === undefined) return;
    const elapsed = second * 1000 - beganAt;
    if (elapsed >= durationOf(walk)) setBeganAt(undefined);
    put(positionAt(walk, elapsed)).catch((error: unknown) => {
      setBeganAt(undefined);
      tell(error instanceof Error ? error.message : String(error), true);
    });
  }, [beganAt, second, walk, put]);
  return {
    isOn: beganAt !== undefined,
    begin: async () => {
      await put(positionAt(walk, 0));
      setBeganAt(now);
    },
    stop: () => setBeganAt(undefined),
  };
}
