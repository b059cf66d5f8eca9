import fc from 'fast-check';
import { transactionConflict } from './errors';
import type { Value } from './semantics/document';
import { TestDatabase } from './testDatabase';

/** What the database is to be like, written down in the plainest way. */
interface Entry {
  readonly place: number;
  readonly n: number;
}
type Contents = Map<string, Entry>;
interface OpenTransaction {
  readonly scope: { transactionId: string };
  /** The version its snapshot is of. */
  snapshot: number | undefined;
  readonly written: Set<string>;
  contents: Contents;
}

interface Mark {
  readonly kind: 'start' | 'commit' | 'abort';
  readonly who: number;
}
interface Read {
  readonly kind: 'read';
  readonly who: number;
  readonly id: string;
}
interface Removal {
  readonly kind: 'remove';
  readonly who: number;
  readonly id: string;
}
interface Put {
  readonly kind: 'put';
  readonly who: number;
  readonly id: string;
  readonly n: number;
}
type Write = Removal | Put;
type Step = Mark | Read | Write;

const id = fc.constantFrom('a', 'b', 'c', 'd');
/** 0 is an ordinary operation, 1 to 3 are transactions. */
const who = fc.integer({ min: 0, max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constantFrom('start', 'start', 'start', 'commit', 'abort'), who }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('read'), who, id }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove'), who, id }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('put'), who, id, n: fc.integer({ min: 0, max: 3 }) }),
  },
);

class Model {
  private committed: Contents = new Map();
  private readonly open = new Map<number, OpenTransaction>();
  /** The version of each document's last committed change, also of its removal. */
  private readonly changed = new Map<string, number>();
  private places = 0;
  private version = 0;

  constructor(private readonly database: TestDatabase) {}

  async take(one: Step): Promise<void> {
    const transaction = this.open.get(one.who);
    if (!('id' in one)) return one.kind === 'start' ? this.start(one.who) : this.end(one.who, one.kind);
    if (one.who > 0 && !transaction) return;
    if (one.kind === 'read') return this.read(transaction, one.id);
    return this.write(one, transaction);
  }

  /** Everybody's view, through the index and without it. */
  async check(): Promise<void> {
    for (const view of [undefined, ...this.open.values()]) {
      if (view && view.snapshot === undefined) continue;
      const contents = view?.contents ?? this.committed;
      const shown = [...contents].sort(([, a], [, b]) => a.place - b.place);
      const documents = shown.map(([_id, { n }]) => ({ _id, n }));
      expect(await this.database.find('things', {}, { ...view?.scope })).toEqual(documents);
      const some = documents.filter(({ n }) => n === 1 || n === 2);
      const query = { n: { $in: [1, 2] } };
      expect(await this.database.find('things', query, { ...view?.scope })).toEqual(some);
    }
  }

  private async start(number: number): Promise<void> {
    if (number === 0 || this.open.has(number)) return;
    const scope = await this.database.start();
    this.open.set(number, { scope, snapshot: undefined, written: new Set(), contents: new Map() });
  }

  private async end(number: number, kind: 'commit' | 'abort'): Promise<void> {
    const transaction = this.open.get(number);
    if (!transaction) return;
    await this.database[kind](transaction.scope);
    this.open.delete(number);
    if (kind === 'abort') return;
    this.version += 1;
    for (const name of transaction.written) {
      const entry = transaction.contents.get(name);
      this.changed.set(name, this.version);
      if (entry) this.committed.set(name, entry);
      else this.committed.delete(name);
    }
  }

  private async read(transaction: OpenTransaction | undefined, name: string): Promise<void> {
    if (transaction) this.begin(transaction);
    const entry = (transaction?.contents ?? this.committed).get(name);
    const expected: Record<string, Value> | undefined = entry && { _id: name, n: entry.n };
    expect(await this.database.get('things', name, { ...transaction?.scope })).toEqual(expected);
  }

  private begin(transaction: OpenTransaction): void {
    if (transaction.snapshot !== undefined) return;
    transaction.snapshot = this.version;
    transaction.contents = new Map(this.committed);
  }

  private async write(one: Write, transaction: OpenTransaction | undefined): Promise<void> {
    if (transaction) this.begin(transaction);
    const holders = [...this.open.values()].filter(({ written }) => written.has(one.id));
    const isHeld = holders.some((holder) => holder !== transaction);
    if (!transaction && isHeld) return;
    const contents = transaction?.contents ?? this.committed;
    const existing = contents.get(one.id);
    const finds = one.kind === 'put' || existing !== undefined;
    const hasChanged =
      transaction && !transaction.written.has(one.id) && this.hasChanged(transaction, one.id);
    const operation = this.operate(one, transaction);
    if (transaction && finds && (isHeld || hasChanged)) {
      await expect(operation).rejects.toMatchObject({ code: transactionConflict().code });
      this.open.delete(one.who);
      return;
    }
    await operation;
    if (!finds) return;
    if (transaction) {
      transaction.written.add(one.id);
    } else {
      this.version += 1;
      this.changed.set(one.id, this.version);
    }
    this.note(one, contents, existing);
  }

  private hasChanged({ snapshot }: OpenTransaction, name: string): boolean {
    return (this.changed.get(name) ?? 0) > (snapshot ?? 0);
  }

  private operate(one: Write, transaction: OpenTransaction | undefined): Promise<unknown> {
    const scope = { ...transaction?.scope };
    if (one.kind === 'remove') return this.database.remove('things', one.id, scope);
    return this.database.set('things', one.id, { n: one.n }, scope);
  }

  private note(one: Write, contents: Contents, existing: Entry | undefined): void {
    if (one.kind === 'remove') {
      contents.delete(one.id);
      return;
    }
    this.places += 1;
    contents.set(one.id, { place: existing?.place ?? this.places, n: one.n });
  }
}

describe('histories of transactions and ordinary operations', () => {
  it('are what snapshots, locks and conflicts say they are', async () => {
    const index = { name: 'n', keys: [{ field: 'n', direction: '1' }] };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60, size: 'max' }), async (steps) => {
        const database = new TestDatabase({
          database: { collections: [{ name: 'things', indexes: [index] }] },
        });
        try {
          const model = new Model(database);
          for (const one of steps) {
            await model.take(one);
            await model.check();
          }
        } finally {
          database.close();
        }
      }),
      { seed: 11, numRuns: 40 },
    );
  });
});
