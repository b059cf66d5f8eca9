import type { AdminAction, AdminCall } from '../core/admin';
import type { CloudContext } from '../core/context';
import { CloudError, invalidParam } from '../core/errors';
import { isFields, type Value } from '../database/semantics/document';
import { decode } from '../database/semantics/wire';
import {
  type DatabaseOperation,
  type DatabaseRules,
  mayCreate,
  mayQuery,
  type RuleWorld,
  ruleFor,
  withOpenid,
} from '../rules/decide';
import type { User } from '../users/service';
import { notSupported, RuleRefusal } from './errors';
import { foreignCollections } from './foreignCollections';
import type { DatabasePort } from './ports';

/** Documents a phone gets at most, and by default [document: Collection.limit]. */
export const mostRows = 20;

type Params = Readonly<Record<string, unknown>>;
type Fields = { [field: string]: Value };

/**
 * The database as a phone may use it: every operation under the collection's security rules, `{openid}` filled in, `_openid`
 * put on new documents and never taken from the caller. Works on the wire's own texts, so that nothing is lost on the way.
 */
export class DatabaseGate {
  constructor(
    private readonly context: CloudContext,
    private readonly database: DatabasePort,
  ) {}

  /** Runs one action of the admin wire for a user and answers its `data`. Refuses by rule and, by name, what phones lack. */
  async run(action: string, params: Params, call: { user: User; requestId: string }): Promise<unknown> {
    const admin = this.database.actions[action];
    const { collectionName, transactionId } = params;
    const prepare = this.preparations[action];
    if (!prepare || !admin) throw notSupported(action);
    if (transactionId !== undefined) throw notSupported('a transaction');
    if (typeof collectionName !== 'string') throw invalidParam('collectionName: a text is expected');
    const attempt = new Attempt(this.context, this.database, collectionName, call.user);
    return this.perform(admin, { collectionName, ...prepare(params, attempt) }, call);
  }

  private readonly preparations: Readonly<Record<string, (params: Params, attempt: Attempt) => Params>> = {
    'database.getDocument': (params, attempt) => {
      const { queryType, order, offset, projection } = params;
      const limit = typeof params.limit === 'number' && params.limit > 0 ? params.limit : mostRows;
      const query = attempt.query('read', params.query);
      return { queryType, query, order, offset, projection, limit: Math.min(limit, mostRows) };
    },
    'database.calculateDocument': (params, attempt) => ({
      queryType: params.queryType,
      query: attempt.query('read', params.query),
    }),
    'database.removeDocument': (params, attempt) => ({
      queryType: params.queryType,
      query: attempt.query('delete', params.query) ?? '',
      multi: params.multi,
    }),
    'database.insertDocument': (params, attempt) => {
      if (!Array.isArray(params.data)) throw invalidParam('data: an array is expected');
      return { data: params.data.map((content) => attempt.newContent(content)) };
    },
    'database.modifyDocument': (params, attempt) => {
      const { queryType, multi, merge, upsert } = params;
      const query = attempt.query('update', params.query);
      const data = merge === true ? attempt.change(params.data) : attempt.newContent(params.data);
      return { queryType, query, data, multi, merge, upsert: merge === true ? false : upsert };
    },
    'database.aggregateDocuments': (params, attempt) => ({ stages: attempt.stages(params.stages) }),
  };

  private async perform(
    admin: AdminAction,
    params: Record<string, unknown>,
    { user, requestId }: { user: User; requestId: string },
  ): Promise<unknown> {
    const caller: AdminCall['caller'] = {
      openid: user.openid,
      unionid: user.unionid,
      appid: this.context.settings.appid,
      source: 'wx_client',
      clientIp: '127.0.0.1',
    };
    const given = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
    const answer = await admin(given, { caller, requestId, parts: new Map() });
    return 'data' in answer ? answer.data : undefined;
  }
}

/** One operation of one user on one collection. */
class Attempt {
  private readonly rules: DatabaseRules;
  private readonly world: RuleWorld;

