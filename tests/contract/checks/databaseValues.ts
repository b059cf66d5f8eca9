import assert from 'node:assert/strict';
import { check, defineChecks } from '../harness/checks';
import type { Doc } from '../harness/sdk';

const types = 'document: 数据库/数据类型';
const suite = "measured: the vendor's node-sdk test suite";

async function kept(
  tools: { scratch(documents: Doc[]): Promise<{ doc(id: string): { get(): Promise<{ data: Doc }> } }> },
  value: unknown,
) {
  const collection = await tools.scratch([{ _id: 'a', value }]);
  return (await collection.doc('a').get()).data.value;
}

export const databaseValues = defineChecks('database: values', [
  check('texts of any script come back as they were', types, async (tools) => {
    const value = '漏水 🚿 \u0000 "quoted" \\ \u2028';
    assert.equal(await kept(tools, value), value);
  }),
  check('whole numbers stay whole up to 2^53 - 1', types, async (tools) => {
    assert.equal(await kept(tools, Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
    assert.equal(await kept(tools, 2 ** 31), 2 ** 31);
    assert.equal(await kept(tools, -(2 ** 31)), -(2 ** 31));
  }),
  check('fractions come back to the last bit', types, async (tools) => {
    assert.equal(await kept(tools, 0.1 + 0.2), 0.30000000000000004);
    assert.equal(await kept(tools, 5e-324), 5e-324);
  }),
  check('booleans, null, empty objects and empty lists', types, async (tools) => {
    const value = { yes: true, no: false, nothing: null, object: {}, list: [] };
    assert.deepEqual(await kept(tools, value), value);
  }),
  check('objects keep the order of their fields', 'document: MongoDB manual, documents', async (tools) => {
    const value = (await kept(tools, { z: 1, a: 2, m: 3 })) as Doc;
    assert.deepEqual(Object.keys(value), ['z', 'a', 'm']);
  }),
  check('dates come back as dates, to the millisecond', types, async (tools) => {
    const value = await kept(tools, new Date('2026-11-10T01:02:03.456Z'));
    assert.equal(Object.prototype.toString.call(value), '[object Date]');
    assert.equal((value as Date).getTime(), Date.parse('2026-11-10T01:02:03.456Z'));
  }),
  check('dates before 1970', types, async (tools) => {
    assert.equal(((await kept(tools, new Date(-1))) as Date).getTime(), -1);
  }),
  check('dates inside lists and objects', types, async (tools) => {
    const value = (await kept(tools, { at: [new Date(5), { deep: new Date(6) }] })) as {
      at: [Date, { deep: Date }];
    };
    assert.deepEqual([value.at[0].getTime(), value.at[1].deep.getTime()], [5, 6]);
  }),
  check("serverDate is the server's time", 'document: Database.serverDate', async ({ scratch, db }) => {
    const collection = await scratch([{ _id: 'a', at: db.serverDate() }]);
    const at = (await collection.doc('a').get()).data.at as Date;
    assert.ok(Math.abs(at.getTime() - Date.now()) < 600_000, `${at.toISOString()} is far from now`);
  }),
  check('two serverDates of one request differ by exactly their offsets', suite, async ({ scratch, db }) => {
    const collection = await scratch([
      {
        _id: 'a',
        now: db.serverDate(),
        hour: db.serverDate({ offset: 3_600_000 }),
        past: db.serverDate({ offset: -1 }),
      },
    ]);
    const { now, hour, past } = (await collection.doc('a').get()).data as Record<string, Date>;
    assert.equal((hour?.getTime() ?? 0) - (now?.getTime() ?? 0), 3_600_000);
    assert.equal((past?.getTime() ?? 0) - (now?.getTime() ?? 0), -1);
  }),
  check('a serverDate offset may be larger than 32 bits', suite, async ({ scratch, db }) => {
    const year = 365 * 24 * 3_600_000;
    const collection = await scratch([
      { _id: 'a', now: db.serverDate(), later: db.serverDate({ offset: year }) },
    ]);
    const { now, later } = (await collection.doc('a').get()).data as Record<string, Date>;
    assert.equal((later?.getTime() ?? 0) - (now?.getTime() ?? 0), year);
  }),
  check('serverDate in an update', 'document: Database.serverDate', async ({ scratch, db }) => {
    const collection = await scratch([{ _id: 'a', n: 1 }]);
    await collection.doc('a').update({ data: { at: db.serverDate() } });
    const { at } = (await collection.doc('a').get()).data;
    assert.equal(Object.prototype.toString.call(at), '[object Date]');
  }),
  check('a query can compare with serverDate', suite, async ({ scratch, db, _ }) => {
    const collection = await scratch([
      { _id: 'past', at: db.serverDate({ offset: -60_000 }) },
      { _id: 'future', at: db.serverDate({ offset: 60_000 }) },
    ]);
    const { data } = await collection.where({ at: _.lt(db.serverDate()) }).get();
    assert.deepEqual(
      data.map(({ _id }) => _id),
      ['past'],
    );
  }),
  check('a text _id of 24 hexadecimal digits stays a text', suite, async ({ scratch }) => {
    const _id = '5f43a7c1e0b2d94f8a61c3d7';
    const collection = await scratch([{ _id, n: 1 }]);
    const { data } = await collection.where({ _id }).get();
    assert.deepEqual(data, [{ _id, n: 1 }]);
    assert.equal(typeof data[0]?._id, 'string');
  }),
  check('a document of several hundred kilobytes', "guess: MongoDB's 16 MB limit holds", async (tools) => {
    const value = 'x'.repeat(400_000);
    assert.equal(await kept(tools, value), value);
  }),
  check('an object nested 50 deep', 'document: MongoDB limits, 100 levels', async (tools) => {
    let value: Doc = { end: true };
    for (let depth = 0; depth < 50; depth += 1) value = { next: value };
    assert.deepEqual(await kept(tools, value), value);
  }),
  check('a field name of Chinese characters, with spaces and with dashes', types, async (tools) => {
    const value = { 房号: '3-2-501', 'two words': 1, 'a-b': 2 };
    assert.deepEqual(await kept(tools, value), value);
  }),
]);
