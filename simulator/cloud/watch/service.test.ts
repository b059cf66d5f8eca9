import { TestWatch } from './testWatch';

let room: TestWatch;
const shape = (event: { ID: number; DataType: string; QueueType: string; DocID: unknown }) =>
  `${event.ID} ${event.DataType}/${event.QueueType} ${event.DocID}`;

beforeEach(() => {
  room = new TestWatch();
});
afterEach(() => {
  room.close();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('logging in', () => {
  test('a session, or a signature from the SDK, opens the door', async () => {
    const session = room.users.openSession(room.user.openid);
    const envId = room.database.context.settings.envId;
    expect(room.client().login({ accessToken: session })).toEqual({
      msgType: 'LOGIN_RES',
      requestId: 'r1',
      msgData: { envId },
    });
    expect(room.client().login({ signStr: await room.signature() })).toMatchObject({ msgData: { envId } });
  });

  test.each([
    ['a forged session', { accessToken: 'forged' }, 'CHECK_LOGIN_FAILED'],
    ['a forged signature', { signStr: 'forged' }, 'SIGN_INVALID_ERROR'],
    ['nothing', {}, 'SIGN_INVALID_ERROR'],
  ])('%s is refused in the answer to LOGIN', (_what, login, code) => {
    expect(room.client().login(login)).toMatchObject({ msgType: 'LOGIN_RES', msgData: { code } });
  });

  test('a signature runs out after ten minutes of real time', async () => {
    const signStr = await room.signature();
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 600_001);
    expect(room.client().login({ signStr })).toMatchObject({ msgData: { code: 'SIGN_EXPIRED_ERROR' } });
  });

  test('nobody watches before', () => {
    expect(room.client().watch('news')).toMatchObject({
      msgType: 'ERROR',
      watchId: 'w1',
      msgData: { code: 'CHECK_LOGIN_FAILED' },
    });
  });

  test('a ping is answered, also before', () => {
    expect(room.client().say('PING')).toMatchObject({ msgType: 'PONG', msgData: null });
  });
});

describe('watching', () => {
  test('begins with what there is and goes on with every commit, numbered without gaps', async () => {
    await room.database.add('news', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ]);
    const client = await room.loggedIn('script');
    const begin = client.watch('news', { n: { $gt: { $numberInt: '0' } } });
    expect(begin).toMatchObject({ msgType: 'INIT_EVENT', watchId: 'w1', msgData: { currEvent: 1 } });
    expect(begin?.msgData.events.map(shape)).toEqual(['1 init/init b', '1 init/init a']);
    await room.database.add('news', { _id: 'c', n: 3 });
    await room.database.update('news', 'a', { $set: { n: 0 } });
    await room.database.call('removeDocument', {
      collectionName: 'news',
      queryType: 'DOC',
      query: '{"_id":"b"}',
    });
    await room.database.add('hidden', { _id: 'x', n: 9 });
    expect(client.pushed().map(shape)).toEqual([
      '2 add/enqueue c',
      '3 update/dequeue a',
      '4 remove/dequeue b',
    ]);
    expect(client.received.at(-1)).toMatchObject({ watchId: 'w1', msgData: { currEvent: 4 } });
  });

  test('a transaction is seen at its commit and not before', async () => {
    const client = await room.loggedIn('script');
    client.watch('news');
    const scope = await room.database.start();
    await room.database.add('news', { _id: 'a' }, scope);
    await room.database.add('news', { _id: 'b' }, scope);
    expect(client.pushed()).toEqual([]);
    await room.database.commit(scope);
    expect(client.pushed().map(shape)).toEqual(['2 add/enqueue a', '3 add/enqueue b']);
  });

  test('a transaction that touches several shown documents of a limited watch loses none', async () => {
    await room.database.add('news', [{ _id: 'a' }, { _id: 'b' }]);
    const client = await room.loggedIn('script');
    client.watch('news', {}, { limit: 2, orderBy: { _id: 'asc' } });
    const scope = await room.database.start();
    await room.database.update('news', 'a', { $set: { x: 1 } }, scope);
    await room.database.update('news', 'b', { $set: { x: 2 } }, scope);
    await room.database.commit(scope);
    const docs = client.pushed().map(({ Doc }) => JSON.parse(Doc) as unknown);
    expect(docs).toEqual([
      { _id: 'a', x: 1 },
      { _id: 'b', x: 2 },
    ]);
  });

  test('orderBy and limit make a window', async () => {
    await room.database.add(
      'news',
      [1, 2, 3].map((n) => ({ _id: `d${n}`, n })),
    );
    const client = await room.loggedIn('script');
    const begin = client.watch('news', {}, { limit: 2, orderBy: { n: 'desc' } });
    expect(begin?.msgData.events.map(shape)).toEqual(['1 init/init d3', '1 init/init d2']);
    await room.database.add('news', { _id: 'd4', n: 4 });
    expect(client.pushed().map(shape)).toEqual(['2 limit/dequeue d2', '2 add/enqueue d4']);
  });

  test('the query of where(), wrapped twice by the SDK, is read as well', async () => {
    await room.database.add('news', { _id: 'a', at: new Date(1000) });
    const client = await room.loggedIn('script');
    const query = JSON.stringify({ at: { $gt: { $date: { $numberLong: '0' } } } });
    expect(client.watch('news', query)?.msgData.events.map(shape)).toEqual(['1 init/init a']);
    expect(client.watch('news', '')?.msgData.events.map(shape)).toEqual(['1 init/init a']);
  });

  test('closing ends it', async () => {
    const client = await room.loggedIn('script');
    client.watch('news');
    client.say('CLOSE_WATCH');
    await room.database.add('news', { _id: 'a' });
    expect(client.pushed()).toEqual([]);
    expect(room.service.list()).toEqual([]);
  });

  test.each<[string, string, unknown, object, string]>([
    ['a missing collection', 'missing', {}, {}, 'DATABASE_COLLECTION_NOT_EXIST'],
    ['an unknown operator', 'news', { a: { $foo: 1 } }, {}, 'DATABASE_REQUEST_FAILED'],
    ['a limit above 200', 'news', {}, { limit: 201 }, 'INVALID_PARAM'],
    [
      'six fields to sort by',
      'news',
      {},
      { orderBy: Object.fromEntries([...'abcdef'].map((name) => [name, 'asc'])) },
      'INVALID_PARAM',
    ],
    ['a query that is no object', 'news', [1], {}, 'INVALID_PARAM'],
  ])('%s is refused', async (_what, collection, query, more, code) => {
    const client = await room.loggedIn('script');
    expect(client.watch(collection, query, more)).toMatchObject({
      msgType: 'ERROR',
      watchId: 'w1',
      msgData: { code, message: expect.any(String) },
    });
    expect(room.service.list()).toEqual([]);
  });

  test.each([
    ['no JSON', '{'],
    ['an unknown message', '{"requestId":"r","watchId":"w1","msgType":"FLY","msgData":{}}'],
    ['a list', '[]'],
    ['a watch without its data', '{"requestId":"r","watchId":"w1","msgType":"INIT_WATCH","msgData":{}}'],
  ])('%s is refused and the connection goes on', async (_what, text) => {
    const client = await room.loggedIn('script');
    client.raw(text);
    expect(client.received.at(-1)).toMatchObject({ msgType: 'ERROR', msgData: { code: 'INVALID_PARAM' } });
    expect(client.watch('news')).toMatchObject({ msgType: 'INIT_EVENT' });
  });

  test('5,000 documents are the most, at the start and later', async () => {
    await room.database.add(
      'news',
      Array.from({ length: 5000 }, (_, n) => ({ _id: `d${n}` })),
    );
    const client = await room.loggedIn('script');
    expect(client.watch('news')?.msgData.events).toHaveLength(5000);
    await room.database.add('news', { _id: 'one more' });
    expect(client.received.at(-1)).toMatchObject({
      msgType: 'ERROR',
      watchId: 'w1',
      msgData: { code: 'EXCEED_LIMIT', message: expect.stringContaining('5000') },
    });
    expect(client.watch('news')).toMatchObject({ msgData: { code: 'EXCEED_LIMIT' } });
    expect(room.service.list()).toEqual([]);
  });
});

