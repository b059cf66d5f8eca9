import type { CloudContext } from '../core/context';
import { CloudError } from '../core/errors';
import type { RulesFile } from '../core/project';
import { type Collection, Collections, undeclaredRules } from './collections';
import { Declared } from './declared';
import { transactionConflict } from './errors';
import { Locked, Locks } from './locks';
import { Query, type Selection } from './query';
import { Scanner } from './scan';
import type { Document, Value } from './semantics/document';
import { compileProjection } from './semantics/project';
import { CommittedView, DirectSession, type Session, type View } from './sessions';
import { Store } from './store';
import { Transactions, transactionLife } from './transactions';
import type { DocumentId } from './unique';
import { type Manner, type RowChange, Versions } from './versions';
import type { Written } from './writes';

/** One committed change of one document, as other rooms see it. */
export interface DocumentChange {
  readonly collection: string;
  readonly id: DocumentId;
  /** Undefined for a new document. */
  readonly before: Document | undefined;
  /** Undefined for a removed one. */
  readonly after: Document | undefined;
  /** Whether a document that was there was updated or replaced as a whole. */
  readonly manner?: Manner;
  /** Business time, milliseconds. */
  readonly at: number;
}

export interface FindRequest extends Selection {
  readonly collection: string;
  readonly projection?: unknown;
}

/** Where an operation takes place. */
export interface Place {
  readonly collection: string;
  readonly transactionId?: string;
}

/** How an ordinary write passes the time until the transaction in its way has ended. */
export type Wait = (ended: Promise<void>) => Promise<void>;

export interface EngineOptions {
  /** Real milliseconds a transaction may stay open; 30,000 unless said. */
  readonly transactionLife?: number;
}

type EngineContext = Pick<CloudContext, 'settings' | 'state' | 'clock' | 'random' | 'log'>;

/**
 * The document database: collections, indexes, transactions. One process, one writer; every operation is done in one go, so
 * that operations never see each other half done.
 */
export class DatabaseEngine {
  private readonly collections: Collections;
  private readonly store: Store;
  private readonly scanner: Scanner;
  private readonly committed: View;
  private readonly locks = new Locks();
  private readonly versions = new Versions();
  private readonly declared: Declared;
  private readonly transactions: Transactions;
  private readonly changeListeners = new Set<(change: DocumentChange) => void>();
  private readonly replacedListeners = new Set<() => void>();

  /** Refuses a wrong `database.json`, and a unique index over documents that are not unique. */
  constructor(
    private readonly context: EngineContext,
    options: EngineOptions = {},
  ) {
    const { state, settings, random } = context;
    this.collections = new Collections(state);
    this.store = new Store(state, this.collections);
    this.scanner = new Scanner(state, this.store);
    this.committed = new CommittedView(this.store, this.scanner);
    const parts = { store: this.store, collections: this.collections, envId: settings.envId };
    this.declared = new Declared(settings.dist, parts);
    this.transactions = new Transactions(
      { ...parts, scanner: this.scanner, versions: this.versions, locks: this.locks },
      () => random.stream('database').hex(32),
      options.transactionLife ?? transactionLife,
    );
    this.declared.apply();
    state.onReplaced(() => this.begin());
  }

  /** Looks whether `database.json` has changed. A wrong file is reported and the old one stays in force. */
  refresh(): void {
    if (this.declared.isStale()) this.applyDeclared();
  }

  collectionNames(): string[] {
    return this.collections.names();
  }

  /** The security rules of a collection. Refuses one that does not exist. */
  collectionRules(name: string): RulesFile {
    return this.collections.require(name).rules ?? undeclaredRules;
  }

  createCollection(name: string): void {
    this.collections.atomically(() => this.collections.create(name));
  }

  /** Committed documents. Never change what you get. Refuses a collection that does not exist and a wrong filter. */
  find({ collection, projection, ...selection }: FindRequest): Record<string, Value>[] {
    const rows = new Query(this.scanner, this.committed).select(
      this.collections.require(collection),
      selection,
    );
    const project = compileProjection(projection, selection.filter);
    return rows.map((row) => project(row.document));
  }

  /** One committed document. */
  get(collection: string, id: DocumentId): Document | undefined {
    return this.committed.byId(this.collections.require(collection), id)?.document;
  }

