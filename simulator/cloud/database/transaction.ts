import type { Collection, Collections } from './collections';
import { duplicateKey, duplicateKeyText, transactionConflict } from './errors';
import { documentLock, type LockHolder, type Locks } from './locks';
import type { Plan } from './planner';
import { Row } from './rows';
import type { Scanner } from './scan';
import type { Document, Value } from './semantics/document';
import { encode } from './semantics/wire';
import type { Session } from './sessions';
import type { Store } from './store';
import { checkIndexable, type DocumentId, idText, shownKey, type UniqueKey, uniqueKeys } from './unique';
import type { Manner, RowChange, Versions } from './versions';

export interface TransactionParts {
  readonly collections: Collections;
  readonly store: Store;
  readonly scanner: Scanner;
  readonly versions: Versions;
  readonly locks: Locks;
  readonly envId: string;
}

/** A document this transaction has written: as it was when locked, and as it is to be. */
interface Pending extends RowChange {
  after: Row | undefined;
  manner?: Manner;
}

/**
 * One open transaction: the snapshot of its first operation with its own writes laid over it. Each first write of a document
 * (or unique key) locks it; whoever comes second gets a conflict at once, and so does a write to what has changed since the
 * snapshot. Reads lock nothing, so write skew is possible, as WeChat's documents say [doc].
 */
export class Transaction implements Session, LockHolder {
  readonly ended: Promise<void>;
  private end: () => void = () => undefined;
  private snapshot: number | undefined;
  private readonly pending = new Map<number, Map<string, Pending>>();
  private readonly inOrder: Pending[] = [];
  private readonly held = new Set<string>();
  /** Which of this transaction's documents stands under a unique key. */
  private readonly owners = new Map<string, string>();

