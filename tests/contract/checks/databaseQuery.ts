import assert from 'node:assert/strict';
import { check, defineChecks } from '../harness/checks';
import { idsOf, numbered, refuses } from '../harness/expect';

const paging = 'document: Collection.limit, skip, orderBy, field';
const suite = "measured: the vendor's node-sdk test suite";
const sdk = 'measured: wx-server-sdk 4.0.2';
const mongo = 'document: MongoDB manual, comparison and sort order';

export const databaseQuery = defineChecks('database: order, skip, limit, field, count', [
  check('a query without order answers in the order of insertion', suite, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'z' }, { _id: 'a' }, { _id: 'm' }]);
    assert.deepEqual(await idsOf(collection), ['z', 'a', 'm']);
  }),
  check('a document that is changed keeps its place', suite, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'z' }, { _id: 'a' }, { _id: 'm' }]);
    await collection.doc('z').update({ data: { long: 'x'.repeat(5000) } });
    await collection.doc('a').set({ data: { n: 1 } });
    assert.deepEqual(await idsOf(collection), ['z', 'a', 'm']);
  }),
  check('orderBy asc and desc', paging, async ({ scratch }) => {
    const collection = await scratch([
      { _id: 'b', n: 2 },
      { _id: 'a', n: 1 },
      { _id: 'c', n: 3 },
    ]);
    assert.deepEqual(await idsOf(collection.orderBy('n', 'asc')), ['a', 'b', 'c']);
    assert.deepEqual(await idsOf(collection.orderBy('n', 'desc')), ['c', 'b', 'a']);
  }),
  check('orderBy by two fields, each its own direction', paging, async ({ scratch }) => {
    const collection = await scratch([
      { _id: 'a', x: 1, y: 1 },
      { _id: 'b', x: 1, y: 2 },
      { _id: 'c', x: 2, y: 1 },
    ]);
    assert.deepEqual(await idsOf(collection.orderBy('x', 'desc').orderBy('y', 'asc')), ['c', 'a', 'b']);
    assert.deepEqual(await idsOf(collection.orderBy('x', 'asc').orderBy('y', 'desc')), ['b', 'a', 'c']);
  }),
  check('orderBy reaches into an object', paging, async ({ scratch }) => {
    const collection = await scratch([
      { _id: 'a', deep: { n: 2 } },
      { _id: 'b', deep: { n: 1 } },
    ]);
    assert.deepEqual(await idsOf(collection.orderBy('deep.n', 'asc')), ['b', 'a']);
  }),
  check('orderBy over mixed types follows the BSON order', mongo, async ({ scratch }) => {
    const collection = await scratch([
      { _id: 'date', v: new Date(0) },
      { _id: 'true', v: true },
      { _id: 'list', v: [] },
      { _id: 'object', v: {} },
      { _id: 'text', v: 'a' },
      { _id: 'number', v: 5 },
      { _id: 'null', v: null },
    ]);
    const { data } = await collection.orderBy('v', 'asc').get();
    const ids = data.map(({ _id }) => _id).filter((id) => id !== 'list');
    assert.deepEqual(ids, ['null', 'number', 'text', 'object', 'true', 'date']);
  }),
  check('a missing field sorts like null', mongo, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'one', n: 1 }, { _id: 'missing' }, { _id: 'minus', n: -1 }]);
    assert.deepEqual(await idsOf(collection.orderBy('n', 'asc')), ['missing', 'minus', 'one']);
  }),
  check('a list sorts by its smallest going up and by its largest going down', mongo, async ({ scratch }) => {
    const collection = await scratch([
      { _id: 'wide', n: [1, 9] },
      { _id: 'mid', n: 5 },
    ]);
    assert.deepEqual(await idsOf(collection.orderBy('n', 'asc')), ['wide', 'mid']);
    assert.deepEqual(await idsOf(collection.orderBy('n', 'desc')), ['wide', 'mid']);
  }),
  check('texts sort by code point, not by language', mongo, async ({ scratch }) => {
    const collection = await scratch([
      { _id: '1', s: '中' },
      { _id: '2', s: 'b' },
      { _id: '3', s: 'B' },
      { _id: '4', s: 'a' },
    ]);
    assert.deepEqual(await idsOf(collection.orderBy('s', 'asc')), ['3', '4', '2', '1']);
  }),
  check('orderBy refuses a direction other than asc and desc', sdk, async ({ scratch }) => {
    const collection = await scratch();
    assert.throws(() => collection.orderBy('n', 'up'));
  }),
  check('skip leaves out, limit stops', paging, async ({ scratch }) => {
    const collection = await scratch(numbered(10));
    const query = collection.orderBy('n', 'desc').skip(2).limit(3);
    assert.deepEqual(await idsOf(query), ['d0007', 'd0006', 'd0005']);
  }),
  check('skip beyond the end gives nothing', paging, async ({ scratch }) => {
    const collection = await scratch(numbered(3));
    assert.deepEqual(await idsOf(collection.skip(5)), []);
  }),
  check('skip and limit work without order', paging, async ({ scratch }) => {
    const collection = await scratch(numbered(10));
    assert.deepEqual(await idsOf(collection.skip(8).limit(5)), ['d0008', 'd0009']);
  }),
  check('limit and skip refuse what is no whole number', sdk, async ({ scratch }) => {
    const collection = await scratch();
    assert.throws(() => collection.limit(1.5));
    assert.throws(() => collection.skip('1' as unknown as number));
  }),
  check(
    'get gives 100 documents unless told otherwise',
    'document: Collection.limit',
    async ({ scratch }) => {
      const collection = await scratch(numbered(150));
      assert.equal((await collection.get()).data.length, 100);
    },
  ),
  check('get gives 1,000 documents at most', 'document: Collection.limit', async ({ scratch }) => {
    const collection = await scratch(numbered(1100));
    assert.equal((await collection.limit(2000).get()).data.length, 1000);
  }),
  check('count counts all, whatever the limits of get', paging, async ({ scratch, _ }) => {
    const collection = await scratch(numbered(1100));
    assert.equal((await collection.count()).total, 1100);
    assert.equal((await collection.where({ n: _.gte(50) }).count()).total, 1050);
  }),
  check('count of nothing is 0', paging, async ({ scratch }) => {
    const collection = await scratch();
    const answer = await collection.where({ n: 1 }).count();
    assert.equal(answer.total, 0);
    assert.equal(answer.errMsg, 'collection.count:ok');
  }),
  check('field names what to give; _id comes along', paging, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1, name: 'x', deep: { one: 1, two: 2 } }]);
    const { data } = await collection.field({ n: true, deep: { one: 1 } }).get();
    assert.deepEqual(data, [{ _id: 'a', n: 1, deep: { one: 1 } }]);
  }),
  check('field with _id false leaves the id out', paging, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1 }]);
    assert.deepEqual((await collection.field({ n: true, _id: false }).get()).data, [{ n: 1 }]);
  }),
  check('field with false gives the rest', paging, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1, m: 2 }]);
    assert.deepEqual((await collection.field({ m: false }).get()).data, [{ _id: 'a', n: 1 }]);
  }),
  check('field cannot both name and leave out', mongo, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1, m: 2 }]);
    await refuses(collection.field({ n: true, m: false }).get(), -502001);
  }),
  check(
    'field with project.slice gives part of a list',
    'document: Command.project.slice',
    async ({ scratch, _ }) => {
      const collection = await scratch([{ _id: 'a', l: [1, 2, 3, 4], n: 1 }]);
      const { data } = await collection.field({ l: _.project.slice(2) }).get();
      assert.deepEqual(data[0]?.l, [1, 2]);
      const last = await collection.field({ l: _.project.slice([-2, 1]) }).get();
      assert.deepEqual(last.data[0]?.l, [3]);
    },
  ),
  check('where refuses what is no object', sdk, async ({ scratch }) => {
    const collection = await scratch();
    assert.throws(() => collection.where('n = 1'), /参数必需是对象|查询参数必须为对象/);
  }),
  check('where refuses a condition whose every value is undefined', sdk, async ({ scratch }) => {
    const collection = await scratch();
    assert.throws(() => collection.where({ owner: undefined }), /undefined/);
  }),
  check('an unknown operator in a condition is refused by the database', mongo, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1 }]);
    await refuses(collection.where({ n: { $near: 1, $nonsense: 2 } }).get(), -502001);
  }),
]);
