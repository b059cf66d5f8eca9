/** One call that somebody made, for `GET /logs` and the control page. */
export interface LogEntry {
  readonly id: number;
  /** Business time, milliseconds. */
  readonly at: number;
  readonly kind: 'function' | 'gateway' | 'http' | 'timer' | 'push' | 'pay' | 'simulator';
  /** An openid, `timer`, `pay`, …: who began it. */
  readonly who: string;
  readonly what: string;
  readonly milliseconds: number;
  readonly outcome: 'ok' | 'refused' | 'failed';
  readonly detail?: string;
  readonly requestId?: string;
  readonly source?: string;
  readonly isCold?: boolean;
  /** What the function printed. */
  readonly lines?: readonly string[];
}

export interface LogQuery {
  readonly after?: number;
  readonly kind?: string;
  readonly what?: string;
  readonly who?: string;
  readonly requestId?: string;
  readonly limit?: number;
}

const kept = 10_000;

/** The newest 10,000 calls, in memory: they describe this run and are not part of the state. */
export class Log {
  private entries: LogEntry[] = [];
  private lastId = 0;
  private readonly listeners = new Set<(entry: LogEntry) => void>();

  add(entry: Omit<LogEntry, 'id'>): LogEntry {
    this.lastId += 1;
    const numbered = { ...entry, id: this.lastId };
    this.entries.push(numbered);
    if (this.entries.length > kept * 1.1) this.entries = this.entries.slice(-kept);
    for (const listener of this.listeners) listener(numbered);
    return numbered;
  }

  /** Newest last; at most 200 unless `limit` (up to 10,000) says otherwise. */
  find(query: LogQuery): LogEntry[] {
    const { after = 0, kind, what, who, requestId, limit = 200 } = query;
    const found = this.entries.filter(
      (entry) =>
        entry.id > after &&
        (kind === undefined || entry.kind === kind) &&
        (what === undefined || entry.what === what) &&
        (who === undefined || entry.who === who) &&
        (requestId === undefined || entry.requestId === requestId),
    );
    return found.slice(-Math.min(limit, kept));
  }

  onEntry(listener: (entry: LogEntry) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
