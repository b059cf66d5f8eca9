import type { ClockState } from '../core/clock';
import type { CloudContext } from '../core/context';
import { sdkEnvironment } from '../core/settings';
import type { Bundle } from './bundles';
import { codeCacheFile } from './codeCache';
import { Instance, type InstanceSpec } from './instance';
import { instanceEnvironment } from './invocation';
import { Pool } from './pool';

/** Milliseconds a bundle may take to load [document: SCF's initialization timeout, 65 s]. */
export const loadTimeout = 65_000;
/** Milliseconds of real time after which an idle instance goes [guess: some minutes; not published]. */
const idleLife = 5 * 60_000;

/** The instances of all functions: one pool for the newest version of each, and older ones until their last call is over. */
export class Fleet {
  private readonly current = new Map<string, { version: string; pool: Pool }>();
  private readonly retired = new Set<Pool>();
  private readonly stopListening: () => void;

  constructor(
    private readonly context: CloudContext,
    private readonly onIdleDeath: (functionName: string, lastWords: string) => void,
  ) {
    this.stopListening = context.clock.onChange((clock) => this.showClock(clock));
  }

  /** The pool of exactly this version; an older version's takes no more calls. */
  poolOf(bundle: Bundle): Pool {
    const current = this.current.get(bundle.name);
    if (current?.version === bundle.version) return current.pool;
    for (const pool of this.retired) if (pool.size === 0) this.retired.delete(pool);
    if (current) {
      current.pool.retire();
      this.retired.add(current.pool);
    }
    const pool = new Pool(
      (onGone) => new Instance(this.specOf(bundle), onGone),
      this.context.settings.maxInstances,
      idleLife,
      (lastWords) => this.onIdleDeath(bundle.name, lastWords),
    );
    this.current.set(bundle.name, { version: bundle.version, pool });
    return pool;
  }

  list(): { name: string; instances: number; busy: number }[] {
    return [...this.current].map(([name, { pool }]) => ({
      name,
      instances: pool.size,
      busy: pool.busy().length,
    }));
  }

  async stop(): Promise<void> {
    this.stopListening();
    await Promise.all(this.pools().map((pool) => pool.close()));
  }

  private pools(): Pool[] {
    return [...this.retired, ...[...this.current.values()].map(({ pool }) => pool)];
  }

  private specOf(bundle: Bundle): InstanceSpec {
    const { settings, clock } = this.context;
    const sdk = sdkEnvironment(`${this.context.baseUrl()}/admin`, settings.envId);
    return {
      bundle: bundle.entry,
      codeCache: codeCacheFile(bundle),
      memorySize: bundle.config.memorySize,
      environment: instanceEnvironment(bundle, sdk),
      clock: clock.state(),
      loadTimeout,
    };
  }

  /** Calls under way see the new time at once; idle instances learn it with their next call. */
  private showClock(clock: ClockState): void {
    for (const pool of this.pools()) for (const instance of pool.busy()) instance.setClock(clock);
  }
}
