import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabase } from './testDatabase';

const unique = { name: 'code', keys: [{ field: 'code', direction: '1' }], unique: true };
const plain = { ...unique, unique: false };

function declared(indexes: unknown[], more: unknown[] = []) {
  return { collections: [{ name: 'things', indexes }, ...more] };
}

let database: TestDatabase;
beforeEach(() => {
  database = new TestDatabase();
});
afterEach(() => database.close());

function replaceDatabase(file: unknown): void {
  database.close();
  database = new TestDatabase({ database: file });
}

describe('collections', () => {
  it('are not made by being used', async () => {
    const missing = {
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message:
        '[ResourceNotFound] Db or Table not exist: nothing. Please check your request, but if the problem persists, contact us.',
    };
    await expect(database.find('nothing', {})).rejects.toMatchObject(missing);
    await expect(database.add('nothing', { n: 1 })).rejects.toMatchObject(missing);
    expect(() => database.service.engine.collectionRules('nothing')).toThrow('Db or Table not exist');
  });

  it('are made once', async () => {
    await database.call('addCollection', { collectionName: 'new' });
    await database.add('new', { _id: 'a' });
    await expect(database.call('addCollection', { collectionName: 'new' })).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    });
    expect(await database.find('new', {})).toEqual([{ _id: 'a' }]);
  });

  it.each(['system.users', 'a$b', 'a\0b', 'x'.repeat(129)])('are not called %j', async (collectionName) => {
    await expect(database.call('addCollection', { collectionName })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
  });

  it('have the rules of the file, or those of their creator', async () => {
    replaceDatabase({ collections: [{ name: 'things', rules: { read: true, write: 'auth != null' } }] });
    const { engine } = database.service;
    expect(engine.collectionRules('things')).toEqual({ read: true, write: 'auth != null' });
    await database.call('addCollection', { collectionName: 'new' });
    expect(engine.collectionRules('new').read).toBe('doc._openid == auth.openid');
  });
});

describe('database.json', () => {
  it('is applied when it changes: a new index covers what was there before', async () => {
    await database.add('things', [
      { _id: 'a', code: 1 },
      { _id: 'b', code: 2 },
    ]);
    database.declare(declared([unique], [{ name: 'more' }]));
    await expect(database.add('things', { _id: 'c', code: 1 })).rejects.toThrow('E11000');
    expect(await database.find('more', {})).toEqual([]);
    database.declare(declared([]));
    await database.add('things', { _id: 'c', code: 1 });
    expect(await database.find('more', {})).toEqual([]);
  });

  it('is not applied when a unique index would stand over duplicates; the old one stays in force', async () => {
    await database.add('things', [{ _id: 'a' }, { _id: 'b', code: null }]);
    database.declare(declared([unique], [{ name: 'more' }]));
    await expect(database.find('more', {})).rejects.toThrow('not exist');
    expect(database.context.log.find({ who: 'database' })[0]?.detail).toMatch(
      /E11000 duplicate key error collection: tnt-\w{9}\.things index: code dup key: { code: null }/,
    );
    await database.add('things', { _id: 'c' });
  });

  it('is reported when it is wrong, and the old one stays in force', async () => {
    database.declare('{ not json');
    expect(await database.find('things', {})).toEqual([]);
    expect(database.context.log.find({ who: 'database' })[0]?.detail).toContain('database.json');
  });

  it('makes the start fail when it is wrong or cannot be applied', () => {
    expect(() => new TestDatabase({ database: { collections: [{ name: '' }] } })).toThrow('database.json');
    const geo = { name: 'g', keys: [{ field: 'at', direction: '2dsphere' }], unique: true };
    expect(() => new TestDatabase({ database: declared([geo]) })).toThrow('cannot be unique');
  });

  it('may change an index under its name', async () => {
    database.declare(declared([plain]));
    await database.add('things', [{ code: 1 }, { code: 1 }]);
    database.declare(declared([{ ...plain, keys: [{ field: 'code', direction: '-1' }] }]));
    expect((await database.find('things', { code: 1 })).length).toBe(2);
  });

  it('is applied anew to a state that comes from elsewhere', async () => {
    database.context.state.saveSnapshot('old');
    database.declare(declared([unique]));
    await database.add('things', { _id: 'a', code: 1 });
    database.context.state.resetTo('old');
    await database.add('things', { _id: 'b', code: 1 });
    await expect(database.add('things', { _id: 'c', code: 1 })).rejects.toThrow('E11000');
    expect(await database.find('things', {})).toEqual([{ _id: 'b', code: 1 }]);
  });
});

