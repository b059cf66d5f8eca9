import type { Stage } from './stage';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * Business time of the simulation. It moves only here: by a little while people are at it, in one leap to the next thing that is
 * to happen when nobody is. Every minute that passes is told; leaps pass only minutes in which nothing is due.
 */
export class Time {
  private sleepers: Sleeper[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly onMinute: () => void,
  ) {}

  get now(): number {
    return this.stage.cloud.context.clock.now();
  }

  /** When the next sleeper wakes or the simulator's agenda has something. */
  get next(): number | undefined {
    const times = [
      ...this.sleepers.map(({ until }) => until),
      this.stage.cloud.agenda.next ?? Number.POSITIVE_INFINITY,
    ];
    const first = Math.min(...times);
    return Number.isFinite(first) ? first : undefined;
  }

  /** A person waits: somewhere in the business time that passes meanwhile, others go on. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => this.sleepers.push({ until: this.now + milliseconds, wake }));
  }

  /** Goes to that instant; everybody whose time has come may go on from there, in any order. */
  moveTo(instant: number): void {
    const before = this.now;
    if (instant > before) this.stage.cloud.context.clock.set(instant);
    this.stage.takeDue();
    const awake = this.sleepers.filter(({ until }) => until <= this.now);
    this.sleepers = this.sleepers.filter(({ until }) => until > this.now);
    for (const { wake } of awake) void this.stage.pause('somebody goes on').then(wake);
    if (Math.floor(before / minute) !== Math.floor(this.now / minute)) this.onMinute();
  }
}
