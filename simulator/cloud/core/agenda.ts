import type { Clock } from './clock';
import type { State } from './state';

/** Something that is to happen at a business time. The same `key` again replaces what was planned under it. */
export interface Appointment {
  readonly at: number;
  readonly kind: string;
  readonly key?: string;
  readonly payload: unknown;
}

export type AppointmentHandler = (payload: unknown, at: number) => Promise<void>;

/** What fired, for whoever advanced the clock. */
export interface Fired {
  readonly at: number;
  readonly kind: string;
  readonly key: string | null;
  readonly error?: string;
}

interface Row {
  id: number;
  at: number;
  kind: string;
  key: string | null;
  payload: string;
}

const schema = `CREATE TABLE IF NOT EXISTS agenda (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT UNIQUE, payload TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS agenda_at ON agenda (at, id)`;
const longestSleep = 60_000;

/**
 * The one list of future business events: timers, payment results, verdicts. It is kept in the state, so a restart forgets
 * nothing; what was under way when the process died happens again (handlers must bear that, as WeChat's own
 * retries do), unless its handler had planned anew under the same key before.
 */
export class Agenda {
  private readonly handlers = new Map<string, AppointmentHandler>();
  private readonly jumped = new Set<() => void>();
  private readonly underWay = new Map<number, Promise<Fired>>();
  private turn: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private isRunning = false;
  /** Counts the states that there have been. */
  private era = 0;

  constructor(
    private readonly state: State,
    private readonly clock: Clock,
    private readonly onError: (kind: string, error: unknown) => void,
  ) {
    state.schema('agenda', schema);
    state.onReplaced(() => {
      this.era += 1;
      this.underWay.clear();
      this.arm();
    });
    clock.onChange(() => this.arm());
  }

  handle(kind: string, handler: AppointmentHandler): void {
    this.handlers.set(kind, handler);
  }

  schedule({ at, kind, key, payload }: Appointment): void {
    this.state.atomically(() => {
      if (key !== undefined) this.cancel(key);
      this.state
        .sql('INSERT INTO agenda (at, kind, key, payload) VALUES (?, ?, ?, ?)')
        .run(Math.ceil(at), kind, key ?? null, JSON.stringify(payload ?? null));
    });
    this.arm();
  }

  cancel(key: string): void {
    this.state.sql('DELETE FROM agenda WHERE key = ?').run(key);
  }

  upcoming(limit: number): Row[] {
    return this.state.sql('SELECT * FROM agenda ORDER BY at, id LIMIT ?').all(limit) as unknown as Row[];
  }

  /** From now on due events fire by themselves as the clock runs. */
  start(): void {
    this.isRunning = true;
    this.arm();
  }

  /** Fires nothing more and waits for what is under way. */
  async stop(): Promise<void> {
    this.isRunning = false;
    clearTimeout(this.timer);
    await this.turn.catch(() => undefined);
  }

  /** Ends an advance after its present event and waits until nothing fires any more: the state is about to be replaced. */
  async settle(): Promise<void> {
    this.era += 1;
    do {
      await Promise.all(this.underWay.values());
      await this.turn;
    } while (this.underWay.size > 0);
  }

  /**
   * Moves the clock to `target`, firing everything due on the way, in order, each one finished before the next begins. What
   * the running clock had fired by itself is finished first, at its own time. It ends with the state it began in.
   */
  advance(target: number): Promise<Fired[]> {
    return this.inTurn(async () => {
      const fired: Fired[] = [];
      const { era } = this;
      await Promise.all(this.underWay.values());
      for (let row = this.nextDue(target); row && era === this.era; row = this.nextDue(target)) {
        if (row.at > this.clock.now()) this.clock.set(row.at);
        fired.push(await this.fire(row));
      }
      if (target > this.clock.now() && era === this.era) this.clock.set(target);
      return fired;
    });
  }

  /** Puts the clock to `instant` without living through the time between; recurring events begin anew from there. */
  jump(instant: number): void {
    this.clock.set(instant);
    for (const listener of this.jumped) listener();
  }

  onJump(listener: () => void): void {
    this.jumped.add(listener);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work, work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  private nextDue(until: number): Row | undefined {
    const rows = this.state
      .sql('SELECT * FROM agenda WHERE at <= ? ORDER BY at, id LIMIT ?')
      .all(until, this.underWay.size + 1) as unknown as Row[];
    return rows.find((row) => !this.underWay.has(row.id));
  }

  private fire(row: Row): Promise<Fired> {
    const firing = this.run(row).finally(() => {
      // In a state that has come since, the same number means something else.
      if (this.underWay.get(row.id) !== firing) return;
      this.state.sql('DELETE FROM agenda WHERE id = ?').run(row.id);
      this.underWay.delete(row.id);
    });
    this.underWay.set(row.id, firing);
    return firing;
  }

  private async run({ at, kind, key, payload }: Row): Promise<Fired> {
    try {
      const handler = this.handlers.get(kind);
      if (!handler) throw new Error(`nobody handles ${kind}`);
      await handler(JSON.parse(payload), at);
      return { at, kind, key };
    } catch (error) {
      this.onError(kind, error);
      return { at, kind, key, error: error instanceof Error ? error.message : String(error) };
    }
  }

  /** While the clock runs by itself, slow handlers do not hold up the others. */
  private arm(): void {
    clearTimeout(this.timer);
    const { rate } = this.clock.state();
    if (!this.isRunning || rate === 0) return;
    const [first] = this.upcoming(this.underWay.size + 1).filter((row) => !this.underWay.has(row.id));
    if (!first) return;
    const wait = Math.min(Math.max(0, (first.at - this.clock.now()) / rate), longestSleep);
    this.timer = setTimeout(() => this.fireDue(), Math.ceil(wait));
    this.timer.unref();
  }

  private fireDue(): void {
    void this.inTurn(async () => {
      const now = this.clock.now();
      for (let row = this.nextDue(now); row; row = this.nextDue(now))
        void this.fire(row).finally(() => this.arm());
    }).finally(() => this.arm());
  }
}