describe('unique indexes', () => {
  beforeEach(() => database.declare(declared([unique])));

  it('tell types apart: 1, true, "1" and a date are four', async () => {
    await database.add('things', [{ code: 1 }, { code: true }, { code: '1' }, { code: new Date(1) }]);
    await expect(database.add('things', { code: 1 })).rejects.toThrow('dup key: { code: 1 }');
  });

  it('hold for updates, and let a document keep its own key', async () => {
    await database.add('things', [
      { _id: 'a', code: 1 },
      { _id: 'b', code: 2 },
    ]);
    expect(await database.update('things', 'a', { $set: { code: 1, n: 1 } })).toBe(1);
    await expect(database.update('things', 'a', { $set: { code: 2 } })).rejects.toThrow(
      /^\[FailedOperation\.Update\] multiple write errors: \[\{write errors: \[\{E11000/,
    );
    await expect(database.set('things', 'c', { code: 1 })).rejects.toThrow('E11000');
    await database.remove('things', 'b');
    expect(await database.update('things', 'a', { $set: { code: 2 } })).toBe(1);
  });

  it('hold for each element of an array, but not within one document', async () => {
    await database.add('things', { _id: 'a', code: [1, 2, 2] });
    await expect(database.add('things', { code: [3, 2] })).rejects.toThrow('dup key: { code: 2 }');
  });
});

describe('a list of documents', () => {
  it('keeps what comes before a refused one', async () => {
    const documents = ['a', 'b', 'a', 'c'].map((_id, n) => ({ _id, n }));
    await expect(database.add('things', documents)).rejects.toThrow('index: _id_ dup key: { _id: "a" }');
    expect(await database.find('things', {})).toEqual([
      { _id: 'a', n: 0 },
      { _id: 'b', n: 1 },
    ]);
  });

  it('may be 1,001 long', async () => {
    const documents = Array.from({ length: 1001 }, (_none, n) => ({ n }));
    expect(new Set(await database.add('things', documents)).size).toBe(1001);
    expect((await database.find('things', {}, { limit: 5000 })).length).toBe(1000);
  });

  it('gets ids that tell the business time', async () => {
    const [id] = await database.add('things', { n: 1 });
    const seconds = Math.floor(database.context.clock.now() / 1000).toString(16);
    expect(id).toMatch(new RegExp(`^${seconds}[0-9a-f]{24}$`));
  });
});

describe('an update of many', () => {
  it('keeps what comes before a refused one', async () => {
    await database.add('things', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 'x' },
      { _id: 'c', n: 1 },
    ]);
    const params = {
      collectionName: 'things',
      query: '{}',
      data: '{"$inc":{"n":1}}',
      multi: true,
      merge: true,
    };
    await expect(database.call('modifyDocument', params)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    expect((await database.find('things', {})).map(({ n }) => n)).toEqual([2, 'x', 1]);
  });

  it('counts only what it changed, while a set always counts', async () => {
    await database.add('things', { _id: 'a', n: 1 });
    expect(await database.update('things', 'a', { $set: { n: 1 } })).toBe(0);
    expect(await database.set('things', 'a', { n: 1 })).toEqual({ updated: 1 });
    const query = { collectionName: 'things', query: '{"n":1}', data: '{"$set":{"n":1}}' };
    expect((await database.call('modifyAndReturnDoc', query)).updated).toBe(1);
    expect(await database.call('modifyAndReturnDoc', { ...query, query: '{"n":7}' })).toEqual({
      updated: 0,
      doc: null,
    });
  });

  it('inserts with upsert, and tells the id', async () => {
    expect(await database.set('things', 'a', { n: 1 })).toEqual({ updated: 0, upsert_id: 'a' });
    expect(await database.get('things', 'a')).toEqual({ _id: 'a', n: 1 });
  });
});

describe('a geo index', () => {
  const place = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] });
  const near = { at: { $nearSphere: { $geometry: place(0, 0), $maxDistance: 300_000 } } };

  it('must be there for a near query, a count of one and $geoNear', async () => {
    const message = 'unable to find index for $geoNear query';
    await expect(database.find('things', near)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message,
    });
    const query = JSON.stringify(near);
    await expect(database.call('calculateDocument', { collectionName: 'things', query })).rejects.toThrow(
      message,
    );
  });

  it('answers by distance, and refuses what is no place', async () => {
    database.declare(declared([{ name: 'at', keys: [{ field: 'at', direction: '2dsphere' }] }]));
    await database.add('things', [
      { _id: 'far', at: place(2, 0) },
      { _id: 'nowhere' },
      { _id: 'near', at: place(1, 0) },
      { _id: 'away', at: place(20, 0) },
    ]);
    expect((await database.find('things', near)).map(({ _id }) => _id)).toEqual(['near', 'far']);
    expect((await database.find('things', near, { limit: 1 })).map(({ _id }) => _id)).toEqual(['near']);
    const sorted = await database.find('things', near, { order: { _id: 1 } });
    expect(sorted.map(({ _id }) => _id)).toEqual(['far', 'near']);
    await expect(database.add('things', { at: 'here' })).rejects.toThrow("Can't extract geo keys");
  });
});

