import type { Collection, Index } from './collections';
import { duplicateKey, duplicateKeyText } from './errors';
import { documentLock, Locked, type Locks } from './locks';
import type { Plan } from './planner';
import { Row } from './rows';
import type { Scanner } from './scan';
import type { Document, Fields } from './semantics/document';
import { encode } from './semantics/wire';
import type { Store } from './store';
import { checkIndexable, type DocumentId, shownKey, uniqueKeys } from './unique';
import type { Manner, RowChange } from './versions';

/** The documents as somebody sees them. */
export interface View {
  byId(collection: Collection, id: DocumentId): Row | undefined;
  /** Everything the plan may find, in the plan's order. */
  rows(collection: Collection, plan: Plan): Iterable<Row>;
  /** The view of this collection is just what is committed, so SQLite alone may count and cut. */
  isCommitted(collection: Collection): boolean;
}

/** A view in which documents can be changed. Each method refuses what a unique or geo index forbids. */
export interface Session extends View {
  insert(collection: Collection, document: Document): void;
  replace(collection: Collection, row: Row, document: Document, manner: Manner): void;
  remove(collection: Collection, row: Row): void;
}

export class CommittedView implements View {
  constructor(
    protected readonly store: Store,
    private readonly scanner: Scanner,
  ) {}

  byId(collection: Collection, id: DocumentId): Row | undefined {
    return this.store.byId(collection, id);
  }

  rows(collection: Collection, plan: Plan): Iterable<Row> {
    return this.scanner.rows(collection, plan);
  }

  isCommitted(): boolean {
    return true;
  }
}

/** An ordinary write: goes straight to the store, inside one SQLite transaction that the engine opens and closes. */
export class DirectSession extends CommittedView implements Session {
  readonly changes: RowChange[] = [];

  constructor(
    store: Store,
    scanner: Scanner,
    private readonly locks: Locks,
    private readonly envId: string,
  ) {
    super(store, scanner);
  }

  insert(collection: Collection, document: Document): void {
    const { _id: id } = document;
    this.requireFree(documentLock(collection, id));
    if (this.store.byId(collection, id)) throw this.duplicate('insert', collection, '_id_', { _id: id });
    this.check(collection, document, 'insert', 0);
    const after = new Row(collection.nextSeq, encode(document), document);
    collection.nextSeq += 1;
    this.store.insert(collection, after.seq, after.body, document);
    this.changes.push({ collection, id, before: undefined, after });
  }

  replace(collection: Collection, row: Row, document: Document, manner: Manner): void {
    this.requireFree(documentLock(collection, document._id));
    this.check(collection, document, 'update', row.seq);
    const after = new Row(row.seq, encode(document), document);
    this.store.replace(collection, row, after.body, document);
    this.changes.push({ collection, id: document._id, before: row, after, manner });
  }

  remove(collection: Collection, row: Row): void {
    const { _id: id } = row.document;
    this.requireFree(documentLock(collection, id));
    this.store.remove(collection, row);
    this.changes.push({ collection, id, before: row, after: undefined });
  }

  private check(collection: Collection, document: Document, write: 'insert' | 'update', seq: number): void {
    checkIndexable(collection, document);
    for (const unique of uniqueKeys(collection, document)) {
      this.requireFree(unique.lock);
      if (this.store.holder(collection, unique.index, unique.entry.key, seq)) {
        throw this.duplicate(write, collection, unique.index.name, shownKey(unique));
      }
    }
  }

  private requireFree(lock: string): void {
    const holder = this.locks.holder(lock);
    if (holder) throw new Locked(holder);
  }

  private duplicate(write: 'insert' | 'update', collection: Collection, index: Index['name'], key: Fields) {
    return duplicateKey(
      write,
      duplicateKeyText({ envId: this.envId, collection: collection.name, index, key }),
    );
  }
}
