import type { Call } from '../live/entities';

/** Slower than this, and it is marked; milliseconds. */
export const slow = 1000;

export type CallFilter = 'all' | 'troubled' | 'active';

export interface CallRow extends Call {
  /** With the function's name before its action's. */
  readonly full: string;
}

/**
 * One row per call. A call of a function from a phone is noted twice, by the gateway and by the function; the gateway's row names
 * it and counts the user's wait, the function's adds what it printed and whether it started cold.
 */
export function callRows(entries: readonly Call[]): CallRow[] {
  const runs = new Map<string, Call>();
  const named = new Set<string>();
  for (const entry of entries) {
    if (entry.requestId === undefined) continue;
    if (entry.kind === 'function') runs.set(entry.requestId, entry);
    else named.add(entry.requestId);
  }
  return entries
    .filter((entry) => entry.kind !== 'function' || !named.has(entry.requestId ?? ''))
    .map((entry) => {
      const run = entry.kind === 'gateway' ? runs.get(entry.requestId ?? '') : undefined;
      const full = entry.what.replace(/^(?:call|database) /, '');
      const what = entry.what.replace(/^call \S+ (?=\S+$)/, '').replace(/^(?:call|database) /, '');
      return { ...entry, ...(run && { isCold: run.isCold, lines: run.lines }), what, full };
    });
}

export function isTroubled(call: Call): boolean {
  return call.outcome !== 'ok' || call.milliseconds >= slow;
}

/** How many calls the minute before `now` (business time) saw, and the time that 95 of 100 of them stayed under. */
export function lastMinute(rows: readonly Call[], now: number): { count: number; p95: number } {
  const times = rows
    .filter(({ at }) => at > now - 60_000)
    .map(({ milliseconds }) => milliseconds)
    .sort((one, other) => one - other);
  return { count: times.length, p95: times[Math.ceil(times.length * 0.95) - 1] ?? 0 };
}
