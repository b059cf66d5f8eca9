import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agenda } from '../core/agenda';
import type { Caller } from '../core/callers';
import { Callers } from '../core/callers';
import { Clock } from '../core/clock';
import type { CloudContext } from '../core/context';
import { Continuity } from '../core/continuity';
import { Faults } from '../core/faults';
import { Log } from '../core/log';
import { readEnvironmentFile } from '../core/project';
import { Random } from '../core/random';
import { defaultSettings, type Settings } from '../core/settings';
import { State } from '../core/state';
import type { Value } from './semantics/document';
import { decode, encode } from './semantics/wire';
import { type DatabaseOptions, DatabaseService } from './service';

type Answer = Record<string, unknown>;
type Doc = Record<string, Value>;
type Scope = { transactionId?: string };

export const testStart = Date.parse('2026-11-10T09:00:00+08:00');
const developer: Caller = { appid: 'wx', source: '', clientIp: '127.0.0.1' };
const someFunction: Caller = { ...developer, functionName: 'api' };

export interface TestOptions extends DatabaseOptions {
  readonly database?: unknown;
  readonly settings?: Partial<Settings>;
  readonly stateFolder?: string;
  readonly seed?: number;
}

/** The database room by itself, spoken to as the SDK speaks; for tests. */
export class TestDatabase {
  readonly context: CloudContext;
  readonly service: DatabaseService;
  readonly dist = mkdtempSync(join(tmpdir(), 'nuanlin-dist-'));
  private requests = 0;

  constructor({ database, settings, stateFolder, seed = 1, ...options }: TestOptions = {}) {
    this.declare(database ?? { collections: [{ name: 'things' }] });
    const state = new State(stateFolder);
    const clock = new Clock(testStart, 0);
    const random = new Random(seed, 0);
    new Continuity(state, clock, random).keepNow();
    this.context = {
      settings: { ...defaultSettings, dist: this.dist, ...settings },
      state,
      clock,
      agenda: new Agenda(state, clock, () => undefined),
      random,
      faults: new Faults(random.stream('faults')),
      log: new Log(),
      callers: new Callers(() => random.stream('tokens').hex(40), 'wx'),
      environment: () => readEnvironmentFile(this.dist),
      baseUrl: () => 'http://127.0.0.1',
    };
    this.service = new DatabaseService(this.context, options);
  }

  /** Writes `database.json`. */
  declare(database: unknown): void {
    writeFileSync(join(this.dist, 'database.json'), JSON.stringify(database));
  }

  close(): void {
    this.service.stop();
    this.context.state.close();
    rmSync(this.dist, { recursive: true, force: true });
  }

  /** One action as it comes over the wire; answers `data`, or the answer's top level. */
  async call(name: string, params: Record<string, unknown> = {}, caller = developer): Promise<Answer> {
    const action = `database.${name}`;
    this.requests += 1;
    const handler = this.service.actions[action];
    if (!handler) throw new Error(`no action ${action}`);
    const answer = await handler(
      { ...params, action },
      { caller, requestId: String(this.requests), parts: new Map() },
    );
    if ('topLevel' in answer) return answer.topLevel;
    if ('raw' in answer) throw new Error('raw answer');
    return answer.data as Answer;
  }

  callAsFunction(name: string, params: Record<string, unknown>): Promise<Answer> {
    return this.call(name, params, someFunction);
  }

  async start(): Promise<Required<Scope>> {
    return { transactionId: String((await this.call('startTransaction')).transactionId) };
  }

  commit(scope: Scope): Promise<Answer> {
    return this.call('commitTransaction', { ...scope });
  }

  abort(scope: Scope): Promise<Answer> {
    return this.call('abortTransaction', { ...scope });
  }

  async add(collectionName: string, documents: Doc | Doc[], scope: Scope = {}): Promise<unknown[]> {
    const data = (Array.isArray(documents) ? documents : [documents]).map((document) => encode(document));
    return (await this.call('insertDocument', { collectionName, data, ...scope })).insertedIds as unknown[];
  }

  async get(collectionName: string, id: Value, scope: Scope = {}): Promise<Doc | undefined> {
    const params = { collectionName, queryType: 'DOC', query: encode({ _id: id }), ...scope };
    return listOf(await this.call('getDocument', params))[0];
  }

  /** `more` may hold order, projection, offset, limit and transactionId. */
  async find(collectionName: string, query: Doc, more: Record<string, unknown> = {}): Promise<Doc[]> {
    const { order, projection, ...others } = more;
    const params = { collectionName, queryType: 'WHERE', query: encode(query), limit: 1000, ...others };
    const encoded = {
      ...(order ? { order: encode(order) } : {}),
      ...(projection ? { projection: encode(projection) } : {}),
    };
    return listOf(await this.call('getDocument', { ...params, ...encoded }));
  }

  /** Update operators for one document. */
  async update(collectionName: string, id: Value, data: Doc, scope: Scope = {}): Promise<number> {
    const params = { queryType: 'DOC', query: encode({ _id: id }), data: encode(data), merge: true };
    return (await this.call('modifyDocument', { collectionName, ...params, ...scope })).updated as number;
  }

  async set(collectionName: string, id: Value, data: Doc, scope: Scope = {}): Promise<Answer> {
    const params = {
      queryType: 'DOC',
      query: encode({ _id: id }),
      data: encode(data),
      merge: false,
      upsert: true,
    };
    return this.call('modifyDocument', { collectionName, ...params, ...scope });
  }

  async remove(collectionName: string, id: Value, scope: Scope = {}): Promise<number> {
    const params = { collectionName, queryType: 'DOC', query: encode({ _id: id }), ...scope };
    return (await this.call('removeDocument', params)).deleted as number;
  }
}

function listOf({ list }: Answer): Doc[] {
  return (list as string[]).map((text) => decode(text, { serverTime: new Date(0) }) as Doc);
}
