import { createTestGateway, type TestGateway } from './testGateway';

let gate: TestGateway;

beforeEach(() => {
  gate = createTestGateway();
});
afterEach(() => gate.context.state.close());

describe('the database under rules', () => {
  const find = (collectionName: string, filter?: unknown, more = {}) =>
    gate.database('getDocument', {
      collectionName,
      queryType: 'WHERE',
      query: filter && JSON.stringify(filter),
      ...more,
    });
  const refused = { errCode: -502003, errMsg: expect.stringContaining('database permission denied') };

  test('{openid} is filled in, and the rule is satisfied by it', async () => {
    expect(await find('todos', { _openid: '{openid}', done: { $gt: { $numberInt: '1' } } })).toMatchObject({
      data: { list: [] },
    });
    expect(gate.asked).toEqual([
      {
        action: 'database.getDocument',
        openid: gate.user.openid,
        params: {
          collectionName: 'todos',
          queryType: 'WHERE',
          query: JSON.stringify({ _openid: gate.user.openid, done: { $gt: { $numberInt: '1' } } }),
          limit: 20,
        },
      },
    ]);
  });

  test.each([
    [undefined, 20],
    [5, 5],
    [100, 20],
    [-1, 20],
  ])('a limit of %p means %p rows', async (limit, rows) => {
    await find('news', undefined, { limit, offset: 3, order: [], projection: '{}' });
    expect(gate.asked[0]?.params).toEqual({
      collectionName: 'news',
      queryType: 'WHERE',
      limit: rows,
      offset: 3,
      order: [],
      projection: '{}',
    });
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['reading without the owner', 'getDocument', { collectionName: 'todos', query: '{}' }],
    ["reading another's rows", 'getDocument', { collectionName: 'todos', query: '{"_openid":"oOther"}' }],
    [
      'doc(id) under an owner rule',
      'getDocument',
      { collectionName: 'todos', queryType: 'DOC', query: '{"_id":"x"}' },
    ],
    ['reading what nobody may', 'getDocument', { collectionName: 'hidden' }],
    ['counting what nobody may', 'calculateDocument', { collectionName: 'hidden' }],
    ['creating where nobody may', 'insertDocument', { collectionName: 'news', data: ['{}'] }],
    [
      'content the rule forbids',
      'insertDocument',
      { collectionName: 'board', data: ['{"publisher":"oOther"}'] },
    ],
    [
      'one bad document of two',
      'insertDocument',
      { collectionName: 'board', data: ['{"publisher":"{openid}"}', '{}'] },
    ],
    [
      'updating without the owner',
      'modifyDocument',
      { collectionName: 'todos', query: '{}', data: '{}', merge: true },
    ],
    ['removing without the owner', 'removeDocument', { collectionName: 'board', query: '', multi: true }],
    [
      'set where create is forbidden',
      'modifyDocument',
      { collectionName: 'board', query: '{"_id":"x"}', data: '{}' },
    ],
    ['aggregating without a match', 'aggregateDocuments', { collectionName: 'todos', stages: [] }],
    [
      'a match that comes late',
      'aggregateDocuments',
      {
        collectionName: 'todos',
        stages: [
          { stageKey: '$limit', stageValue: '1' },
          { stageKey: '$match', stageValue: '{"_openid":"{openid}"}' },
        ],
      },
    ],
    [
      'a lookup into what nobody may read',
      'aggregateDocuments',
      { collectionName: 'news', stages: [{ stageKey: '$lookup', stageValue: '{"from":"hidden"}' }] },
    ],
    ...[
      ['a lookup inside a lookup', '$lookup', '{"from":"news","pipeline":[{"$lookup":{"from":"hidden"}}]}'],
      ['a lookup inside a facet', '$facet', '{"all":[{"$limit":1},{"$lookup":{"from":"hidden"}}]}'],
    ].map(([what, stageKey, stageValue]): [string, string, Record<string, unknown>] => [
      `${what} into what nobody may read`,
      'aggregateDocuments',
      { collectionName: 'news', stages: [{ stageKey, stageValue }] },
    ]),
  ])('%s is refused', async (_what, name, params) => {
    expect(await gate.database(name, params)).toMatchObject(refused);
    expect(gate.asked).toEqual([]);
    expect(gate.lastLog()).toMatchObject({ outcome: 'refused', detail: expect.stringContaining('rule of') });
  });

  test('new documents get the creator', async () => {
    await gate.database('insertDocument', {
      collectionName: 'board',
      data: ['{"publisher":"{openid}","n":{"$numberInt":"1"}}'],
    });
    const content = { publisher: gate.user.openid, n: { $numberInt: '1' }, _openid: gate.user.openid };
    expect(gate.asked[0]?.params).toEqual({ collectionName: 'board', data: [JSON.stringify(content)] });
  });

  test('set replaces and keeps the caller as creator', async () => {
    const params = {
      collectionName: 'todos',
      query: `{"_openid":"{openid}"}`,
      data: '{"a":1}',
      upsert: true,
      merge: false,
    };
    await gate.database('modifyDocument', params);
    expect(gate.asked[0]?.params).toMatchObject({
      data: `{"a":1,"_openid":"${gate.user.openid}"}`,
      upsert: true,
    });
  });

  test.each([
    ['insertDocument', { data: ['{"_openid":"oOther"}'] }],
    ['insertDocument', { data: ['{"_openid":"{openid}"}'] }],
    ['modifyDocument', { merge: true, data: '{"$set":{"_openid":"oOther"}}' }],
    ['modifyDocument', { merge: true, data: '{"$unset":{"_openid":""}}' }],
    ['modifyDocument', { merge: true, data: '{"$rename":{"a":"_openid"}}' }],
    ['modifyDocument', { merge: false, data: '{"_openid":"oOther"}' }],
  ])('%s with %j may not touch _openid', async (name, params) => {
    const answer = await gate.database(name, {
      collectionName: 'todos',
      query: '{"_openid":"{openid}"}',
      ...params,
    });
    expect(answer).toMatchObject({ errCode: -501007, errMsg: expect.stringContaining('_openid') });
    expect(gate.asked).toEqual([]);
  });

  test('a batch update and a batch remove of own rows go through', async () => {
    const query = '{"_openid":"{openid}"}';
    const data = '{"$inc":{"n":{"$numberInt":"1"}},"$set":{"by":"{openid}"}}';
    await gate.database('modifyDocument', {
      collectionName: 'todos',
      queryType: 'WHERE',
      query,
      data,
      multi: true,
      merge: true,
    });
    await gate.database('removeDocument', {
      collectionName: 'todos',
      queryType: 'WHERE',
      query,
      multi: true,
    });
    expect(gate.asked.map(({ params }) => params)).toMatchObject([
      { multi: true, merge: true, upsert: false, data: data.replace('{openid}', gate.user.openid) },
      { multi: true, query: query.replace('{openid}', gate.user.openid) },
    ]);
  });

  test('aggregation starts from own rows', async () => {
    const stages = [
      { stageKey: '$match', stageValue: '{"_openid":"{openid}"}' },
      { stageKey: '$lookup', stageValue: '{"from":"news"}' },
    ];
    await gate.database('aggregateDocuments', { collectionName: 'todos', stages });
    expect(gate.asked[0]?.params).toEqual({
      collectionName: 'todos',
      stages: [{ stageKey: '$match', stageValue: `{"_openid":"${gate.user.openid}"}` }, stages[1]],
    });
  });

  test.each(['addCollection', 'startTransaction', 'modifyAndReturnDoc', 'runCommands'])(
    '%s is not for phones',
    async (name) => {
      expect(await gate.database(name, { collectionName: 'news' })).toMatchObject({
        errCode: -501021,
        errMsg: expect.stringContaining(`database.${name} is not offered to mini-programs`),
      });
      expect(gate.asked).toEqual([]);
    },
  );

  test('a transaction is not for phones', async () => {
    expect(await find('news', {}, { transactionId: 't' })).toMatchObject({ errCode: -501021 });
  });

  test.each<[Record<string, unknown>, number, string]>([
    [{ collectionName: 'missing' }, -502005, 'database collection not exists'],
    [{ collectionName: 7 }, -501007, 'collectionName'],
    [{ collectionName: 'news', query: '{' }, -501007, 'query'],
    [{ collectionName: 'news', query: '[]' }, -501007, 'an object is expected'],
    [{ collectionName: 'news', query: {} }, -501007, 'EJSON text'],
  ])('%j is refused by name', async (params, errCode, complaint) => {
    expect(await gate.database('getDocument', params)).toMatchObject({
      errCode,
      errMsg: expect.stringContaining(complaint),
    });
  });
});
