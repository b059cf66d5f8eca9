import { TestDatabase, type TestOptions } from './testDatabase';

const conflictText =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.';
const goneText =
  '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.';
const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT', message: conflictText };
const gone = { code: 'DATABASE_TRANSACTION_FAIL', message: goneText };

const people = {
  collections: [
    { name: 'things' },
    { name: 'people', indexes: [{ name: 'code', keys: [{ field: 'code', direction: '1' }], unique: true }] },
  ],
};

let database: TestDatabase;

function begin(options: TestOptions = {}): void {
  database = new TestDatabase({ database: people, ...options });
}

beforeEach(async () => {
  begin();
  await database.add('things', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ]);
});
afterEach(() => database.close());

const n = async (id: string) => (await database.get('things', id))?.n;

describe('locks', () => {
  it('make a second transaction’s write fail at once, and end that transaction', async () => {
    const [one, two] = [await database.start(), await database.start()];
    await database.update('things', 'a', { $inc: { n: 1 } }, one);
    await database.update('things', 'b', { $inc: { n: 1 } }, two);
    await expect(database.update('things', 'a', { $inc: { n: 1 } }, two)).rejects.toMatchObject(conflict);
    await expect(database.commit(two)).rejects.toMatchObject(gone);
    await database.update('things', 'b', { $inc: { n: 1 } }, one);
    await database.commit(one);
    expect([await n('a'), await n('b')]).toEqual([2, 2]);
  });

  it.each<[string, (scope: { transactionId: string }) => Promise<unknown>]>([
    ['add', (scope) => database.add('things', { _id: 'new' }, scope)],
    ['set', (scope) => database.set('things', 'new', { n: 1 }, scope)],
  ])('cover an _id that does not exist yet: %s', async (_name, write) => {
    const [one, two] = [await database.start(), await database.start()];
    await database.add('things', { _id: 'new' }, one);
    await expect(write(two)).rejects.toMatchObject(conflict);
  });

  it('cover a unique key that is not committed yet', async () => {
    const [one, two] = [await database.start(), await database.start()];
    await database.add('people', { _id: 'p', code: 'k' }, one);
    await expect(database.add('people', { _id: 'q', code: 'k' }, two)).rejects.toMatchObject(conflict);
  });

  it('cover a unique key that is given up', async () => {
    await database.add('people', { _id: 'p', code: 'k' });
    const [one, two] = [await database.start(), await database.start()];
    await database.update('people', 'p', { $set: { code: 'l' } }, one);
    await expect(database.add('people', { _id: 'q', code: 'k' }, two)).rejects.toMatchObject(conflict);
    await database.add('people', { _id: 'r', code: 'k' }, one);
    await database.commit(one);
    expect(await database.find('people', { code: 'k' })).toEqual([{ _id: 'r', code: 'k' }]);
  });

  it('make an ordinary write wait for the end, and look again', async () => {
    const one = await database.start();
    await database.update('things', 'a', { $set: { n: 10 } }, one);
    const done: string[] = [];
    const waiting = database.update('things', 'a', { $inc: { n: 1 } }).then(() => done.push('ordinary'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(done).toEqual([]);
    await database.commit(one);
    done.push('commit');
    await waiting;
    expect(done).toEqual(['commit', 'ordinary']);
    expect(await n('a')).toBe(11);
  });

  it('make an ordinary conditional write find nothing if the commit took what it looked for', async () => {
    const one = await database.start();
    await database.update('things', 'a', { $set: { n: 10 } }, one);
    const params = {
      collectionName: 'things',
      query: '{"_id":"a","n":1}',
      data: '{"$set":{"n":2}}',
      multi: true,
    };
    const waiting = database.call('modifyDocument', { ...params, merge: true });
    await database.commit(one);
    expect(await waiting).toEqual({ updated: 0 });
  });

  it('let an ordinary write of a unique key wait too', async () => {
    const one = await database.start();
    await database.add('people', { _id: 'p', code: 'k' }, one);
    const loser = database.add('people', { _id: 'q', code: 'k' });
    await database.commit(one);
    await expect(loser).rejects.toThrow('E11000');
    const two = await database.start();
    await database.add('people', { _id: 'r', code: 'm' }, two);
    const winner = database.add('people', { _id: 's', code: 'm' });
    await database.abort(two);
    expect(await winner).toEqual(['s']);
  });

  it('let an ordinary write that was rolled back to wait leave nothing half done', async () => {
    const one = await database.start();
    await database.update('things', 'b', { $set: { n: 10 } }, one);
    const params = {
      collectionName: 'things',
      query: '{}',
      data: '{"$inc":{"n":1}}',
      multi: true,
      merge: true,
    };
    const waiting = database.call('modifyDocument', params);
    expect(await n('a')).toBe(1);
    await database.commit(one);
    expect(await waiting).toEqual({ updated: 2 });
    expect([await n('a'), await n('b')]).toEqual([2, 11]);
  });
});

describe('unique keys in a transaction', () => {
  it('refuse a key that the snapshot holds, and end the transaction', async () => {
    await database.add('people', { _id: 'p', code: 'k' });
    const one = await database.start();
    await expect(database.add('people', { _id: 'q', code: 'k' }, one)).rejects.toThrow(
      /^\[FailedOperation\.Insert\].*E11000 duplicate key error collection: tnt-\w{9}\.people index: code dup key: { code: "k" }/,
    );
    await expect(database.commit(one)).rejects.toMatchObject(gone);
  });

  it('refuse a second document of the same transaction', async () => {
    const one = await database.start();
    await database.add('people', { _id: 'p', code: 'k' }, one);
    await expect(database.add('people', { _id: 'q', code: 'k' }, one)).rejects.toThrow('E11000');
  });

  it('conflict where the key was taken or given up after the snapshot', async () => {
    await database.add('people', { _id: 'p', code: 'k' });
    const [one, two] = [await database.start(), await database.start()];
    await database.get('people', 'p', one);
    await database.get('people', 'p', two);
    await database.add('people', { _id: 'q', code: 'l' });
    await database.remove('people', 'p');
    await expect(database.add('people', { _id: 'r', code: 'l' }, one)).rejects.toMatchObject(conflict);
    await expect(database.add('people', { _id: 's', code: 'k' }, two)).rejects.toMatchObject(conflict);
  });

  it('refuse an _id the snapshot holds', async () => {
    const one = await database.start();
    await expect(database.add('things', { _id: 'a' }, one)).rejects.toThrow(
      'index: _id_ dup key: { _id: "a" }',
    );
  });
});

describe('the end of a transaction', () => {
  it('comes by itself after its life, and frees its locks', async () => {
    database.close();
    begin({ transactionLife: 30 });
    await database.add('things', { _id: 'a', n: 1 });
    const one = await database.start();
    await database.update('things', 'a', { $set: { n: 2 } }, one);
    await database.update('things', 'a', { $inc: { n: 10 } });
    expect(await n('a')).toBe(11);
    await expect(database.commit(one)).rejects.toMatchObject(gone);
  });

  it.each(['commit', 'abort'] as const)('by %s leaves nothing to operate on', async (end) => {
    const one = await database.start();
    await database[end](one);
    await expect(database.get('things', 'a', one)).rejects.toMatchObject(gone);
    await expect(database.commit(one)).rejects.toMatchObject(gone);
    await expect(database.abort(one)).rejects.toMatchObject(gone);
  });

  it('comes with a refusal by the database, but not with a malformed request', async () => {
    const one = await database.start();
    await expect(
      database.call('getDocument', { collectionName: 'things', query: 5, ...one }),
    ).rejects.toThrow();
    await database.get('things', 'a', one);
    await expect(database.find('things', { $explode: 1 }, one)).rejects.toThrow('$explode');
    await expect(database.commit(one)).rejects.toMatchObject(gone);
  });

  it('comes when another state takes the place of this one', async () => {
    database.context.state.saveSnapshot('before');
    const one = await database.start();
    await database.add('things', { _id: 'x' }, one);
    let replaced = 0;
    database.service.engine.onReplaced(() => {
      replaced += 1;
    });
    await database.update('things', 'b', { $set: { n: 5 } });
    database.context.state.resetTo('before');
    expect(replaced).toBe(1);
    await expect(database.commit(one)).rejects.toMatchObject(gone);
    expect(await database.find('things', {})).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
  });
});

describe('a conflict fault', () => {
  it.each(['commitTransaction', 'getDocument'])(
    'at database.%s ends the transaction with a conflict',
    async (action) => {
      const one = await database.start();
      await database.update('things', 'a', { $set: { n: 2 } }, one);
      const fault = { id: 'f', point: `database.${action}`, kind: 'conflict', chance: 1, times: 1 };
      database.context.faults.add(fault);
      const struck = action === 'commitTransaction' ? database.commit(one) : database.get('things', 'b', one);
      await expect(struck).rejects.toMatchObject(conflict);
      await expect(database.commit(one)).rejects.toMatchObject(gone);
      expect(await n('a')).toBe(1);
    },
  );

  it('does not strike what is in no transaction', async () => {
    database.context.faults.add({ id: 'f', point: 'database.*', kind: 'conflict', chance: 1 });
    expect(await n('a')).toBe(1);
  });
});

describe('where in a transaction', () => {
  const query = { collectionName: 'things', queryType: 'WHERE', query: '{"n":1}' };

  it('is refused to functions, and the transaction goes on', async () => {
    const one = await database.start();
    for (const action of ['getDocument', 'calculateDocument', 'removeDocument']) {
      await expect(database.callAsFunction(action, { ...query, ...one })).rejects.toMatchObject({
        code: 'INVALID_PARAM',
      });
    }
    const change = { ...query, data: '{"$set":{"n":2}}', merge: true, ...one };
    for (const action of ['modifyDocument', 'modifyAndReturnDoc']) {
      await expect(database.callAsFunction(action, change)).rejects.toThrow('where() is not allowed');
    }
    const doc = { ...query, queryType: 'DOC', query: '{"_id":"a"}', ...one };
    expect((await database.callAsFunction('getDocument', doc)).list).toHaveLength(1);
    await database.commit(one);
  });

  it.each([
    ['always', false],
    ['never', true],
    ['functions', true],
  ] as const)('by an outside script with strictTransactions %s: allowed %s', async (strict, isAllowed) => {
    database.close();
    begin({ settings: { strictTransactions: strict } });
    const one = await database.start();
    const asked = database.call('getDocument', { ...query, ...one });
    if (isAllowed) expect((await asked).list).toEqual([]);
    else await expect(asked).rejects.toThrow('where() is not allowed');
  });
});
