import type { AdminAction, AdminActions, AdminAnswer, AdminCall } from '../core/admin';
import type { CloudContext } from '../core/context';
import { aggregateDocuments } from './aggregation';
import { DatabaseEngine, type EngineOptions } from './engine';
import { whereInTransaction } from './errors';
import type { Gate, Operation } from './gate';
import {
  countOf,
  documentsOf,
  fieldsOf,
  filterOf,
  flagOf,
  isWhere,
  limitOf,
  optionalTextOf,
  type Parameters,
  projectionOf,
  sortOf,
  stagesOf,
  textOf,
} from './parameters';
import { compileProjection } from './semantics/project';
import { encode } from './semantics/wire';
import { insertDocuments, modifyAndReturn, modifyDocuments, removeDocuments, type WriteTime } from './writes';

export interface DatabaseOptions extends EngineOptions {
  /** Every action passes it before it begins. */
  readonly gate?: Gate;
}

/** One request under way. */
interface Request {
  readonly params: Parameters;
  readonly call: AdminCall;
  readonly operation: Operation;
  readonly transactionId: string | undefined;
  readonly time: WriteTime;
}

type Handler = (request: Request) => Promise<AdminAnswer> | AdminAnswer;

/** The database as `wx-server-sdk` reaches it. */
export class DatabaseService {
  readonly engine: DatabaseEngine;
  readonly actions: AdminActions;
  private readonly gate: Gate | undefined;

  constructor(
    private readonly context: CloudContext,
    options: DatabaseOptions = {},
  ) {
    this.engine = new DatabaseEngine(context, options);
    this.gate = options.gate;
    this.actions = {
      'database.addCollection': this.action((request) => this.addCollection(request)),
      'database.insertDocument': this.action((request) => this.insert(request)),
      'database.getDocument': this.action((request) => this.get(request)),
      'database.calculateDocument': this.action((request) => this.count(request)),
      'database.modifyDocument': this.action((request) => this.modify(request)),
      'database.modifyAndReturnDoc': this.action((request) => this.modifyAndReturn(request)),
      'database.removeDocument': this.action((request) => this.remove(request)),
      'database.aggregateDocuments': this.action((request) => this.aggregate(request)),
      'database.startTransaction': this.action(() => ({
        topLevel: { transactionId: this.engine.startTransaction() },
      })),
      'database.commitTransaction': this.action((request) => this.commit(request)),
      'database.abortTransaction': this.action((request) => this.abort(request)),
    };
  }

  stop(): void {
    this.engine.stop();
  }

  private action(handler: Handler): AdminAction {
    return async (params, call) => {
      const transactionId = optionalTextOf(params, 'transactionId');
      const operation = { action: String(params.action), transactionId, requestId: call.requestId };
      await this.gate?.enter(operation);
      this.engine.refresh();
      this.disturb(operation);
      const time = { serverTime: new Date(this.context.clock.now()), newId: () => this.engine.newId() };
      return handler({ params, call, operation, transactionId, time });
    };
  }

  /** A `conflict` fault ends the transaction whose operation (or commit) it strikes. */
  private disturb({ action, transactionId }: Operation): void {
    const struck = this.context.faults.draw(action).some(({ kind }) => kind === 'conflict');
    if (struck && transactionId !== undefined) this.engine.conflict(transactionId);
  }

  /** `where` in a transaction is refused where the settings are strict; the transaction itself goes on. */
  private checkWhere({ params, call, transactionId }: Request): void {
    const hasWhere = isWhere(params);
    if (transactionId === undefined || !hasWhere) return;
    const { strictTransactions } = this.context.settings;
    const isFunction = call.caller.functionName !== undefined;
    if (strictTransactions === 'always' || (strictTransactions === 'functions' && isFunction)) {
      throw whereInTransaction();
    }
  }

  private wait({ operation }: Request): (ended: Promise<void>) => Promise<void> {
    return async (ended) => {
      this.gate?.blocked(operation);
      await ended;
      this.gate?.unblocked(operation);
      await this.gate?.enter(operation);
    };
  }

  private addCollection({ params }: Request): AdminAnswer {
    this.engine.createCollection(textOf(params, 'collectionName'));
    return { data: {} };
  }

