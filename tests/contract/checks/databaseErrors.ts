import assert from 'node:assert/strict';
import { check, defineChecks } from '../harness/checks';
import { refuses } from '../harness/expect';

const noTable = 'measured: errors in production logs; SDK error table';
const name = 'contract_nowhere';

export const databaseErrors = defineChecks('database: collections and their refusals', [
  check(
    'createCollection makes a collection that can be used at once',
    'document: Database.createCollection',
    async ({ scratch }) => {
      const collection = await scratch();
      assert.deepEqual((await collection.get()).data, []);
    },
  ),
  check('createCollection of one that exists is refused', 'guess: text and code', async ({ db, scratch }) => {
    const collection = await scratch();
    const taken = (collection as unknown as { collectionName: string }).collectionName;
    await assert.rejects(db.createCollection(taken));
  }),
  check('reading a missing collection is -502005', noTable, ({ db }) =>
    refuses(db.collection(name).get(), -502005, 'collection.get:fail', 'Db or Table not exist'),
  ),
  check('doc.get in a missing collection is -502005', noTable, ({ db }) =>
    refuses(db.collection(name).doc('a').get(), -502005, 'document.get:fail', 'Db or Table not exist'),
  ),
  check('counting a missing collection is -502005', noTable, ({ db }) =>
    refuses(db.collection(name).count(), -502005, 'collection.count:fail'),
  ),
  check('adding to a missing collection is -502005 and does not make it', noTable, async ({ db }) => {
    await refuses(db.collection(name).add({ data: { n: 1 } }), -502005, 'collection.add:fail');
    await refuses(db.collection(name).get(), -502005);
  }),
  check('updating in a missing collection is -502005', noTable, ({ db }) =>
    refuses(
      db
        .collection(name)
        .doc('a')
        .update({ data: { n: 1 } }),
      -502005,
      'document.update:fail',
    ),
  ),
  check('setting in a missing collection is -502005', noTable, ({ db }) =>
    refuses(
      db
        .collection(name)
        .doc('a')
        .set({ data: { n: 1 } }),
      -502005,
      'document.set:fail',
    ),
  ),
  check('removing from a missing collection is -502005', noTable, ({ db }) =>
    refuses(db.collection(name).where({ n: 1 }).remove(), -502005, 'collection.remove:fail'),
  ),
  check(
    'aggregating a missing collection is refused',
    'measured: 4.0.2 shows aggregate errors by text',
    async ({ db }) => {
      await assert.rejects(db.collection(name).aggregate().match({}).end(), /not exist/i);
    },
  ),
  check(
    'a collection without a name is refused',
    "measured: the vendor's node-sdk test suite",
    async ({ db }) => {
      assert.throws(() => db.collection(''));
    },
  ),
  check('a doc id must be a text or a number', 'measured: wx-server-sdk 4.0.2', async ({ scratch }) => {
    const collection = await scratch();
    assert.throws(() => collection.doc({} as unknown as string), /docId必须为字符串或数字/);
  }),
]);