  constructor(
    private readonly context: CloudContext,
    private readonly database: DatabasePort,
    private readonly collection: string,
    private readonly user: User,
  ) {
    this.rules = database.collectionRules(collection);
    this.world = {
      auth: user,
      now: context.clock.now(),
      get: (name, id) => this.lookedUp(name, id),
    };
  }

  /** The query's text with `{openid}` filled in. Refuses a query that the rule does not cover. */
  query(operation: DatabaseOperation, given: unknown): string | undefined {
    const filter = given === undefined || given === '' ? {} : this.parsed(given, 'query');
    this.mustCover(operation, filter, this.rules);
    return given === undefined || given === '' ? undefined : JSON.stringify(filter);
  }

  /** New content with the creator's `_openid`. Refuses content that brings one, and content the create rule does not cover. */
  newContent(given: unknown): string {
    const content = this.parsed(given, 'data');
    if (Object.hasOwn(content, '_openid'))
      throw invalidParam('data: _openid is set by the cloud and cannot be given');
    const text = JSON.stringify({ ...content, _openid: this.user.openid });
    const rule = ruleFor(this.rules, 'create');
    if (!mayCreate(rule, this.values(text) as Fields, this.world)) throw this.refusal('create', rule);
    return text;
  }

  /** The update's text with `{openid}` filled in. Refuses one that touches `_openid`. */
  change(given: unknown): string {
    const update = this.parsed(given, 'data');
    for (const [operator, operands] of Object.entries(update)) {
      const targets = isFields(operands) ? Object.entries(operands) : [];
      const names = operator === '$rename' ? targets.flat() : targets.map(([name]) => name);
      if (names.some((name) => name === '_openid'))
        throw invalidParam('data: _openid belongs to the creator and cannot be changed');
    }
    return JSON.stringify(update);
  }

  /**
   * Pipeline stages, with a leading `$match` held against the read rule as a query would be [guess]. `$lookup`, also one inside
   * another, needs a foreign collection that everybody may read.
   */
  stages(given: unknown): { stageKey: string; stageValue: string }[] {
    if (!Array.isArray(given)) throw invalidParam('stages: an array is expected');
    const stages = given.map((stage: unknown) => this.stage(stage));
    const [first] = stages;
    const filter = first?.stageKey === '$match' && isFields(first.value) ? first.value : {};
    this.mustCover('read', filter, this.rules);
    return stages.map(({ stageKey, value }) => ({ stageKey, stageValue: JSON.stringify(value) }));
  }

  private stage(stage: unknown): { stageKey: string; value: Value } {
    const { stageKey, stageValue } = isFields(stage) ? stage : {};
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
      throw invalidParam('stages: each has a stageKey and a stageValue');
    const value = parse(stageValue, 'stages');
    for (const name of foreignCollections(stageKey, this.values(stageValue)))
      this.mustCover('read', {}, this.database.collectionRules(name));
    return { stageKey, value: stageKey === '$match' ? withOpenid(value, this.user.openid) : value };
  }

  private mustCover(operation: DatabaseOperation, filter: Fields, rules: DatabaseRules): void {
    const rule = ruleFor(rules, operation);
    if (!mayQuery(rule, this.values(JSON.stringify(filter)), this.world)) throw this.refusal(operation, rule);
  }

  private refusal(operation: DatabaseOperation, rule: boolean | string): RuleRefusal {
    const why = `the ${operation} rule of ${this.collection} is ${JSON.stringify(rule)}`;
    return new RuleRefusal('DATABASE_PERMISSION_DENIED', why);
  }

  private parsed(given: unknown, name: string): Fields {
    if (typeof given !== 'string') throw invalidParam(`${name}: EJSON text is expected`);
    const value = parse(given, name);
    if (!isFields(value)) throw invalidParam(`${name}: an object is expected`);
    return withOpenid(value, this.user.openid) as Fields;
  }

  private values(text: string): unknown {
    return decode(text, { serverTime: new Date(this.context.clock.now()) });
  }

  private lookedUp(collection: string, id: string): Fields | undefined {
    try {
      return this.database.get(collection, id) as Fields | undefined;
    } catch (error) {
      if (error instanceof CloudError) return undefined;
      throw error;
    }
  }
}

function parse(text: string, name: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch (error) {
    throw invalidParam(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
