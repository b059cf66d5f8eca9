import type { Clock } from './clock';
import type { Random } from './random';
import type { State } from './state';

const heartbeat = 1000;

interface KeptClock {
  instant: number;
  rate: number;
}

/**
 * Keeps business time and identifiers going forward through restarts, resets and imports. Time stands still while the cloud is
 * stopped; what is kept is a mark that the clock had not passed yet, so that it never runs backwards after a kill.
 */
export class Continuity {
  private timer: NodeJS.Timeout | undefined;
  private epoch: number;

  constructor(
    private readonly state: State,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    this.epoch = Number(state.meta('epoch') ?? 0) + 1;
    state.setMeta('epoch', String(this.epoch));
    random.restart(this.epoch);
    state.onReplaced(() => this.resume());
  }

  /** Business time of the kept state, if it has one. */
  static keptClock(state: State): KeptClock | undefined {
    const text = state.meta('clock');
    return text === undefined ? undefined : (JSON.parse(text) as KeptClock);
  }

  start(): void {
    this.keep(heartbeat);
    this.timer = setInterval(() => this.keep(heartbeat), heartbeat / 2);
    this.timer.unref();
    this.clock.onChange(() => this.keep(heartbeat));
  }

  stop(): void {
    clearInterval(this.timer);
    this.keep(0);
  }

  /** Writes down the exact time, so that a snapshot taken now brings it back. */
  keepNow(): void {
    this.keep(0);
  }

  private keep(margin: number): void {
    const { rate } = this.clock.state();
    this.state.setMeta('clock', JSON.stringify({ instant: this.clock.now() + margin * rate, rate }));
  }

  /** The replaced state brings its own time; its identifiers must not be dealt a second time. */
  private resume(): void {
    this.epoch = Math.max(this.epoch, Number(this.state.meta('epoch') ?? 0)) + 1;
    this.state.setMeta('epoch', String(this.epoch));
    this.random.restart(this.epoch);
    const kept = Continuity.keptClock(this.state);
    if (kept) this.clock.restore(kept.instant, kept.rate);
  }
}
