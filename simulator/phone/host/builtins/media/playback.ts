/** Milliseconds between two `timeupdate`. [doc: 250 ms] */
const tick = 250;

export interface PlaybackEvents {
  /** `play`, `pause`, `ended` or `timeupdate`. */
  tell(event: 'play' | 'pause' | 'ended' | 'timeupdate'): void;
  /** Something that shows changed. */
  changed(): void;
}

/** The time of a film or sound that is not really played: it goes on, stands, jumps and ends as that of a real one. */
export class Playback {
  rate = 1;
  loop = false;
  private at = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private since = 0;

  /** `duration` in seconds. */
  constructor(
    readonly duration: () => number,
    private readonly events: PlaybackEvents,
  ) {}

  get isPlaying(): boolean {
    return this.timer !== undefined;
  }

  /** Seconds from the beginning. */
  get time(): number {
    return this.at;
  }

  play(): void {
    if (this.isPlaying) return;
    if (this.at >= this.duration()) this.at = 0;
    this.since = performance.now();
    this.timer = setInterval(() => this.goOn(), tick);
    this.events.tell('play');
    this.events.changed();
  }

  pause(): void {
    if (!this.isPlaying) return;
    this.halt();
    this.events.tell('pause');
    this.events.changed();
  }

  stop(): void {
    this.pause();
    this.at = 0;
    this.events.changed();
  }

  seek(seconds: number): void {
    this.at = Math.min(this.duration(), Math.max(0, seconds));
    this.since = performance.now();
    this.events.tell('timeupdate');
    this.events.changed();
  }

  /** Stands still without telling anybody. */
  halt(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private goOn(): void {
    const now = performance.now();
    this.at = Math.min(this.duration(), this.at + ((now - this.since) / 1000) * this.rate);
    this.since = now;
    this.events.tell('timeupdate');
    if (this.at >= this.duration()) {
      this.halt();
      this.events.tell('ended');
      if (this.loop) this.play();
    }
    this.events.changed();
  }
}

/** `1:05` for 65 seconds. */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
