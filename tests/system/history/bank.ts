import type { RandomStream } from '../../../simulator/cloud/core/random';
import type { Database, Transaction } from '../../contract/harness/sdk';

export const opening = 1000;

/** One account as a transaction saw it. Every write makes the version one higher. */
export interface Seen {
  readonly account: string;
  readonly version: number;
  readonly balance: number;
}

/** What a committed transaction read and, of those, what it wrote; in no order but their versions. */
export interface Committed {
  readonly by: string;
  readonly reads: readonly Seen[];
  readonly writes: readonly Seen[];
}

export interface Counts {
  /** Conflicts that an operation reported: `errCode -501001`, the code only in the text. */
  onOperation: number;
  /** Callbacks that the SDK began again by itself after a conflict at the commit. */
  onCommit: number;
}

export function accountNames(count: number): string[] {
  return Array.from({ length: count }, (_unused, n) => `account${String(n).padStart(2, '0')}`);
}

export async function openAccounts(db: Database, names: readonly string[]): Promise<void> {
  await db.collection('accounts').add({
    data: names.map((_id) => ({ _id, balance: opening, version: 0 })),
  });
}

/** Somebody who moves money between accounts, now and then only looks, and tries again after every conflict. */
export class Actor {
  readonly committed: Committed[] = [];
  readonly counts: Counts = { onOperation: 0, onCommit: 0 };

  constructor(
    private readonly name: string,
    private readonly db: Database,
    private readonly accounts: readonly string[],
    private readonly random: RandomStream,
    private readonly pause: () => Promise<void> = () => Promise.resolve(),
  ) {}

  async work(transactions: number): Promise<void> {
    for (let n = 0; n < transactions; n += 1) {
      const isAudit = this.random.below(20) === 0;
      const by = `${this.name}-${n}`;
      this.committed.push(
        await this.insisting(isAudit ? (transaction) => this.audit(by, transaction) : this.transferBy(by)),
      );
    }
  }

  /** Runs through the SDK's own `runTransaction` until it commits, whichever of the two shapes a conflict has. */
  private async insisting(work: (transaction: Transaction) => Promise<Committed>): Promise<Committed> {
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      let starts = 0;
      try {
        return await this.db.runTransaction((transaction) => {
          starts += 1;
          return work(transaction);
        });
      } catch (error) {
        if (!isConflict(error)) throw error;
        if (isOnOperation(error)) this.counts.onOperation += 1;
        await this.pause();
      } finally {
        this.counts.onCommit += Math.max(0, starts - 1);
      }
    }
    throw new Error(`${this.name} never got through`);
  }

  private transferBy(by: string): (transaction: Transaction) => Promise<Committed> {
    const from = this.accounts[this.random.below(this.accounts.length)] ?? '';
    const others = this.accounts.filter((name) => name !== from);
    const to = others[this.random.below(others.length)] ?? '';
    const wanted = 1 + this.random.below(50);
    return async (transaction) => {
      const [payer, payee] = [await read(transaction, from), await read(transaction, to)];
      const amount = Math.min(wanted, payer.balance);
      const writes = [
        { ...payer, version: payer.version + 1, balance: payer.balance - amount },
        { ...payee, version: payee.version + 1, balance: payee.balance + amount },
      ];
      for (const { account, version, balance } of writes)
        await transaction.collection('accounts').doc(account).update({ data: { version, balance } });
      return { by, reads: [payer, payee], writes };
    };
  }

  /** Reads every account in one transaction. */
  private async audit(by: string, transaction: Transaction): Promise<Committed> {
    const reads: Seen[] = [];
    for (const account of this.accounts) reads.push(await read(transaction, account));
    return { by, reads, writes: [] };
  }
}

async function read(transaction: Transaction, account: string): Promise<Seen> {
  const { data } = await transaction.collection('accounts').doc(account).get();
  return { account, version: Number(data.version), balance: Number(data.balance) };
}

/** On an operation the code stands only in the text; at the commit the code is there [measured: wx-server-sdk 4.0.2]. */
function isConflict(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'DATABASE_TRANSACTION_CONFLICT' || /TransactionConflict/.test(message ?? '');
}

function isOnOperation(error: unknown): boolean {
  return (error as { errCode?: number }).errCode === -501_001;
}