describe('a phone', () => {
  test('watches its own rows and no others', async () => {
    const { openid } = room.user;
    const client = await room.loggedIn('user');
    expect(client.watch('todos', { _openid: '{openid}' })).toMatchObject({ msgType: 'INIT_EVENT' });
    await room.database.add('todos', { _id: 'mine', _openid: openid });
    await room.database.add('todos', { _id: 'other', _openid: 'oOther' });
    expect(client.pushed().map(shape)).toEqual(['2 add/enqueue mine']);
  });

  test.each<[string, string, unknown]>([
    ['without the owner', 'todos', {}],
    ["another's rows", 'todos', { _openid: 'oOther' }],
    ['a closed collection', 'hidden', {}],
  ])('may not watch %s', async (_what, collection, query) => {
    const client = await room.loggedIn('user');
    expect(client.watch(collection, query)).toMatchObject({
      msgType: 'ERROR',
      msgData: { code: 'COLLECTION_PERMISSION_DENIED' },
    });
    const log = room.database.context.log.find({ what: `watch ${collection}` });
    expect(log).toMatchObject([{ who: room.user.openid, outcome: 'refused' }]);
  });

  test("cannot take over another's watch", async () => {
    const script = await room.loggedIn('script');
    const queryID = script.watch('news')?.msgData.queryID;
    const client = await room.loggedIn('user');
    for (const msgType of ['REBUILD_WATCH', 'CHECK_LAST'])
      expect(client.say(msgType, { queryID, eventID: 1 })).toMatchObject({
        msgType: 'ERROR',
        msgData: { code: 'QUERYID_INVALID_ERROR' },
      });
  });
});

