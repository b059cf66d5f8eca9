import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineChecks, localCheck } from '../harness/checks';
import { idsOf, numbered, refuses } from '../harness/expect';

const page = 'document: 数据库/索引';
const logs = 'measured: errors in production logs';

export const databaseIndexes = defineChecks('database: indexes', [
  localCheck(
    'a second document with the same value of a unique index is refused by name',
    logs,
    async ({ db }) => {
      const people = db.collection('people');
      await people.add({ data: { _id: 'a', code: 'x1' } });
      await refuses(
        people.add({ data: { _id: 'b', code: 'x1' } }),
        -502001,
        'E11000 duplicate key error collection',
        'index: code_unique dup key: {',
        'x1',
      );
      assert.equal((await people.count()).total, 1);
    },
  ),
  localCheck(
    'a missing field counts as null in a unique index: two lack it, the second is refused',
    page,
    async ({ db }) => {
      const people = db.collection('people');
      await people.add({ data: { _id: 'a', name: 'one' } });
      await refuses(people.add({ data: { _id: 'b', name: 'two' } }), -502001, 'E11000', 'dup key: {', 'null');
      await refuses(people.add({ data: { _id: 'c', code: null } }), -502001, 'E11000');
    },
  ),
  localCheck(
    '1 and true and "1" are different values of a unique index',
    'document: MongoDB manual, comparison order',
    async ({ db }) => {
      const people = db.collection('people');
      await people.add({ data: [{ code: 1 }, { code: true }, { code: '1' }] });
      await refuses(people.add({ data: { code: 1.0 } }), -502001, 'E11000');
      assert.equal((await people.count()).total, 3);
    },
  ),
  localCheck('an update into a taken value is refused and changes nothing', page, async ({ db }) => {
    const people = db.collection('people');
    await people.add({
      data: [
        { _id: 'a', code: 1 },
        { _id: 'b', code: 2 },
      ],
    });
    await refuses(people.doc('b').update({ data: { code: 1, n: 5 } }), -502001, 'E11000');
    await refuses(people.doc('b').set({ data: { code: 1 } }), -502001, 'E11000');
    assert.deepEqual((await people.doc('b').get()).data, { _id: 'b', code: 2 });
  }),
  localCheck('a freed value of a unique index can be taken again', page, async ({ db }) => {
    const people = db.collection('people');
    await people.add({ data: { _id: 'a', code: 1 } });
    await people.doc('a').update({ data: { code: 2 } });
    await people.add({ data: { _id: 'b', code: 1 } });
    await people.doc('b').remove();
    await people.add({ data: { _id: 'c', code: 1 } });
    assert.equal((await people.count()).total, 2);
  }),
  localCheck('a document may be written again with its own value', page, async ({ db }) => {
    const people = db.collection('people');
    await people.add({ data: { _id: 'a', code: 1 } });
    await people.doc('a').set({ data: { code: 1, n: 2 } });
    assert.deepEqual((await people.doc('a').get()).data, { _id: 'a', code: 1, n: 2 });
  }),
  localCheck(
    'a list with one duplicate keeps what came before it',
    'document: MongoDB manual, ordered inserts',
    async ({ db }) => {
      const people = db.collection('people');
      await refuses(
        people.add({
          data: [
            { _id: 'a', code: 1 },
            { _id: 'b', code: 1 },
            { _id: 'c', code: 2 },
          ],
        }),
        -502001,
        'E11000',
      );
      assert.deepEqual(await idsOf(people), ['a']);
    },
  ),
  localCheck('a compound unique index judges the fields together, nested ones too', page, async ({ db }) => {
    const bookings = db.collection('bookings');
    await bookings.add({ data: { room: 1, slot: { day: 1 } } });
    await bookings.add({ data: { room: 1, slot: { day: 2 } } });
    await bookings.add({ data: { room: 2, slot: { day: 1 } } });
    await refuses(bookings.add({ data: { room: 1, slot: { day: 1 } } }), -502001, 'E11000', 'room_day');
    await bookings.add({ data: { room: 1 } });
    await refuses(bookings.add({ data: { room: 1, slot: {} } }), -502001, 'E11000');
  }),
  localCheck(
    'a unique index over lists takes each element',
    'document: MongoDB manual, multikey indexes',
    async ({ db }) => {
      const people = db.collection('people');
      await people.add({ data: { _id: 'a', code: [1, 2] } });
      await refuses(people.add({ data: { _id: 'b', code: [2, 3] } }), -502001, 'E11000');
      await people.add({ data: { _id: 'c', code: [3, 3] } });
    },
  ),
  localCheck('of many adds of one value at once exactly one wins', page, async ({ db }) => {
    const people = db.collection('people');
    const attempts = Array.from({ length: 12 }, (_unused, by) => people.add({ data: { code: 'seat', by } }));
    const settled = await Promise.allSettled(attempts);
    assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 1);
  }),
  localCheck(
    'a unique value taken in an open transaction is free again after its rollback',
    page,
    async ({ db }) => {
      const people = db.collection('people');
      const transaction = await db.startTransaction();
      await transaction.collection('people').add({ data: { _id: 'a', code: 1 } });
      await transaction.rollback();
      await people.add({ data: { _id: 'b', code: 1 } });
      assert.deepEqual(await idsOf(people), ['b']);
    },
  ),
  localCheck('an index never changes what a query finds', page, async ({ db, _, scratch }) => {
    const documents = numbered(300, (n) => ({ code: n, age: n % 7, name: `n${n % 13}`, tags: [n % 3, 'x'] }));
    const people = db.collection('people');
    await people.add({ data: documents });
    const plain = await scratch(documents);
    const conditions = [
      { age: 3 },
      { age: _.gt(4), name: 'n5' },
      { age: _.in([1, 6]) },
      { tags: 2 },
      { code: _.gte(250) },
      { age: null },
      { name: 'n1' },
    ];
    for (const condition of conditions) {
      const query = [people, plain].map((each) =>
        each.where(condition).orderBy('age', 'asc').orderBy('name', 'desc').orderBy('_id', 'asc').limit(1000),
      );
      assert.deepEqual(
        await idsOf(query[0] ?? people),
        await idsOf(query[1] ?? plain),
        JSON.stringify(condition),
      );
    }
  }),
  localCheck('a compound index gives its order forwards and backwards', page, async ({ db, _ }) => {
    const people = db.collection('people');
    await people.add({ data: numbered(60, (n) => ({ code: n, age: n % 5, name: `n${n % 7}` })) });
    const pairs = async (first: string, second: string) => {
      const { data } = await people
        .where({ age: _.gte(2) })
        .orderBy('age', first)
        .orderBy('name', second)
        .get();
      return data.map(({ age, name }) => `${age}${name}`);
    };
    const forwards = await pairs('asc', 'desc');
    assert.deepEqual(
      forwards,
      [...forwards].sort((a, b) => (a[0] === b[0] ? b.localeCompare(a) : a.localeCompare(b))),
    );
    assert.deepEqual(await pairs('desc', 'asc'), forwards.reverse());
  }),
  localCheck(
    'a unique index added over duplicates is refused and the old ones stay',
    page,
    async ({ db, local }) => {
      const path = join(local.dist, 'database.json');
      const before = readFileSync(path, 'utf8');
      const accounts = db.collection('accounts');
      await accounts.add({ data: [{ n: 1 }, { n: 1 }] });
      const file = JSON.parse(before) as { collections: { name: string; indexes?: unknown[] }[] };
      for (const collection of file.collections) {
        if (collection.name === 'accounts')
          collection.indexes = [{ name: 'n_unique', keys: [{ field: 'n', direction: '1' }], unique: true }];
      }
      try {
        writeFileSync(path, JSON.stringify(file));
        await new Promise((resolve) => setTimeout(resolve, 1500));
        assert.equal((await accounts.count()).total, 2);
        await accounts.add({ data: { n: 1 } });
      } finally {
        writeFileSync(path, before);
      }
    },
  ),
]);
