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

/** Milliseconds from which a timer is no pause but a limit to what is waited for: nothing on the stage takes so long. */
const limitFrom = 1_000;

/**
 * Takes the place of `setTimeout` for actors until the returned function is called: a time-out set at work (the SDK's retries, a
 * back-off) is parked like everything else and is over when its turn comes, however long it was to be. A limit to what
 * is waited for is held back instead, until nothing else would come.
 */
export function steerTimers(park: Park, hold: Park): () => void {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const steeredSet = (work: () => void, milliseconds?: number) => {
    if (!actorAtWork()) return set(work, milliseconds);
    const put = (milliseconds ?? 0) >= limitFrom ? hold : park;
    return new SteeredTimer(put(`${milliseconds ?? 0} ms are over`, work));
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