describe('losing the connection', () => {
  test('nothing is lost between two connections', async () => {
    const first = await room.loggedIn('user');
    const queryID = first.watch('news')?.msgData.queryID;
    await room.database.add('news', { _id: 'a' });
    expect(room.service.cutConnections()).toBe(1);
    expect(first.isCut).toBe(true);
    await room.database.add('news', [{ _id: 'b' }, { _id: 'c' }]);
    const second = await room.loggedIn('user');
    const answer = second.say('REBUILD_WATCH', { queryID, collName: 'news', eventID: 2 });
    expect(answer).toMatchObject({ msgType: 'NEXT_EVENT', msgData: { currEvent: 4 } });
    expect(answer?.msgData.events.map(shape)).toEqual(['3 add/enqueue b', '4 add/enqueue c']);
    await room.database.add('news', { _id: 'd' });
    expect(second.pushed().map(shape)).toEqual(['5 add/enqueue d']);
    expect(first.pushed()).toHaveLength(1);
  });

  test('a client that lacks nothing is told so, and one that lacks something learns it by CHECK_LAST', async () => {
    const client = await room.loggedIn('script');
    const queryID = client.watch('news')?.msgData.queryID;
    expect(client.say('REBUILD_WATCH', { queryID, eventID: 1 })?.msgData).toEqual({
      queryID,
      currEvent: 1,
      events: [],
    });
    await room.database.add('news', { _id: 'a' });
    expect(client.say('CHECK_LAST', { queryID, eventID: 1 })).toMatchObject({
      msgType: 'CHECK_EVENT',
      msgData: { queryID, currEvent: 2 },
    });
  });

  test('one that missed too much begins anew', async () => {
    const client = await room.loggedIn('script');
    const queryID = client.watch('news')?.msgData.queryID;
    await room.database.add('news', { _id: 'a' });
    client.say('CHECK_LAST', { queryID, eventID: 2 });
    const answer = client.say('REBUILD_WATCH', { queryID, eventID: 1 });
    expect(answer?.msgData.events.map(shape)).toEqual(['2 init/init a']);
  });

  test('a client that stays away for five minutes finds its watch gone', async () => {
    jest.useFakeTimers({ doNotFake: ['Date', 'performance', 'nextTick', 'setImmediate', 'queueMicrotask'] });
    const first = await room.loggedIn('user');
    const queryID = first.watch('news')?.msgData.queryID;
    first.disconnect();
    jest.advanceTimersByTime(299_000);
    expect(room.service.list()).toHaveLength(1);
    jest.advanceTimersByTime(2000);
    const second = await room.loggedIn('user');
    expect(second.say('REBUILD_WATCH', { queryID, eventID: 1 })).toMatchObject({
      msgData: { code: 'QUERYID_INVALID_ERROR' },
    });
  });
});

test('after a reset every watch begins anew, from what the other state has', async () => {
  await room.database.add('news', { _id: 'a' });
  room.database.context.state.saveSnapshot('one');
  await room.database.add('news', { _id: 'b' });
  const client = await room.loggedIn('script');
  client.watch('news');
  room.database.context.state.resetTo('one');
  expect(client.pushed().map(shape)).toEqual(['2 init/init a']);
  await room.database.add('news', { _id: 'c' });
  expect(client.pushed().map(shape)).toEqual(['2 init/init a', '3 add/enqueue c']);
});