describe('the state file', () => {
  it('brings everything back after a restart, arrays in indexes too', async () => {
    const stateFolder = mkdtempSync(join(tmpdir(), 'nuanlin-state-'));
    try {
      const file = declared([plain]);
      const first = new TestDatabase({ stateFolder, database: file });
      await first.call('addCollection', { collectionName: 'own' });
      await first.add('own', { _id: 1, at: new Date(5) });
      await first.add('things', [
        { _id: 'a', code: [1, 20] },
        { _id: 'b', code: 30 },
      ]);
      const open = await first.start();
      await first.add('things', { _id: 'c' }, open);
      first.close();
      const second = new TestDatabase({ stateFolder, database: file });
      expect(await second.find('own', {})).toEqual([{ _id: 1, at: new Date(5) }]);
      const between = { code: { $gt: 5, $lt: 10 } };
      expect((await second.find('things', between)).map(({ _id }) => _id)).toEqual(['a']);
      expect(await second.get('things', 'c')).toBeUndefined();
      await second.add('things', { _id: 'd' });
      expect((await second.find('things', {})).map(({ _id }) => _id)).toEqual(['a', 'b', 'd']);
      second.close();
    } finally {
      rmSync(stateFolder, { recursive: true, force: true });
    }
  });
});

describe('a write that had to wait', () => {
  it('forgets that it made an index multikey, and says it again when it comes to pass', async () => {
    database.declare(declared([plain]));
    await database.add('things', { _id: 'held', code: 0 });
    const scope = await database.start();
    await database.update('things', 'held', { $set: { code: 1 } }, scope);
    const waiting = database.add('things', [{ _id: 'a', code: [1, 20] }, { _id: 'held' }]);
    const { engine } = database.service;
    const indexOf = () => engine.read({ collection: 'things' }, ({ indexes }) => indexes[0]);
    const index = indexOf();
    expect(index?.isMultikey).toBe(false);
    await database.commit(scope);
    await expect(waiting).rejects.toThrow('E11000');
    expect(index?.isMultikey).toBe(true);
    database.context.state.saveSnapshot('now');
    database.context.state.resetTo('now');
    expect(indexOf()?.isMultikey).toBe(true);
  });

  it('goes on in the state that has taken the place of the one it waited in', async () => {
    database.context.state.saveSnapshot('old');
    await database.call('addCollection', { collectionName: 'late' });
    await database.add('late', { _id: 'x' });
    const scope = await database.start();
    await database.update('late', 'x', { $set: { n: 1 } }, scope);
    const lost = database.update('late', 'x', { $set: { n: 2 } });
    await database.add('things', { _id: 'y' }, scope);
    const kept = database.add('things', { _id: 'y' });
    database.context.state.resetTo('old');
    await expect(lost).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
    expect(await kept).toEqual(['y']);
  });
});
