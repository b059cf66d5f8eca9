import assert from 'node:assert/strict';
import { check, defineChecks, localCheck, type Tools } from '../harness/checks';
import { numbered, refusal, refuses } from '../harness/expect';
import type { Collection, Doc } from '../harness/sdk';

const page = 'document: 数据库/事务';
const sdk = 'measured: wx-server-sdk 4.0.2';
const suite = "measured: the vendor's node-sdk test suite";
const conflictText =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.';
const endedText =
  '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.';

function nameOf(collection: Collection): string {
  return (collection as unknown as { collectionName: string }).collectionName;
}

/** Two accounts of 100 each, in and outside of transactions. */
async function accounts({ scratch, db }: Tools) {
  const plain = await scratch([
    { _id: 'a', balance: 100 },
    { _id: 'b', balance: 100 },
  ]);
  const balance = async (id: string) => (await plain.doc(id).get()).data.balance;
  const begin = async () => {
    const transaction = await db.startTransaction();
    return { transaction, rows: transaction.collection(nameOf(plain)) };
  };
  return { plain, name: nameOf(plain), balance, begin };
}

export const transactions = defineChecks('database: transactions', [
  check('a committed transaction changes both documents', page, async (tools) => {
    const { begin, balance } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').update({ data: { balance: tools._.inc(-10) } });
    await rows.doc('b').update({ data: { balance: tools._.inc(10) } });
    await transaction.commit();
    assert.deepEqual([await balance('a'), await balance('b')], [90, 110]);
  }),
  check('a rolled back transaction changes nothing', page, async (tools) => {
    const { begin, plain, balance } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').update({ data: { balance: 0 } });
    await rows.add({ data: { _id: 'c' } });
    await rows.doc('b').remove();
    await transaction.rollback();
    assert.deepEqual([await balance('a'), await balance('b')], [100, 100]);
    assert.equal((await plain.count()).total, 2);
  }),
  check('doc.get inside a transaction sees its own writes', page, async (tools) => {
    const { begin } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').update({ data: { balance: tools._.inc(-30) } });
    await rows.doc('c').set({ data: { balance: 5 } });
    await rows.doc('b').remove();
    assert.deepEqual((await rows.doc('a').get()).data, { _id: 'a', balance: 70 });
    assert.deepEqual((await rows.doc('c').get()).data, { _id: 'c', balance: 5 });
    await refuses(rows.doc('b').get(), -1, 'document with _id b does not exist');
    await transaction.rollback();
  }),
  check('nobody outside sees what is not committed: no dirty read', page, async (tools) => {
    const { begin, balance } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').update({ data: { balance: 0 } });
    assert.equal(await balance('a'), 100);
    const other = await begin();
    assert.deepEqual((await other.rows.doc('a').get()).data, { _id: 'a', balance: 100 });
    await other.transaction.rollback();
    await transaction.rollback();
  }),
  check('a document read twice reads the same: no non-repeatable read', page, async (tools) => {
    const { begin, plain } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').get();
    await plain.doc('a').update({ data: { balance: 1 } });
    assert.deepEqual((await rows.doc('a').get()).data, { _id: 'a', balance: 100 });
    await transaction.rollback();
  }),
  check('two documents are read as of one instant: no read skew', suite, async (tools) => {
    const { begin, plain } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').get();
    await plain.doc('b').update({ data: { balance: 1 } });
    assert.deepEqual((await rows.doc('b').get()).data, { _id: 'b', balance: 100 });
    await transaction.rollback();
  }),
  check('a document removed outside is still there in the snapshot', suite, async (tools) => {
    const { begin, plain } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').get();
    await plain.doc('b').remove();
    assert.deepEqual((await rows.doc('b').get()).data, { _id: 'b', balance: 100 });
    await transaction.rollback();
  }),
  check('a document added outside is not there in the snapshot', suite, async (tools) => {
    const { begin, plain } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').get();
    await plain.add({ data: { _id: 'late' } });
    await refuses(rows.doc('late').get(), -1, 'does not exist');
    await transaction.rollback();
  }),
  check('the snapshot is taken at the first operation, not at the start', suite, async (tools) => {
    const { begin, plain } = await accounts(tools);
    const { transaction, rows } = await begin();
    await plain.doc('a').update({ data: { balance: 1 } });
    assert.deepEqual((await rows.doc('a').get()).data, { _id: 'a', balance: 1 });
    await transaction.rollback();
  }),
  check('writing what changed since the snapshot conflicts: no lost update', suite, async (tools) => {
    const { begin, plain, balance } = await accounts(tools);
    const { rows } = await begin();
    await rows.doc('a').get();
    await plain.doc('a').update({ data: { balance: tools._.inc(1) } });
    await refuses(rows.doc('a').update({ data: { balance: 0 } }), -501001, conflictText);
    assert.equal(await balance('a'), 101);
  }),
  check('a second transaction that writes a locked document fails at once', suite, async (tools) => {
    const { begin, balance } = await accounts(tools);
    const first = await begin();
    const second = await begin();
    await second.rows.doc('b').get();
    await first.rows.doc('a').update({ data: { balance: 1 } });
    const started = Date.now();
    await refuses(second.rows.doc('a').update({ data: { balance: 2 } }), -501001, conflictText);
    assert.ok(Date.now() - started < 5000);
    await first.transaction.commit();
    assert.equal(await balance('a'), 1);
  }),
  check(
    'the loser of a conflict is over: its next operation is TransactionNotExist',
    suite,
    async (tools) => {
      const { begin } = await accounts(tools);
      const first = await begin();
      const second = await begin();
      await first.rows.doc('a').update({ data: { balance: 1 } });
      await refusal(second.rows.doc('a').update({ data: { balance: 2 } }));
      await refuses(second.rows.doc('b').get(), -501001, endedText);
      await first.transaction.rollback();
    },
  ),
  check('the loser of a conflict keeps no lock', page, async (tools) => {
    const { begin, plain } = await accounts(tools);
    const first = await begin();
    const second = await begin();
    await second.rows.doc('b').update({ data: { balance: 2 } });
    await first.rows.doc('a').update({ data: { balance: 1 } });
    await refusal(second.rows.doc('a').update({ data: { balance: 2 } }));
    assert.deepEqual((await plain.doc('b').update({ data: { balance: 7 } })).stats, { updated: 1 });
    await first.transaction.rollback();
  }),
  check(
    'two transactions that add the same _id conflict',
    "guess: MongoDB's write conflict",
    async (tools) => {
      const { begin } = await accounts(tools);
      const first = await begin();
      const second = await begin();
      await second.rows.doc('a').get();
      await first.rows.add({ data: { _id: 'new', by: 1 } });
      await refusal(second.rows.add({ data: { _id: 'new', by: 2 } }));
      await first.transaction.commit();
    },
  ),
  check(
    'adding a taken _id inside a transaction is a duplicate key',
    'document: MongoDB manual, transactions',
    async (tools) => {
      const { begin } = await accounts(tools);
      const { transaction, rows } = await begin();
      await refuses(rows.add({ data: { _id: 'a' } }), -502001, 'E11000');
      await transaction.rollback().catch(() => undefined);
    },
  ),
  check('write skew is possible: snapshot isolation does not exclude it', page, async (tools) => {
    const { begin, balance } = await accounts(tools);
    const first = await begin();
    const second = await begin();
    await first.rows.doc('a').get();
    await second.rows.doc('b').get();
    await first.rows.doc('b').update({ data: { balance: -100 } });
    await second.rows.doc('a').update({ data: { balance: -100 } });
    await first.transaction.commit();
    await second.transaction.commit();
    assert.deepEqual([await balance('a'), await balance('b')], [-100, -100]);
  }),
  check('an ordinary write to a locked document waits until the commit', page, async (tools) => {
    const { begin, plain, balance } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').update({ data: { balance: 50 } });
    let isDone = false;
    const waiting = plain
      .doc('a')
      .update({ data: { balance: tools._.inc(1) } })
      .then(({ stats }) => {
        isDone = true;
        return stats;
      });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(isDone, false);
    await transaction.commit();
    assert.deepEqual(await waiting, { updated: 1 });
    assert.equal(await balance('a'), 51);
  }),
  check('an ordinary write to a locked document goes on after a rollback', page, async (tools) => {
    const { begin, plain, balance } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').remove();
    const waiting = plain.doc('a').update({ data: { balance: tools._.inc(1) } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await transaction.rollback();
    assert.deepEqual((await waiting).stats, { updated: 1 });
    assert.equal(await balance('a'), 101);
  }),
  check('a waiting conditional write looks again after the commit', page, async (tools) => {
    const { begin, plain } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').update({ data: { balance: 50 } });
    const waiting = plain.where({ _id: 'a', balance: 100 }).update({ data: { balance: 0 } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await transaction.commit();
    assert.deepEqual((await waiting).stats, { updated: 0 });
  }),
  check('an ordinary read does not wait for a lock', page, async (tools) => {
    const { begin, balance } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').update({ data: { balance: 50 } });
    assert.equal(await balance('a'), 100);
    await transaction.rollback();
  }),
  check('doc.set, doc.update and doc.remove answer inside a transaction as outside', sdk, async (tools) => {
    const { begin } = await accounts(tools);
    const { transaction, rows } = await begin();
    assert.deepEqual((await rows.doc('a').update({ data: { balance: 1 } })).stats, { updated: 1 });
    assert.deepEqual((await rows.doc('nobody').update({ data: { balance: 1 } })).stats, { updated: 0 });
    assert.deepEqual((await rows.doc('b').remove()).stats, { removed: 1 });
    assert.equal((await rows.add({ data: { _id: 'c' } }))._id, 'c');
    await transaction.commit();
  }),
  check('a list of 1,001 documents can be added inside a transaction', suite, async (tools) => {
    const { begin, plain } = await accounts(tools);
    const { transaction, rows } = await begin();
    assert.equal((await rows.add({ data: numbered(1001) }))._ids.length, 1001);
    assert.equal((await plain.count()).total, 2);
    await transaction.commit();
    assert.equal((await plain.count()).total, 1003);
  }),
  check('after a commit the transaction does not exist any more', suite, async (tools) => {
    const { begin } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.doc('a').update({ data: { balance: 1 } });
    await transaction.commit();
    await refuses(rows.doc('a').get(), -501001, endedText);
    await assert.rejects(transaction.commit(), { code: 'DATABASE_TRANSACTION_FAIL', message: endedText });
  }),
  check('where.update on a transaction runs outside and survives the rollback', sdk, async (tools) => {
    const { begin, balance } = await accounts(tools);
    const { transaction, rows } = await begin();
    await rows.where({ _id: 'a' }).update({ data: { balance: 1 } });
    await transaction.rollback();
    assert.equal(await balance('a'), 1);
  }),
  check('a transaction over a missing collection is refused', page, async ({ db }) => {
    const transaction = await db.startTransaction();
    await refuses(transaction.collection('contract_nowhere').doc('a').get(), -502005);
    await transaction.rollback().catch(() => undefined);
  }),
  localCheck(
    'where inside a transaction is refused to our functions',
    'document: 数据库/事务: only doc and add',
    async ({ cloud }) => {
      const { result } = await cloud.callFunction({ name: 'strict' });
      const { errCode, errMsg } = result as Doc;
      assert.ok(errCode, JSON.stringify(result));
      assert.match(String(errMsg), /where/i);
    },
  ),
]);
