import assert from 'node:assert/strict';
import { check, defineChecks } from '../harness/checks';
import { numbered, refuses } from '../harness/expect';

const crud = 'document: 云开发/数据库/增删改查';
const sdk = 'measured: wx-server-sdk 4.0.2';
const suite = "measured: the vendor's node-sdk test suite";

export const databaseWrite = defineChecks('database: adding, setting, updating, removing', [
  check('collection.add answers the id it gave, 32 or 24 hexadecimal digits', crud, async ({ scratch }) => {
    const collection = await scratch();
    const { _id, errMsg } = await collection.add({ data: { name: 'a' } });
    assert.match(_id, /^([0-9a-f]{24}|[0-9a-f]{32})$/);
    assert.equal(errMsg, 'collection.add:ok');
    assert.deepEqual((await collection.doc(_id).get()).data, { _id, name: 'a' });
  }),
  check("collection.add keeps an _id of one's own", crud, async ({ scratch }) => {
    const collection = await scratch();
    const { _id } = await collection.add({ data: { _id: 'mine', n: 1 } });
    assert.equal(_id, 'mine');
    assert.deepEqual((await collection.doc('mine').get()).data, { _id: 'mine', n: 1 });
  }),
  check('collection.add keeps a number as _id and finds it by that number', suite, async ({ scratch }) => {
    const collection = await scratch();
    await collection.add({ data: { _id: 7, n: 1 } });
    assert.deepEqual((await collection.doc(7).get()).data, { _id: 7, n: 1 });
    await refuses(collection.doc('7').get(), -1, 'document with _id 7 does not exist');
  }),
  check(
    'collection.add with a taken _id is refused as a duplicate key and changes nothing',
    'measured: E11000 in production logs',
    async ({ scratch }) => {
      const collection = await scratch([{ _id: 'a', n: 1 }]);
      await refuses(collection.add({ data: { _id: 'a', n: 2 } }), -502001, 'E11000', 'duplicate key');
      assert.deepEqual((await collection.doc('a').get()).data, { _id: 'a', n: 1 });
    },
  ),
  check('collection.add of a list answers _ids in the same order', sdk, async ({ scratch }) => {
    const collection = await scratch();
    const { _ids } = await collection.add({ data: [{ _id: 'x' }, { n: 2 }, { _id: 'z' }] });
    assert.equal(_ids.length, 3);
    assert.deepEqual([_ids[0], _ids[2]], ['x', 'z']);
    assert.deepEqual((await collection.doc(_ids[1] ?? '').get()).data, { _id: _ids[1], n: 2 });
  }),
  check('collection.add takes 1,001 documents in one call', suite, async ({ scratch }) => {
    const collection = await scratch();
    const { _ids } = await collection.add({ data: numbered(1001) });
    assert.equal(_ids.length, 1001);
    assert.equal((await collection.count()).total, 1001);
  }),
  check(
    'collection.add drops fields that are undefined and keeps those that are null',
    sdk,
    async ({ scratch }) => {
      const collection = await scratch();
      await collection.add({ data: { _id: 'a', gone: undefined, empty: null } });
      assert.deepEqual((await collection.doc('a').get()).data, { _id: 'a', empty: null });
    },
  ),
  check('collection.add refuses a field that begins with $', suite, async ({ scratch }) => {
    const collection = await scratch();
    await refuses(collection.add({ data: { _id: 'a', $price: 1 } }), -502001);
    assert.equal((await collection.count()).total, 0);
  }),
  check('doc.get on a missing document rejects with its id', sdk, async ({ scratch }) => {
    const collection = await scratch();
    await refuses(
      collection.doc('nobody').get(),
      -1,
      'document.get:fail document with _id nobody does not exist',
    );
  }),
  check(
    'doc.get on a missing document gives null when throwOnNotFound is false',
    sdk,
    async ({ cloud, scratch }) => {
      const collection = await scratch();
      const name = (collection as unknown as { collectionName: string }).collectionName;
      const lenient = cloud.database({ throwOnNotFound: false }).collection(name);
      assert.deepEqual((await lenient.doc('nobody').get()).data, null);
    },
  ),
  check('doc.field gives only the fields asked for, and _id', crud, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1, name: 'x', deep: { one: 1, two: 2 } }]);
    const { data } = await collection.doc('a').field({ name: true, 'deep.one': true }).get();
    assert.deepEqual(data, { _id: 'a', name: 'x', deep: { one: 1 } });
  }),
  check('doc.set makes a missing document and says so', crud, async ({ scratch }) => {
    const collection = await scratch();
    const { _id, stats } = await collection.doc('a').set({ data: { n: 1 } });
    assert.equal(_id, 'a');
    assert.deepEqual(stats, { updated: 0, created: 1 });
    assert.deepEqual((await collection.doc('a').get()).data, { _id: 'a', n: 1 });
  }),
  check('doc.set replaces a document whole', crud, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', old: true, n: 1 }]);
    const { stats } = await collection.doc('a').set({ data: { n: 2 } });
    assert.deepEqual(stats, { updated: 1, created: 0 });
    assert.deepEqual((await collection.doc('a').get()).data, { _id: 'a', n: 2 });
  }),
  check('doc.set with identical content reports updated 1', suite, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1 }]);
    const { stats } = await collection.doc('a').set({ data: { n: 1 } });
    assert.deepEqual(stats, { updated: 1, created: 0 });
  }),
  check('doc.set refuses an _id inside the data', sdk, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1 }]);
    await refuses(collection.doc('a').set({ data: { _id: 'a', n: 2 } }), -501007, '不能更新_id的值');
  }),
  check('doc.set refuses update commands', sdk, async ({ scratch, _ }) => {
    const collection = await scratch([{ _id: 'a', n: 1 }]);
    await refuses(collection.doc('a').set({ data: { n: _.inc(1) } }), -502001, 'update operator complicit');
  }),
  check('doc.set refuses empty data', sdk, async ({ scratch }) => {
    const collection = await scratch();
    await refuses(collection.doc('a').set({ data: {} }), -1, 'options.data');
  }),
  check('doc.update changes the named fields and leaves the rest', crud, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1, name: 'x', deep: { one: 1, two: 2 } }]);
    const { stats } = await collection.doc('a').update({ data: { n: 2, deep: { one: 10 } } });
    assert.deepEqual(stats, { updated: 1 });
    assert.deepEqual((await collection.doc('a').get()).data, {
      _id: 'a',
      n: 2,
      name: 'x',
      deep: { one: 10, two: 2 },
    });
  }),
  check('doc.update of a missing document updates 0 and makes nothing', crud, async ({ scratch }) => {
    const collection = await scratch();
    assert.deepEqual((await collection.doc('a').update({ data: { n: 1 } })).stats, { updated: 0 });
    assert.equal((await collection.count()).total, 0);
  }),
  check(
    'doc.update with what is already there updates 0',
    "guess: MongoDB's nModified",
    async ({ scratch }) => {
      const collection = await scratch([{ _id: 'a', n: 1 }]);
      assert.deepEqual((await collection.doc('a').update({ data: { n: 1 } })).stats, { updated: 0 });
    },
  ),
  check('doc.update refuses an _id', sdk, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1 }]);
    await refuses(collection.doc('a').update({ data: { _id: 'b' } }), -501007, '不能更新_id的值');
  }),
  check('doc.update refuses empty data', sdk, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', n: 1 }]);
    await refuses(collection.doc('a').update({ data: {} }), -1);
  }),
  check('doc.remove removes one document, the second time none', crud, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a' }, { _id: 'b' }]);
    assert.deepEqual((await collection.doc('a').remove()).stats, { removed: 1 });
    assert.deepEqual((await collection.doc('a').remove()).stats, { removed: 0 });
    assert.equal((await collection.count()).total, 1);
  }),
  check('where.update changes every match and counts them', crud, async ({ scratch, _ }) => {
    const collection = await scratch(numbered(10));
    const { stats } = await collection.where({ n: _.lt(4) }).update({ data: { low: true } });
    assert.deepEqual(stats, { updated: 4 });
    assert.equal((await collection.where({ low: true }).count()).total, 4);
  }),
  check('where.update changes far more than one page of documents', crud, async ({ scratch, _ }) => {
    const collection = await scratch(numbered(1200));
    const { stats } = await collection.where({ n: _.gte(0) }).update({ data: { seen: true } });
    assert.deepEqual(stats, { updated: 1200 });
  }),
  check('where.update with multi false changes one', sdk, async ({ scratch, _ }) => {
    const collection = await scratch(numbered(10));
    const { stats } = await collection.where({ n: _.gte(0) }).update({ data: { seen: true }, multi: false });
    assert.deepEqual(stats, { updated: 1 });
    assert.equal((await collection.where({ seen: true }).count()).total, 1);
  }),
  check('where.update never makes a document', crud, async ({ scratch }) => {
    const collection = await scratch();
    assert.deepEqual((await collection.where({ name: 'x' }).update({ data: { n: 1 } })).stats, {
      updated: 0,
    });
    assert.equal((await collection.count()).total, 0);
  }),
  check(
    'a conditional update that no longer holds updates 0: the safe way to change a state',
    crud,
    async ({ scratch }) => {
      const collection = await scratch([{ _id: 'a', state: 'NOTPAY' }]);
      const pay = () =>
        collection.where({ _id: 'a', state: 'NOTPAY' }).update({ data: { state: 'SUCCESS' } });
      assert.deepEqual((await pay()).stats, { updated: 1 });
      assert.deepEqual((await pay()).stats, { updated: 0 });
    },
  ),
  check('of many conditional updates at once exactly one wins', crud, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', state: 'NOTPAY' }]);
    const attempts = Array.from({ length: 12 }, (_unused, by) =>
      collection.where({ _id: 'a', state: 'NOTPAY' }).update({ data: { state: 'SUCCESS', by } }),
    );
    const updated = (await Promise.all(attempts)).map(({ stats }) => stats.updated);
    assert.equal(
      updated.reduce((sum, one) => sum + one, 0),
      1,
    );
  }),
  check(
    'many increments at once all count',
    'document: 数据库/更新指令: inc is atomic',
    async ({ scratch, _ }) => {
      const collection = await scratch([{ _id: 'a', n: 0 }]);
      await Promise.all(
        Array.from({ length: 50 }, () => collection.doc('a').update({ data: { n: _.inc(1) } })),
      );
      assert.deepEqual((await collection.doc('a').get()).data, { _id: 'a', n: 50 });
    },
  ),
  check('where.remove removes every match and counts them', crud, async ({ scratch, _ }) => {
    const collection = await scratch(numbered(10));
    assert.deepEqual((await collection.where({ n: _.gte(7) }).remove()).stats, { removed: 3 });
    assert.equal((await collection.count()).total, 7);
  }),
  check('where.remove with multi false removes one', sdk, async ({ scratch, _ }) => {
    const collection = await scratch(numbered(3));
    assert.deepEqual((await collection.where({ n: _.gte(0) }).remove({ multi: false })).stats, {
      removed: 1,
    });
    assert.equal((await collection.count()).total, 2);
  }),
]);
