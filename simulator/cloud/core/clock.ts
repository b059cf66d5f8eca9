/** How the business clock runs: `rate` 1 is real speed, 0 is frozen. Both instants are milliseconds since the epoch. */
export interface ClockState {
  readonly rate: number;
  readonly businessBase: number;
  readonly realBase: number;
}

/**
 * Business time: what functions see in `Date`, what timers and WeChat Pay run on. Technical time (timeouts, the life of a
 * transaction) never asks it. It can be frozen, set, sped up and advanced.
 */
export class Clock {
  private current: ClockState;
  private readonly listeners = new Set<(state: ClockState) => void>();

  constructor(start: number, rate = 1) {
    this.current = { rate, businessBase: start, realBase: Date.now() };
  }

  /** Business time in milliseconds since the epoch. */
  now(): number {
    const { rate, businessBase, realBase } = this.current;
    return Math.floor(businessBase + (Date.now() - realBase) * rate);
  }

  state(): ClockState {
    return this.current;
  }

  /** Jumps to `instant` without firing anything on the way; `Agenda.advance` is the way that fires. */
  set(instant: number): void {
    this.change({ rate: this.current.rate, businessBase: instant, realBase: Date.now() });
  }

  freeze(): void {
    this.run(0);
  }

  /** Runs at `rate` times real speed from now on, 0 to 3600. */
  run(rate: number): void {
    if (!(rate >= 0 && rate <= 3600))
      throw new RangeError(`clock rate must be between 0 and 3600, got ${rate}`);
    this.change({ rate, businessBase: this.now(), realBase: Date.now() });
  }

  /** Takes up a kept time and rate together. */
  restore(instant: number, rate: number): void {
    this.change({ rate, businessBase: instant, realBase: Date.now() });
  }

  /** Told at once of every jump, freeze and change of rate. Returns the way to stop listening. */
  onChange(listener: (state: ClockState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private change(next: ClockState): void {
    this.current = next;
    for (const listener of this.listeners) listener(next);
  }
}

/** `YYYY-MM-DDTHH:mm:ss+08:00`, the zone all of WeChat's own times are written in. */
export function chinaTime(instant: number): string {
  return `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** `yyyyMMddHHmmss` in China time, as WeChat Pay writes instants. */
export function compactChinaTime(instant: number): string {
  return chinaTime(instant).slice(0, 19).replace(/[-T:]/g, '');
}
