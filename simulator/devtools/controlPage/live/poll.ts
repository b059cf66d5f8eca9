import { useCallback, useEffect, useState } from 'react';
import { request } from './request';

const listeners = new Set<() => void>();
const replaced = new Set<() => void>();

/** Asks everything anew at once, after something was done. */
export function refresh(): void {
  for (const listener of [...listeners]) listener();
}

/** The cloud went back to a snapshot: what was gathered bit by bit is no longer true. */
export function forgetGathered(): void {
  for (const listener of [...replaced]) listener();
  refresh();
}

/** Runs `ask` now, every `milliseconds` and at each refresh; one at a time, and never while the page is hidden. */
function usePolling(ask: () => Promise<void>, milliseconds: number): void {
  useEffect(() => {
    let isOver = false;
    let isAsking = false;
    let isWanted = false;
    const turn = async () => {
      isWanted = isAsking;
      if (isAsking || isOver) return;
      isAsking = true;
      await ask();
      isAsking = false;
      if (isWanted) void turn();
    };
    void turn();
    const timer = setInterval(() => document.hidden || void turn(), milliseconds);
    listeners.add(turn);
    return () => {
      isOver = true;
      clearInterval(timer);
      listeners.delete(turn);
    };
  }, [ask, milliseconds]);
}

/** What `GET path` answers, kept fresh; undefined before the first answer and while the server does not answer. */
export function usePolled<T>(path: string, milliseconds = 1000): T | undefined {
  const [known, setKnown] = useState<{ path: string; value?: T }>({ path });
  const ask = useCallback(async () => {
    try {
      const value = await request<T>('GET', path);
      setKnown({ path, value });
    } catch {
      setKnown({ path });
    }
  }, [path]);
  usePolling(ask, milliseconds);
  return known.path === path ? known.value : undefined;
}

/** A list that only grows, read from where it was left; the newest `kept` of it, oldest first. `field` holds it in the answer. */
export function useTail<T extends { readonly id: number }>(
  path: string,
  field: string,
  kept: number,
): readonly T[] {
  const [tail] = useState<{ rows: readonly T[]; after: number }>({ rows: [], after: 0 });
  const [, draw] = useState(0);
  const ask = useCallback(async () => {
    const answer = await request<Record<string, readonly T[]>>('GET', `${path}?after=${tail.after}`).catch(
      () => undefined,
    );
    const fresh = answer?.[field]?.filter(({ id }) => id > tail.after) ?? [];
    if (fresh.length === 0) return;
    tail.rows = [...tail.rows, ...fresh].slice(-kept);
    tail.after = tail.rows.at(-1)?.id ?? 0;
    draw((count) => count + 1);
  }, [path, field, kept, tail]);
  usePolling(ask, 1000);
  useEffect(() => {
    const forget = () => {
      Object.assign(tail, { rows: [], after: 0 });
      draw((count) => count + 1);
    };
    replaced.add(forget);
    return () => void replaced.delete(forget);
  }, [tail]);
  return tail.rows;
}
