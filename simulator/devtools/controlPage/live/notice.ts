import { useSyncExternalStore } from 'react';
import { refresh } from './poll';

let shown: { readonly text: string; readonly isBad: boolean } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** A line at the foot of the page for a few seconds. */
export function tell(text: string, isBad = false): void {
  change({ text, isBad });
  clearTimeout(timer);
  timer = setTimeout(() => change(undefined), 5000);
}

function change(next: typeof shown): void {
  shown = next;
  for (const listener of listeners) listener();
}

export function useNotice(): typeof shown {
  return useSyncExternalStore(subscribe, () => shown);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Does something from a tap: what fails is said on the screen, and everything is asked anew. */
export async function act(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error), true);
  } finally {
    refresh();
  }
}
