import { createRequire } from 'node:module';
import type { WatchService } from './service';
import { TestWatch } from './testWatch';

// The client is the SDK's own, unmodified; only its network is replaced: requests and sockets go straight to the rooms.
interface Snapshot {
  readonly id: number;
  readonly type?: string;
  readonly docs: readonly Record<string, unknown>[];
  readonly docChanges: readonly { dataType: string; queueType: string; docId: string }[];
}
interface Watchable {
  where(query: object): Watchable;
  limit(count: number): Watchable;
  doc(id: string): Watchable;
  watch(handlers: { onChange(snapshot: Snapshot): void; onError(error: Error): void }): {
    close(): Promise<void>;
  };
}
interface DatabaseClass {
  new (config: object): { collection(name: string): Watchable; command: { gt(value: number): unknown } };
  reqClass: unknown;
  wsClass: unknown;
  ws: unknown;
}

const fromSdk = createRequire(require.resolve('wx-server-sdk'));
const nodeSdk = createRequire(fromSdk.resolve('@cloudbase/node-sdk'));
const { Db } = nodeSdk('@cloudbase/database') as { Db: DatabaseClass };

let room: TestWatch;
let sockets: LocalSocket[];
let watchers: { close(): Promise<void> }[];

// The client never stops its own timers, not even after close().
beforeAll(() => {
  jest.useFakeTimers({
    doNotFake: ['Date', 'performance', 'nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask'],
  });
});
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  for (const method of ['log', 'warn', 'error'] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
  room = new TestWatch();
  sockets = [];
  watchers = [];
  Db.ws = undefined;
  Db.reqClass = class {
    async send(action: string, params: Record<string, unknown>) {
      const call = { caller: { appid: 'wx', source: '', clientIp: '' }, requestId: 'r', parts: new Map() };
      return room.service.actions[action]?.(params, call);
    }
  };
  Db.wsClass = function connect() {
    const socket = new LocalSocket(room.service);
    sockets.push(socket);
    return socket;
  };
});
afterEach(async () => {
  for (const watcher of watchers) await watcher.close();
  await until(() => sockets.every(({ isSilent }) => isSilent));
  room.close();
  jest.restoreAllMocks();
});

/** A WebSocket without a network; messages arrive in a later turn, as they do over one. */
class LocalSocket {
  readyState = 1;
  isSilent = false;
  onopen?: (event: object) => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number; reason: string }) => void;
  onerror?: (event: object) => void;
  private readonly connection: ReturnType<WatchService['connect']>;

  constructor(service: WatchService) {
    this.connection = service.connect({
      send: (data) => setImmediate(() => this.onmessage?.({ data })),
      terminate: () => this.close(1006),
    });
    setImmediate(() => this.onopen?.({}));
  }

  send(text: string): void {
    this.connection.receive(text);
  }

  close(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.connection.closed();
    setImmediate(() => {
      this.onclose?.({ code, reason: '' });
      this.isSilent = true;
    });
  }
}

function watch(build: (collection: Watchable) => Watchable, name = 'news') {
  const db = new Db({ env: 'e' });
  const snapshots: Snapshot[] = [];
  const errors: Error[] = [];
  watchers.push(
    build(db.collection(name)).watch({
      onChange: (snapshot) => snapshots.push(snapshot),
      onError: (error) => errors.push(error),
    }),
  );
  return { snapshots, errors };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

test("the SDK's client begins with the present list and follows add, update and remove", async () => {
  await room.database.add('news', { _id: 'a', n: 1, deep: { x: 1 } });
  const { command } = new Db({ env: 'e' });
  const { snapshots, errors } = watch((news) => news.where({ n: command.gt(0) }));
  await until(() => snapshots.length === 1);
  await room.database.add('news', { _id: 'b', n: 2 });
  await room.database.update('news', 'a', { $set: { 'deep.x': 2 }, $unset: { gone: '' } });
  await room.database.update('news', 'b', { $set: { n: 0 } });
  await room.database.call('removeDocument', {
    collectionName: 'news',
    queryType: 'DOC',
    query: '{"_id":"a"}',
  });
  await until(() => snapshots.length === 5);
  expect(snapshots.map(({ docs }) => docs.map(({ _id }) => _id))).toEqual([
    ['a'],
    ['a', 'b'],
    ['a', 'b'],
    ['a'],
    [],
  ]);
  const changes = snapshots.flatMap(({ docChanges }) =>
    docChanges.map(({ dataType, queueType, docId }) => `${dataType}/${queueType} ${docId}`),
  );
  expect(changes).toEqual([
    'init/init a',
    'add/enqueue b',
    'update/update a',
    'update/dequeue b',
    'remove/dequeue a',
  ]);
  expect(snapshots[2]?.docs[0]).toEqual({ _id: 'a', n: 1, deep: { x: 2 } });
  expect(errors).toEqual([]);
});

test('an empty list is a beginning too, and one document can be watched', async () => {
  const { snapshots } = watch((news) => news.doc('a'));
  await until(() => snapshots.length === 1);
  expect(snapshots[0]).toMatchObject({ docs: [], type: 'init' });
  await room.database.add('news', [{ _id: 'b' }, { _id: 'a' }]);
  await until(() => snapshots.length === 2);
  expect(snapshots[1]?.docs).toEqual([{ _id: 'a' }]);
});

test('a limit reaches the server, where the default order is by _id, descending', async () => {
  await room.database.add('news', [{ _id: 'd1' }, { _id: 'd2' }, { _id: 'd3' }]);
  const { snapshots } = watch((news) => news.limit(2));
  await until(() => snapshots.length === 1);
  await room.database.call('removeDocument', {
    collectionName: 'news',
    queryType: 'DOC',
    query: '{"_id":"d3"}',
  });
  await until(() => snapshots.length === 2);
  expect(snapshots.map(({ docs }) => docs.map(({ _id }) => _id))).toEqual([
    ['d3', 'd2'],
    ['d2', 'd1'],
  ]);
});

test('the client comes back by itself after a cut and has missed nothing', async () => {
  const { snapshots, errors } = watch((news) => news);
  await until(() => snapshots.length === 1);
  await room.database.add('news', { _id: 'a' });
  await until(() => snapshots.length === 2);
  room.service.cutConnections();
  await room.database.add('news', [{ _id: 'b' }, { _id: 'c' }]);
  await until(() => snapshots.length === 4);
  await room.database.add('news', { _id: 'd' });
  await until(() => snapshots.length === 5);
  expect(snapshots.at(-1)?.docs.map(({ _id }) => _id)).toEqual(['a', 'b', 'c', 'd']);
  expect(sockets).toHaveLength(2);
  expect(errors).toEqual([]);
});

test('a reset of the state gives the client a new beginning', async () => {
  await room.database.add('news', { _id: 'a' });
  room.database.context.state.saveSnapshot('one');
  await room.database.add('news', { _id: 'b' });
  const { snapshots, errors } = watch((news) => news);
  await until(() => snapshots.length === 1);
  room.database.context.state.resetTo('one');
  await until(() => snapshots.length === 2);
  expect(snapshots[1]?.docs).toEqual([{ _id: 'a' }]);
  expect(errors).toEqual([]);
});
