import { TestDatabase } from './testDatabase';

let database: TestDatabase;
beforeEach(async () => {
  database = new TestDatabase();
  await database.add('things', { _id: 'a', n: 1 });
});
afterEach(() => database.close());

const on = (more: Record<string, unknown>) => ({ collectionName: 'things', ...more });

describe('a malformed request is refused by name, and changes nothing', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['getDocument', {}, 'collectionName must be a non-empty string'],
    ['getDocument', { collectionName: 7 }, 'collectionName must be a non-empty string'],
    ['getDocument', { collectionName: '' }, 'collectionName must be a non-empty string'],
    ['addCollection', { collectionName: null }, 'collectionName must be a non-empty string'],
    ['getDocument', on({ query: 5 }), 'query must be a string of extended JSON'],
    ['getDocument', on({ query: '{' }), 'query is not extended JSON: {'],
    ['getDocument', on({ query: '[]' }), 'query must hold an object, not array'],
    ['getDocument', on({ query: 'null' }), 'query must hold an object, not null'],
    ['getDocument', on({ queryType: 'ALL' }), 'queryType must be WHERE or DOC'],
    ['getDocument', on({ limit: 0 }), 'limit must be a whole number, 1 or more'],
    ['getDocument', on({ limit: '5' }), 'limit must be a whole number, 1 or more'],
    ['getDocument', on({ limit: 1.5 }), 'limit must be a whole number, 1 or more'],
    ['getDocument', on({ offset: -1 }), 'offset must be a whole number, 0 or more'],
    ['getDocument', on({ order: '{"a":2}' }), 'order must give each field 1 or -1'],
    ['getDocument', on({ order: '{"":1}' }), 'order must give each field 1 or -1'],
    ['getDocument', on({ projection: '"a"' }), 'projection must hold an object, not string'],
    ['getDocument', on({ transactionId: 5 }), 'transactionId must be a non-empty string'],
    ['insertDocument', on({}), 'data must be a non-empty array'],
    ['insertDocument', on({ data: [] }), 'data must be a non-empty array'],
    ['insertDocument', on({ data: [{}] }), 'data[0] must be a string of extended JSON'],
    ['insertDocument', on({ data: ['{}', '7'] }), 'data[1] must hold an object, not int'],
    ['modifyDocument', on({ query: '{}' }), 'data must be a string of extended JSON'],
    ['modifyDocument', on({ data: '{"$set":{"n":2}}', multi: 'yes' }), 'multi must be a boolean'],
    ['modifyDocument', on({ data: '{"$set":{"n":2}}', merge: 1 }), 'merge must be a boolean'],
    ['modifyAndReturnDoc', on({ data: 7 }), 'data must be a string of extended JSON'],
    ['removeDocument', on({ query: '{}', multi: 0 }), 'multi must be a boolean'],
    ['aggregateDocuments', on({}), 'stages must be an array'],
    ['aggregateDocuments', on({ stages: [5] }), 'stages[0] must be an object'],
    ['aggregateDocuments', on({ stages: [{ stageKey: '$match' }] }), 'stages[0] must have the strings'],
    [
      'aggregateDocuments',
      on({ stages: [{ stageKey: '$match', stageValue: '{' }] }),
      'stages[0].stageValue is not extended JSON',
    ],
    ['commitTransaction', {}, 'transactionId must be a non-empty string'],
    ['abortTransaction', { transactionId: '' }, 'transactionId must be a non-empty string'],
  ])('%s %j', async (action, params, message) => {
    await expect(database.call(action, params)).rejects.toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining(message),
    });
    expect(await database.find('things', {})).toEqual([{ _id: 'a', n: 1 }]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['getDocument', { query: '{"$explode":1}' }],
    ['getDocument', { query: '{"n":{"$explode":1}}' }],
    ['insertDocument', { data: ['{"$n":1}'] }],
    ['insertDocument', { data: ['{"_id":{"a":1}}'] }],
    ['insertDocument', { data: ['{"_id":null}'] }],
    ['modifyDocument', { query: '{"n":"none"}', data: '{"$explode":{"n":1}}' }],
    ['modifyDocument', { query: '{}', data: '{"n":1}', merge: true }],
    ['modifyDocument', { query: '{}', data: '{"$set":{"n":1}}', merge: false }],
    ['modifyDocument', { query: '{}', data: '{"$set":{"_id":"b"}}' }],
    ['aggregateDocuments', { stages: [{ stageKey: '$explode', stageValue: '{}' }] }],
  ])('%s %j, as the database refuses it', async (action, params) => {
    await expect(database.call(action, on(params))).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    expect(await database.find('things', {})).toEqual([{ _id: 'a', n: 1 }]);
  });

  it('a document over 16 MB', async () => {
    const data = [JSON.stringify({ text: 'x'.repeat(17 * 1024 * 1024) })];
    await expect(database.call('insertDocument', on({ data }))).rejects.toThrow('too large');
  });
});

describe('without parameters', () => {
  it('a query gives 100 documents and a limit at most 1000', async () => {
    await database.add(
      'things',
      Array.from({ length: 1100 }, (_none, n) => ({ n })),
    );
    expect((await database.call('getDocument', on({}))).list).toHaveLength(100);
    expect((await database.call('getDocument', on({ limit: 1050 }))).list).toHaveLength(1000);
    expect((await database.call('calculateDocument', on({ query: '' }))).total).toBe(1101);
  });

  it('an update or a removal is of one document', async () => {
    await database.add('things', { _id: 'b', n: 1 });
    expect(await database.call('modifyDocument', on({ data: '{"$set":{"n":2}}' }))).toEqual({ updated: 1 });
    expect(await database.call('removeDocument', on({}))).toEqual({ deleted: 1 });
    expect(await database.find('things', {})).toEqual([{ _id: 'b', n: 1 }]);
  });

  it('an update that names no field is refused and empties nothing', async () => {
    await database.add('things', { _id: 'c', keep: 1 });
    const empty = on({ query: '{"_id":"c"}', data: '{}' });
    await expect(database.call('modifyDocument', empty)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    await expect(database.call('modifyAndReturnDoc', empty)).rejects.toThrow('must not be empty');
    expect(await database.find('things', { _id: 'c' })).toEqual([{ _id: 'c', keep: 1 }]);
  });
});
