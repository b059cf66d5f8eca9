import type { RandomStream } from '../core/random';
import type { Gate, Operation } from './gate';

interface Parked {
  readonly operation: Operation;
  readonly release: () => void;
}

/**
 * Runs several actors against one database so that chance alone, and a seeded one, decides whose operation comes next: every
 * operation is parked until all actors stand still, then one is let through. The same seed and the same actors give the same
 * history, in one process with the SDK or without it. An actor has one operation under way at a time.
 */
export class SeededGate implements Gate {
  /** What was let through, in order. */
  readonly history: Operation[] = [];
  private parked: Parked[] = [];
  private live = 0;
  private waiting = 0;
  private isStarting = false;
  private onStill: (() => void) | undefined;

  constructor(private readonly random: RandomStream) {}

  /** Resolves when every actor has ended; an actor's error is the run's. */
  async run(actors: readonly (() => Promise<void>)[]): Promise<void> {
    this.isStarting = true;
    const runs: Promise<void>[] = [];
    for (const actor of actors) {
      this.live += 1;
      const still = this.untilStill();
      runs.push(actor().finally(() => this.leave()));
      await still;
    }
    this.isStarting = false;
    this.proceed();
    await Promise.all(runs);
  }

  /** Outside a run everybody passes. */
  enter(operation: Operation): Promise<void> {
    if (this.live === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.parked.push({ operation, release: resolve });
      this.proceed();
    });
  }

  blocked(_operation: Operation): void {
    if (this.live === 0) return;
    this.waiting += 1;
    this.proceed();
  }

  unblocked(_operation: Operation): void {
    if (this.waiting > 0) this.waiting -= 1;
  }

  private leave(): void {
    this.live -= 1;
    this.proceed();
  }

  /** Begins one actor after the other, so that their first operations park in a known order. */
  private untilStill(): Promise<void> {
    return new Promise((resolve) => {
      this.onStill = resolve;
    });
  }

  private proceed(): void {
    if (this.live > this.parked.length + this.waiting) return;
    if (this.isStarting) {
      this.onStill?.();
      return;
    }
    const [next] = this.parked.splice(this.random.below(this.parked.length), 1);
    if (!next) return;
    this.history.push(next.operation);
    next.release();
  }
}
