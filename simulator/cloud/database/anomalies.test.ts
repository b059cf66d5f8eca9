import type { Value } from './semantics/document';
import { TestDatabase } from './testDatabase';

type Doc = Record<string, Value>;

const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT' };

let database: TestDatabase;
beforeEach(async () => {
  database = new TestDatabase();
  await database.add('things', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ]);
});
afterEach(() => database.close());

const ids = (documents: Doc[]) => documents.map(({ _id }) => _id);
const n = async (id: string) => (await database.get('things', id))?.n;

describe('anomalies', () => {
  it('no dirty read: nobody sees what is not committed', async () => {
    const one = await database.start();
    await database.update('things', 'a', { $set: { n: 2 } }, one);
    await database.add('things', { _id: 'new' }, one);
    await database.remove('things', 'b', one);
    expect(await n('a')).toBe(1);
    expect(ids(await database.find('things', {}))).toEqual(['a', 'b']);
    const two = await database.start();
    expect(ids(await database.find('things', {}, two))).toEqual(['a', 'b']);
    await database.commit(one);
    expect(ids(await database.find('things', {}))).toEqual(['a', 'new']);
    expect(await n('a')).toBe(2);
  });

  it('no non-repeatable read and no phantom: a snapshot stays as it was', async () => {
    const one = await database.start();
    expect((await database.get('things', 'a', one))?.n).toBe(1);
    await database.update('things', 'a', { $set: { n: 2 } });
    await database.update('things', 'a', { $set: { n: 3 } });
    await database.add('things', { _id: 'c', n: 1 });
    await database.remove('things', 'b');
    expect((await database.get('things', 'a', one))?.n).toBe(1);
    expect(await database.get('things', 'c', one)).toBeUndefined();
    expect(ids(await database.find('things', { n: 1 }, one))).toEqual(['a', 'b']);
    expect((await database.call('calculateDocument', { collectionName: 'things', ...one })).total).toBe(2);
  });

  it('no read skew: two documents are read as of one instant', async () => {
    const one = await database.start();
    await database.get('things', 'a', one);
    const two = await database.start();
    await database.update('things', 'a', { $inc: { n: -1 } }, two);
    await database.update('things', 'b', { $inc: { n: 1 } }, two);
    await database.commit(two);
    expect((await database.get('things', 'b', one))?.n).toBe(1);
  });

  it('no lost update: writing what has changed since the snapshot is a conflict', async () => {
    const one = await database.start();
    await database.get('things', 'a', one);
    await database.update('things', 'a', { $inc: { n: 1 } });
    await expect(database.update('things', 'a', { $set: { n: 9 } }, one)).rejects.toMatchObject(conflict);
    expect(await n('a')).toBe(2);
  });

  it('write skew happens: reads lock nothing', async () => {
    const [one, two] = [await database.start(), await database.start()];
    for (const scope of [one, two]) expect((await database.find('things', { n: 1 }, scope)).length).toBe(2);
    await database.update('things', 'a', { $set: { n: 0 } }, one);
    await database.update('things', 'b', { $set: { n: 0 } }, two);
    await database.commit(one);
    await database.commit(two);
    expect([await n('a'), await n('b')]).toEqual([0, 0]);
  });
});

describe('a snapshot', () => {
  it('is taken at the first operation, not at the start', async () => {
    const one = await database.start();
    await database.update('things', 'a', { $set: { n: 5 } });
    expect((await database.get('things', 'a', one))?.n).toBe(5);
    await database.update('things', 'a', { $set: { n: 6 } });
    expect((await database.get('things', 'a', one))?.n).toBe(5);
  });

  it('has the transaction’s own writes laid over it, in the order of insertion', async () => {
    const one = await database.start();
    await database.add('things', [{ _id: 'x', n: 1 }], one);
    await database.add('things', { _id: 'outside', n: 1 });
    await database.update('things', 'a', { $set: { n: 2 } }, one);
    await database.remove('things', 'b', one);
    await database.set('things', 'y', { n: 1 }, one);
    expect(ids(await database.find('things', {}, one))).toEqual(['a', 'x', 'y']);
    expect(ids(await database.find('things', { n: 1 }, { ...one, order: { _id: -1 } }))).toEqual(['y', 'x']);
    expect(ids(await database.find('things', {}, { ...one, offset: 1, limit: 1 }))).toEqual(['x']);
    await database.commit(one);
    expect(ids(await database.find('things', {}))).toEqual(['a', 'x', 'outside', 'y']);
  });

  it('lets a document be removed and added again', async () => {
    const one = await database.start();
    await database.remove('things', 'a', one);
    await database.add('things', { _id: 'a', n: 7 }, one);
    await database.commit(one);
    expect(await database.find('things', {})).toEqual([
      { _id: 'b', n: 1 },
      { _id: 'a', n: 7 },
    ]);
  });

  it('leaves no trace when rolled back', async () => {
    const one = await database.start();
    await database.add('things', { _id: 'x' }, one);
    await database.remove('things', 'a', one);
    await database.abort(one);
    expect(ids(await database.find('things', {}))).toEqual(['a', 'b']);
  });
});

describe('old snapshots', () => {
  it('read right while many come and go, by id and by filter', async () => {
    const old = await database.start();
    await database.get('things', 'a', old);
    for (let round = 2; round < 30; round += 1) {
      const scope = await database.start();
      expect((await database.get('things', 'a', scope))?.n).toBe(round - 1);
      await database.update('things', 'a', { $set: { n: round } });
      await database.add('things', { _id: `new ${round}` });
      expect((await database.get('things', 'a', scope))?.n).toBe(round - 1);
      await database.abort(scope);
    }
    expect(await database.get('things', 'a', old)).toEqual({ _id: 'a', n: 1 });
    const several = { _id: { $in: ['b', 'new 3', 'a', 'a'] } };
    expect(ids(await database.find('things', several, old))).toEqual(['a', 'b']);
    expect(ids(await database.find('things', { n: { $gte: 1 } }, old))).toEqual(['a', 'b']);
    expect(ids(await database.find('things', several))).toEqual(['a', 'b', 'new 3']);
  });
});

describe('changes', () => {
  it('are told after the commit, in its order', async () => {
    const told: unknown[] = [];
    database.service.engine.onChange(({ collection, id, before, after }) => {
      told.push([collection, id, before?.n, after?.n]);
    });
    const one = await database.start();
    await database.update('things', 'b', { $set: { n: 2 } }, one);
    await database.add('things', { _id: 'c', n: 3 }, one);
    await database.update('things', 'b', { $set: { n: 4 } }, one);
    await database.add('things', { _id: 'gone' }, one);
    await database.remove('things', 'gone', one);
    await database.update('things', 'a', { $set: { n: 9 } });
    expect(told).toEqual([['things', 'a', 1, 9]]);
    await database.commit(one);
    expect(told.slice(1)).toEqual([
      ['things', 'b', 1, 4],
      ['things', 'c', undefined, 3],
    ]);
    await database.remove('things', 'c');
    expect(told[3]).toEqual(['things', 'c', 3, undefined]);
  });

  it('do not fail because a listener does', async () => {
    database.service.engine.onChange(() => {
      throw new Error('listener broke');
    });
    expect(await database.update('things', 'a', { $set: { n: 9 } })).toBe(1);
    expect(database.context.log.find({ who: 'database' })[0]?.detail).toBe('listener broke');
  });
});
