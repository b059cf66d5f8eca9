import { CloudError } from '../core/errors';
import { transactionGone } from './errors';
import { Transaction, type TransactionParts } from './transaction';
import type { RowChange } from './versions';

/** Real milliseconds from its start after which the server drops a transaction [measured: the error's own text]. */
export const transactionLife = 30_000;

interface Open {
  readonly transaction: Transaction;
  readonly timer: NodeJS.Timeout;
}

/** The open transactions. They live in memory: a restart, a reset or a changed index drops them all. */
export class Transactions {
  private readonly open = new Map<string, Open>();

  constructor(
    private readonly parts: TransactionParts,
    private readonly newId: () => string,
    private readonly life: number,
  ) {}

  start(): string {
    const id = this.newId();
    const transaction = new Transaction(id, this.parts);
    const timer = setTimeout(() => this.end(transaction), this.life);
    timer.unref();
    this.open.set(id, { transaction, timer });
    return id;
  }

  /**
   * Runs one operation of a transaction. Any refusal by the database ends the transaction, as MongoDB does it [doc], so that
   * a rollback after it finds nothing any more [measured: a comment in the vendor's suite].
   */
  run<T>(id: string, work: (transaction: Transaction) => T): T {
    const transaction = this.require(id);
    transaction.begin();
    try {
      return work(transaction);
    } catch (error) {
      if (!(error instanceof CloudError) || error.code !== 'INVALID_PARAM') this.end(transaction);
      throw error;
    }
  }

  /** Writes everything at once and tells what changed. */
  commit(id: string): RowChange[] {
    const transaction = this.require(id);
    const changes = transaction.changes();
    try {
      this.parts.collections.atomically(() => {
        for (const change of changes) this.apply(change);
      });
      this.parts.versions.record(changes);
    } finally {
      this.end(transaction);
    }
    return changes;
  }

  abort(id: string): void {
    this.end(this.require(id));
  }

  dropAll(): void {
    for (const { transaction } of [...this.open.values()]) this.end(transaction);
  }

  get count(): number {
    return this.open.size;
  }

  private require(id: string): Transaction {
    const found = this.open.get(id);
    if (!found) throw transactionGone();
    return found.transaction;
  }

  private end(transaction: Transaction): void {
    const found = this.open.get(transaction.id);
    if (!found) return;
    clearTimeout(found.timer);
    this.open.delete(transaction.id);
    transaction.close();
  }

  private apply({ collection, before, after }: RowChange): void {
    const { store } = this.parts;
    if (before && after && before.seq === after.seq) {
      store.replace(collection, before, after.body, after.document);
      return;
    }
    if (before) store.remove(collection, before);
    if (after) store.insert(collection, after.seq, after.body, after.document);
  }
}