  private async insert(request: Request): Promise<AdminAnswer> {
    const { params, transactionId, time } = request;
    const place = { collection: textOf(params, 'collectionName'), transactionId };
    const documents = documentsOf(params, time);
    const insertedIds = await this.engine.write(
      place,
      (collection, session) => insertDocuments(session, collection, documents, time),
      this.wait(request),
    );
    return { data: { insertedIds } };
  }

  private get(request: Request): AdminAnswer {
    const { params, transactionId, time } = request;
    this.checkWhere(request);
    const place = { collection: textOf(params, 'collectionName'), transactionId };
    const filter = filterOf(params, time);
    const projection = projectionOf(params, time);
    const selection = {
      filter,
      sort: sortOf(params, time),
      skip: countOf(params, 'offset', 0, 0),
      limit: limitOf(params),
    };
    const rows = this.engine.read(place, (collection, query) => query.select(collection, selection));
    if (!projection) return { data: { list: rows.map(({ body }) => body) } };
    const project = compileProjection(projection, filter);
    return { data: { list: rows.map((row) => encode(project(row.document))) } };
  }

  private count(request: Request): AdminAnswer {
    const { params, transactionId, time } = request;
    this.checkWhere(request);
    const place = { collection: textOf(params, 'collectionName'), transactionId };
    const filter = filterOf(params, time);
    return {
      data: { total: this.engine.read(place, (collection, query) => query.count(collection, filter)) },
    };
  }

  private async modify(request: Request): Promise<AdminAnswer> {
    const { params, transactionId, time } = request;
    this.checkWhere(request);
    const place = { collection: textOf(params, 'collectionName'), transactionId };
    const modification = {
      filter: filterOf(params, time),
      update: fieldsOf(params.data, 'data', time),
      isMerge: flagOf(params, 'merge', true),
      isMulti: flagOf(params, 'multi', false),
      isUpsert: flagOf(params, 'upsert', false),
    };
    const { updated, upsertedId } = await this.engine.write(
      place,
      (collection, session, query) => modifyDocuments(session, query, collection, modification, time),
      this.wait(request),
    );
    return { data: upsertedId === undefined ? { updated } : { updated, upsert_id: upsertedId } };
  }

  private async modifyAndReturn(request: Request): Promise<AdminAnswer> {
    const { params, transactionId, time } = request;
    this.checkWhere(request);
    const place = { collection: textOf(params, 'collectionName'), transactionId };
    const change = { filter: filterOf(params, time), update: fieldsOf(params.data, 'data', time) };
    const document = await this.engine.write(
      place,
      (collection, session, query) => ({ result: modifyAndReturn(session, query, collection, change, time) }),
      this.wait(request),
    );
    return { data: document ? { updated: 1, doc: encode(document) } : { updated: 0, doc: null } };
  }

  private async remove(request: Request): Promise<AdminAnswer> {
    const { params, transactionId, time } = request;
    this.checkWhere(request);
    const place = { collection: textOf(params, 'collectionName'), transactionId };
    const removal = { filter: filterOf(params, time), isMulti: flagOf(params, 'multi', false) };
    const deleted = await this.engine.write(
      place,
      (collection, session, query) => ({ result: removeDocuments(session, query, collection, removal) }),
      this.wait(request),
    );
    return { data: { deleted } };
  }

  private aggregate(request: Request): AdminAnswer {
    const { params, transactionId, time } = request;
    const place = { collection: textOf(params, 'collectionName'), transactionId };
    const stages = stagesOf(params, time);
    const random = this.context.random.stream('database');
    const list = this.engine.read(place, (collection, query) =>
      aggregateDocuments(query, collection, stages, {
        collection: (name) => this.engine.findCollection(name),
        random: () => random.next(),
        serverTime: time.serverTime,
      }),
    );
    return { data: { list: list.map(encode) } };
  }

  private commit({ params }: Request): AdminAnswer {
    this.engine.commitTransaction(textOf(params, 'transactionId'));
    return { data: {} };
  }

  private abort({ params }: Request): AdminAnswer {
    this.engine.abortTransaction(textOf(params, 'transactionId'));
    return { data: {} };
  }
}