  constructor(
    readonly id: string,
    private readonly parts: TransactionParts,
  ) {
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** Every operation begins here: the first one takes the snapshot [measured: the vendor's suite]. */
  begin(): void {
    this.snapshot ??= this.parts.versions.open(this);
  }

  /** What is to be committed, in the order in which it was first written. */
  changes(): RowChange[] {
    return this.inOrder.filter(({ before, after }) => before !== undefined || after !== undefined);
  }

  /** Gives back the locks and the snapshot; whoever waits goes on. */
  close(): void {
    this.parts.locks.release(this.held);
    this.parts.versions.close(this);
    this.end();
  }

  isCommitted(collection: Collection): boolean {
    return this.own(collection).size === 0 && !this.parts.versions.hasChangedSince(collection, this.since());
  }

  byId(collection: Collection, id: DocumentId): Row | undefined {
    const pending = this.own(collection).get(idText(id));
    if (pending) return pending.after;
    const image = this.parts.versions.imageAt(collection, id, this.since());
    return image ? image.row : this.parts.store.byId(collection, id);
  }

  *rows(collection: Collection, plan: Plan): Generator<Row> {
    if (this.isCommitted(collection)) {
      yield* this.parts.scanner.rows(collection, plan);
      return;
    }
    if (plan.ids) {
      yield* this.byIds(collection, plan.ids);
      return;
    }
    const { hidden, shown } = this.differences(collection);
    let next = 0;
    for (const row of this.parts.scanner.rows(collection, plan)) {
      if (hidden.has(row.seq)) continue;
      for (; next < shown.length && shown[next]!.seq < row.seq; next += 1) yield shown[next]!;
      yield row;
    }
    yield* shown.slice(next);
  }

  insert(collection: Collection, document: Document): void {
    const { _id: id } = document;
    this.lockDocument(collection, id);
    if (this.byId(collection, id)) {
      const text = duplicateKeyText({ ...this.names(collection), index: '_id_', key: { _id: id } });
      throw duplicateKey('insert', text);
    }
    this.takeKeys(collection, document, 'insert');
    const row = new Row(collection.nextSeq, encode(document), document);
    collection.nextSeq += 1;
    this.write(collection, id, row);
  }

  replace(collection: Collection, row: Row, document: Document, manner: Manner): void {
    this.lockDocument(collection, document._id);
    this.releaseKeys(collection, row.document);
    this.takeKeys(collection, document, 'update');
    this.write(collection, document._id, new Row(row.seq, encode(document), document), manner);
  }

  remove(collection: Collection, row: Row): void {
    const { _id: id } = row.document;
    this.lockDocument(collection, id);
    this.releaseKeys(collection, row.document);
    this.write(collection, id, undefined);
  }

  private since(): number {
    return this.snapshot ?? Number.MAX_SAFE_INTEGER;
  }

  private own(collection: Collection): Map<string, Pending> {
    let documents = this.pending.get(collection.id);
    if (!documents) {
      documents = new Map();
      this.pending.set(collection.id, documents);
    }
    return documents;
  }

  private changed(collection: Collection): { id: DocumentId; row: Row | undefined }[] {
    return this.parts.versions.changedSince(collection, this.since());
  }

  private byIds(collection: Collection, ids: readonly Value[]): Row[] {
    const distinct = new Map(ids.map((id) => [idText(id), id as DocumentId]));
    const rows = [...distinct.values()].map((id) => this.byId(collection, id));
    return rows.filter((row) => row !== undefined).sort((a, b) => a.seq - b.seq);
  }

  /**
   * Places whose committed document this transaction must not see, and the documents it sees instead, in order. What others
   * changed since the snapshot it cannot have written itself.
   */
  private differences(collection: Collection): { hidden: Set<number>; shown: Row[] } {
    const hidden = new Set<number>();
    const shown: Row[] = [];
    for (const { id, row } of this.changed(collection)) {
      const committed = this.parts.store.byId(collection, id);
      if (committed) hidden.add(committed.seq);
      if (row) shown.push(row);
    }
    for (const { before, after } of this.own(collection).values()) {
      if (before) hidden.add(before.seq);
      if (after) shown.push(after);
    }
    return { hidden, shown: shown.sort((a, b) => a.seq - b.seq) };
  }

  /** Removed and inserted again within one transaction is replaced. */
  private write(
    collection: Collection,
    id: DocumentId,
    after: Row | undefined,
    manner: Manner = 'replace',
  ): void {
    const own = this.own(collection);
    const known = own.get(idText(id));
    if (known) {
      known.after = after;
      if (manner === 'replace') known.manner = manner;
      return;
    }
    const pending: Pending = { collection, id, before: this.parts.store.byId(collection, id), after, manner };
    own.set(idText(id), pending);
    this.inOrder.push(pending);
  }

  private lock(name: string): void {
    const holder = this.parts.locks.holder(name);
    if (holder && holder !== this) throw transactionConflict();
    this.parts.locks.acquire(name, this);
    this.held.add(name);
  }

  private lockDocument(collection: Collection, id: DocumentId): void {
    if (this.parts.versions.imageAt(collection, id, this.since())) throw transactionConflict();
    this.lock(documentLock(collection, id));
  }

  /** Others may not take what this transaction gives up until it has ended. */
  private releaseKeys(collection: Collection, document: Document): void {
    for (const { lock } of uniqueKeys(collection, document)) {
      this.lock(lock);
      this.owners.delete(lock);
    }
  }

  private takeKeys(collection: Collection, document: Document, write: 'insert' | 'update'): void {
    checkIndexable(collection, document);
    const name = idText(document._id);
    for (const unique of uniqueKeys(collection, document)) {
      this.lock(unique.lock);
      if (this.isTaken(collection, unique, name)) {
        const text = duplicateKeyText({
          ...this.names(collection),
          index: unique.index.name,
          key: shownKey(unique),
        });
        throw duplicateKey(write, text);
      }
      this.owners.set(unique.lock, name);
    }
  }

  /** Refuses with a conflict where another's commit since the snapshot has given or taken the key. */
  private isTaken(collection: Collection, unique: UniqueKey, name: string): boolean {
    const owner = this.owners.get(unique.lock);
    if (owner !== undefined) return owner !== name;
    for (const { id, row } of this.changed(collection)) {
      if (!row || idText(id) === name) continue;
      if (uniqueKeys(collection, row.document).some(({ lock }) => lock === unique.lock)) {
        throw transactionConflict();
      }
    }
    const holder = this.parts.store.holder(collection, unique.index, unique.entry.key, 0);
    if (!holder || idText(holder.document._id) === name) return false;
    if (this.own(collection).has(idText(holder.document._id))) return false;
    if (this.parts.versions.imageAt(collection, holder.document._id, this.since()))
      throw transactionConflict();
    return true;
  }

  private names(collection: Collection): { envId: string; collection: string } {
    return { envId: this.parts.envId, collection: collection.name };
  }
}
