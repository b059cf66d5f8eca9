import type { Ending, Instance } from './instance';

/** An instance lent for one call; give it back with `Pool.give`. */
export type Lease =
  | { readonly instance: Instance; readonly isCold: boolean }
  | { readonly instance: undefined; readonly ending: Ending; readonly lines: readonly string[] };

const stopped: Lease = {
  instance: undefined,
  ending: { kind: 'exited', code: null, signal: 'SIGKILL' },
  lines: [],
};

/** Starts an instance; the pool loads it. `onGone` must be called when its process has ended. */
export type StartInstance = (onGone: (instance: Instance, lastWords?: string) => void) => Instance;

/** Instances above the limit for calls from functions: if such a call waited for its own caller's end, neither would end. */
const nestedRoom = 32;

/**
 * The instances of one version of one function. A call gets an idle one, or a new one while there are fewer than `limit`, or
 * waits its turn; a call from a function is not made to wait. Idle instances go after `idleLife` milliseconds of real time.
 */
export class Pool {
  private readonly all = new Set<Instance>();
  private readonly idle = new Map<Instance, NodeJS.Timeout>();
  private readonly queue: ((lease: Promise<Lease>) => void)[] = [];
  private isRetired = false;

  constructor(
    private readonly start: StartInstance,
    private readonly limit: number,
    private readonly idleLife: number,
    private readonly onIdleDeath: (lastWords: string) => void,
  ) {}

  get size(): number {
    return this.all.size;
  }

  /** The instances that run a call right now. */
  busy(): Instance[] {
    return [...this.all].filter((instance) => instance.isBusy);
  }

  /** An instance, or why none could be started (the bundle does not load). */
  take({ isNested = false } = {}): Promise<Lease> {
    const instance = [...this.idle.keys()].at(-1);
    if (instance) {
      clearTimeout(this.idle.get(instance));
      this.idle.delete(instance);
      return Promise.resolve({ instance, isCold: false });
    }
    if (this.all.size < this.limit + (isNested ? nestedRoom : 0)) return this.startOne();
    return new Promise((resolve) => this.queue.push(resolve));
  }

  give(instance: Instance): void {
    if (!instance.isAlive) return;
    const next = this.queue.shift();
    if (next) next(Promise.resolve({ instance, isCold: false }));
    else if (this.isRetired || this.all.size > this.limit) instance.kill();
    else this.rest(instance);
  }

  /** The next call starts cold: every idle instance goes. */
  coolDown(): void {
    for (const [instance, timer] of this.idle) {
      clearTimeout(timer);
      this.forget(instance);
      instance.kill();
    }
  }

  /** Newer code is there: idle instances go now, busy ones when nobody waits for them any more. */
  retire(): void {
    this.isRetired = true;
    this.coolDown();
  }

  /** Ends every instance at once and waits until their processes are gone. */
  async close(): Promise<void> {
    this.retire();
    for (const waiting of this.queue.splice(0)) waiting(Promise.resolve(stopped));
    const instances = [...this.all];
    for (const instance of instances) instance.kill();
    await Promise.all(instances.map((instance) => instance.whenGone));
  }

  private async startOne(): Promise<Lease> {
    const instance = this.start((gone, lastWords) => this.lost(gone, lastWords));
    this.all.add(instance);
    const ending = await instance.load();
    if (ending.kind === 'ready') return { instance, isCold: true };
    instance.kill();
    this.forget(instance);
    this.serveNext();
    return { instance: undefined, ending, lines: instance.takeLines() };
  }

  private rest(instance: Instance): void {
    const timer = setTimeout(() => {
      this.forget(instance);
      instance.kill();
    }, this.idleLife);
    timer.unref();
    this.idle.set(instance, timer);
  }

  private lost(instance: Instance, lastWords?: string): void {
    this.forget(instance);
    if (lastWords !== undefined) this.onIdleDeath(lastWords);
    this.serveNext();
  }

  private forget(instance: Instance): void {
    clearTimeout(this.idle.get(instance));
    this.idle.delete(instance);
    this.all.delete(instance);
  }

  /** A place is free: whoever waits longest gets a new instance. */
  private serveNext(): void {
    if (this.all.size >= this.limit) return;
    this.queue.shift()?.(this.startOne());
  }
}