  /** Told of every committed change, in the order of the commits; a transaction's changes follow each other. */
  onChange(listener: (change: DocumentChange) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** Told when another state has taken the place of this one: nothing known of documents holds any more. */
  onReplaced(listener: () => void): () => void {
    this.replacedListeners.add(listener);
    return () => this.replacedListeners.delete(listener);
  }

  /** Reads as a transaction sees it, or what is committed. Refuses a collection that does not exist. */
  read<T>({ collection: name, transactionId }: Place, work: (collection: Collection, query: Query) => T): T {
    const collection = this.collections.require(name);
    if (transactionId === undefined) return work(collection, new Query(this.scanner, this.committed));
    return this.transactions.run(transactionId, (view) => work(collection, new Query(this.scanner, view)));
  }

  /**
   * Writes, within a transaction or at once. An ordinary write that needs what a transaction holds waits for its end and
   * begins again, with whatever the collection is then.
   */
  async write<T>(
    { collection: name, transactionId }: Place,
    work: (collection: Collection, session: Session, query: Query) => Written<T>,
    wait: Wait = (ended) => ended,
  ): Promise<T> {
    for (;;) {
      const collection = this.collections.require(name);
      const attempt = (session: Session) => work(collection, session, new Query(this.scanner, session));
      if (transactionId !== undefined) {
        return this.transactions.run(transactionId, (session) => orThrow(attempt(session)));
      }
      const outcome = this.writeDirectly(attempt);
      if (!(outcome instanceof Locked)) return orThrow(outcome);
      await wait(outcome.holder.ended);
    }
  }

  /** A business time's new `_id`: seconds, then chance, 32 hex digits as WeChat deals them [web: seen in logs]. */
  newId(): string {
    const seconds = Math.floor(this.context.clock.now() / 1000);
    return seconds.toString(16).padStart(8, '0') + this.context.random.stream('database').hex(24);
  }

  findCollection(name: string): Collection | undefined {
    return this.collections.find(name);
  }

  startTransaction(): string {
    return this.transactions.start();
  }

  commitTransaction(id: string): void {
    this.publish(this.transactions.commit(id));
  }

  abortTransaction(id: string): void {
    this.transactions.abort(id);
  }

  /** What a fault does: the transaction is over, and its caller is told of a conflict. Refuses one that is over already. */
  conflict(id: string): never {
    this.transactions.abort(id);
    throw transactionConflict();
  }

  /** Open transactions, for whoever shows the cloud's state. */
  get openTransactions(): number {
    return this.transactions.count;
  }

  /** Drops what only this process remembers. */
  stop(): void {
    this.transactions.dropAll();
  }

  private writeDirectly<T>(work: (session: Session) => Written<T>): Written<T> | Locked {
    const session = new DirectSession(this.store, this.scanner, this.locks, this.context.settings.envId);
    try {
      const written = this.collections.atomically(() => work(session));
      this.versions.record(session.changes);
      this.publish(session.changes);
      return written;
    } catch (error) {
      if (error instanceof Locked) return error;
      throw error;
    }
  }

  private publish(changes: readonly RowChange[]): void {
    if (this.changeListeners.size === 0) return;
    const at = this.context.clock.now();
    for (const { collection, id, before, after, manner } of changes) {
      const change = {
        collection: collection.name,
        id,
        before: before?.document,
        after: after?.document,
        ...(before && after && { manner }),
        at,
      };
      for (const listener of this.changeListeners) this.tell(listener, change);
    }
  }

  /** The write is done: a listener's mistake is reported and must not look like the write's failure. */
  private tell(listener: (change: DocumentChange) => void, change: DocumentChange): void {
    try {
      listener(change);
    } catch (error) {
      this.report(`onChange ${change.collection}`, 'failed', error);
    }
  }

  private begin(): void {
    this.transactions.dropAll();
    this.collections.load();
    this.declared.forget();
    this.applyDeclared();
    for (const listener of this.replacedListeners) listener();
  }

  private applyDeclared(): void {
    try {
      if (this.declared.apply()) this.transactions.dropAll();
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      this.transactions.dropAll();
      this.report('database.json', 'refused', error);
    }
  }

  private report(what: string, outcome: 'refused' | 'failed', error: unknown): void {
    this.context.log.add({
      at: this.context.clock.now(),
      kind: 'simulator',
      who: 'database',
      what,
      milliseconds: 0,
      outcome,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

function orThrow<T>({ result, error }: Written<T>): T {
  if (error) throw error;
  return result;
}
