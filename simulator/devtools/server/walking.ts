import { durationOf, type Position, positionAt, type Walk } from '../walk/walk';

/** Real milliseconds between two steps. */
const stride = 1000;

export interface WalkingDeps {
  /** Business time, milliseconds. */
  readonly now: () => Promise<number>;
  readonly move: (position: Position) => Promise<void>;
}

/** A phone on a recorded walk, by business time: at ×10 it walks ten times as fast, and it stands while time stands. */
export class Walking {
  private timer: NodeJS.Timeout | undefined;
  private walk: Walk | undefined;

  constructor(private readonly deps: WalkingDeps) {}

  get isOn(): boolean {
    return this.timer !== undefined;
  }

  /** The walk that is being played. */
  get current(): Walk | undefined {
    return this.isOn ? this.walk : undefined;
  }

  /** Goes to the beginning and starts; rejects when the phone does not take the position. */
  async begin(walk: Walk): Promise<void> {
    this.stop();
    const beganAt = await this.deps.now();
    await this.deps.move(positionAt(walk, 0));
    this.walk = walk;
    this.timer = setInterval(() => void this.step(walk, beganAt), stride);
  }

  /** Stays where it is. */
  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** A phone that does not answer just now, or a cloud, misses a step. One that took time back begins anew. */
  private async step(walk: Walk, beganAt: number): Promise<void> {
    try {
      const elapsed = (await this.deps.now()) - beganAt;
      if (!this.isOn) return;
      await this.deps.move(positionAt(walk, elapsed));
      if (elapsed >= durationOf(walk)) this.stop();
    } catch {
      return;
    }
  }
}
