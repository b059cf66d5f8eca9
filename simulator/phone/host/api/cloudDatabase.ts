import { Db } from '@cloudbase/database';
import { ApiRefusal, byConvention } from './convention';
import type { Gateway } from './gateway';
import { passOver, watchOn } from './watches';

/** A query of the vendor's own database client, which speaks the cloud's wire; the parts of it that are used here. */
interface Query {
  get(): Promise<{ data: unknown[]; requestId: string }>;
  count(): Promise<{ total: number }>;
  update(data: object): Promise<{ updated?: number }>;
  remove(): Promise<{ deleted?: number }>;
  watch(options: object): unknown;
  where(filter: object): Query;
  orderBy(field: string, order: string): Query;
  limit(count: number): Query;
  skip(count: number): Query;
  field(projection: object): Query;
}

interface Document {
  get(): Promise<{ data: unknown[] }>;
  set(data: object): Promise<{ updated?: number; upsertedId?: unknown }>;
  update(data: object): Promise<{ updated?: number }>;
  remove(): Promise<{ deleted?: number }>;
  watch(options: object): unknown;
}

interface Collection extends Query {
  add(data: object): Promise<{ id?: string }>;
  doc(id: string | number): Document;
}

/** `wx.cloud.database()`: the calls and results that mini-programs know, over the vendor's own client. */
export function createDatabase(gateway: Gateway, envId: string) {
  connect(gateway, envId);
  // Without an environment the vendor's client never finishes its realtime log-in.
  const database = new Db({ env: envId } as ConstructorParameters<typeof Db>[0]);
  return {
    command: database.command,
    Geo: database.Geo,
    RegExp: database.RegExp,
    serverDate: (options?: { offset: number }) => database.serverDate(options as never),
    collection: (name: string) => collectionApi(database.collection(name) as unknown as Collection),
  };
}

function collectionApi(collection: Collection) {
  return {
    ...queryApi(collection),
    add: byConvention('collection.add', async (options) => {
      const { id } = await collection.add(dataOf(options));
      return { _id: id };
    }),
    doc: (id: string | number) => documentApi(collection.doc(id), id),
  };
}

function queryApi(query: Query): object {
  return {
    where: (filter: object) => queryApi(query.where(filter)),
    orderBy: (field: string, order: string) => queryApi(query.orderBy(field, order)),
    limit: (count: number) => queryApi(query.limit(count)),
    skip: (count: number) => queryApi(query.skip(count)),
    field: (projection: object) => queryApi(query.field(projection)),
    get: byConvention('collection.get', async () => ({ data: (await query.get()).data })),
    count: byConvention('collection.count', async () => ({ total: (await query.count()).total })),
    update: byConvention('collection.update', async (options) => {
      const { updated = 0 } = await query.update(dataOf(options));
      return { stats: { updated } };
    }),
    remove: byConvention('collection.remove', async () => {
      const { deleted = 0 } = await query.remove();
      return { stats: { removed: deleted } };
    }),
    watch: (options: object) => watchOn(query, options),
  };
}

function documentApi(document: Document, id: string | number) {
  return {
    get: byConvention('document.get', async () => {
      const [data] = (await document.get()).data;
      if (data === undefined)
        throw new ApiRefusal(
          `cannot find document with _id ${id}, please make sure that the document exists and you have the corresponding access permission`,
          { errCode: -1 },
        );
      return { data };
    }),
    set: byConvention('document.set', async (options) => {
      const { updated = 0, upsertedId } = await document.set(dataOf(options));
      return { _id: id, stats: { updated, created: upsertedId === undefined ? 0 : 1 } };
    }),
    update: byConvention('document.update', async (options) => {
      const { updated = 0 } = await document.update(dataOf(options));
      return { stats: { updated } };
    }),
    remove: byConvention('document.remove', async () => {
      const { deleted = 0 } = await document.remove();
      return { stats: { removed: deleted } };
    }),
    watch: (options: object) => watchOn(document, options),
  };
}

function dataOf(options: object): object {
  const { data } = options as { data?: unknown };
  if (typeof data !== 'object' || data === null) {
    throw new ApiRefusal('parameter.data should be object instead of undefined', { errCode: -401003 });
  }
  return data;
}

/** Leads the vendor's client to the phone's own server, which adds who the user is. */
function connect(gateway: Gateway, envId: string): void {
  const wsUrl = `${location.origin.replace(/^http/, 'ws')}/phone/realtime`;
  const sign = { data: { signStr: '', wsUrl, secretVersion: 0, envId } };
  Db.reqClass = class {
    send(action: string, params: object): Promise<unknown> {
      return action === 'auth.wsWebSign'
        ? Promise.resolve(sign)
        : gateway.ask('/database', { action, ...params });
    }
  };
  Db.wsClass = WebSocket;
  // Before whoever counts what nobody caught.
  addEventListener('unhandledrejection', passOver, { capture: true });
}
