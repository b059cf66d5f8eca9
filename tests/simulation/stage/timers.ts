import { actorAtWork } from './actor';

type Park = (label: string, go: () => void) => () => void;

/** As much of a `NodeJS.Timeout` as anybody uses. */
class SteeredTimer {
  constructor(readonly cancel: () => void) {}

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

/**
 * Takes the place of `setTimeout` for actors until the returned function is called: a time-out set at work (the SDK's retries, a
 * back-off) is parked like everything else and is over when its turn comes, however long it was to be.
 */
export function steerTimers(park: Park): () => void {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const steeredSet = (work: () => void, milliseconds?: number) => {
    if (!actorAtWork()) return set(work, milliseconds);
    return new SteeredTimer(park(`${milliseconds ?? 0} ms are over`, work));
  };
  const steeredClear = (timer: unknown) => {
    if (timer instanceof SteeredTimer) timer.cancel();
    else clear(timer as Parameters<typeof clear>[0]);
  };
  globalThis.setTimeout = steeredSet as unknown as typeof setTimeout;
  globalThis.clearTimeout = steeredClear as typeof clearTimeout;
  return () => {
    globalThis.setTimeout = set;
    globalThis.clearTimeout = clear;
  };
}
