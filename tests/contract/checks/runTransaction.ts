import assert from 'node:assert/strict';
import { check, defineChecks, localCheck, type Tools } from '../harness/checks';
import type { Collection } from '../harness/sdk';

const page = 'document: Database.runTransaction';
const sdk = 'measured: wx-server-sdk 4.0.2';

async function counter({ scratch }: Tools): Promise<{ plain: Collection; name: string }> {
  const plain = await scratch([{ _id: 'a', n: 0 }]);
  return { plain, name: (plain as unknown as { collectionName: string }).collectionName };
}

export const runTransaction = defineChecks('database: runTransaction', [
  check('runTransaction commits and gives what the callback gave', page, async (tools) => {
    const { plain, name } = await counter(tools);
    const answer = await tools.db.runTransaction(async (transaction) => {
      await transaction
        .collection(name)
        .doc('a')
        .update({ data: { n: 5 } });
      return 'done';
    });
    assert.equal(answer, 'done');
    assert.equal((await plain.doc('a').get()).data.n, 5);
  }),
  check('runTransaction rolls back and rejects with what the callback threw', page, async (tools) => {
    const { plain, name } = await counter(tools);
    const failing = tools.db.runTransaction(async (transaction) => {
      await transaction
        .collection(name)
        .doc('a')
        .update({ data: { n: 5 } });
      throw new Error('changed my mind');
    });
    await assert.rejects(failing, /changed my mind/);
    assert.equal((await plain.doc('a').get()).data.n, 0);
  }),
  check('rollback with a reason inside runTransaction rejects with that reason', page, async (tools) => {
    const { plain, name } = await counter(tools);
    const failing = tools.db.runTransaction(async (transaction) => {
      await transaction
        .collection(name)
        .doc('a')
        .update({ data: { n: 5 } });
      await transaction.rollback('no money');
    });
    await assert.rejects(failing, (reason) => reason === 'no money');
    assert.equal((await plain.doc('a').get()).data.n, 0);
  }),
  check('a conflict on an operation is not retried by runTransaction', sdk, async (tools) => {
    const { plain, name } = await counter(tools);
    let runs = 0;
    const failing = tools.db.runTransaction(async (transaction) => {
      runs += 1;
      await transaction.collection(name).doc('a').get();
      await plain.doc('a').update({ data: { n: tools._.inc(1) } });
      await transaction
        .collection(name)
        .doc('a')
        .update({ data: { n: 100 } });
    });
    await assert.rejects(failing, { errCode: -501001, message: /TransactionConflict/ });
    assert.equal(runs, 1);
    assert.equal((await plain.doc('a').get()).data.n, 1);
  }),
  check('transactions that retry on TransactionConflict lose no increment', page, async (tools) => {
    const { plain, name } = await counter(tools);
    const increment = async (): Promise<void> => {
      for (let attempt = 0; attempt < 200; attempt += 1) {
        try {
          await tools.db.runTransaction(async (transaction) => {
            const rows = transaction.collection(name);
            const { data } = await rows.doc('a').get();
            await rows.doc('a').update({ data: { n: Number(data.n) + 1 } });
          });
          return;
        } catch (error) {
          if (!String((error as Error).message).includes('TransactionConflict')) throw error;
          await new Promise((resolve) => setTimeout(resolve, 1 + attempt));
        }
      }
      throw new Error('never got through');
    };
    await Promise.all(Array.from({ length: 10 }, increment));
    assert.equal((await plain.doc('a').get()).data.n, 10);
  }),
  localCheck('a conflict at the commit is retried by runTransaction, three times', sdk, async (tools) => {
    const { plain, name } = await counter(tools);
    await tools.local.control.fault({ point: 'database.commitTransaction', kind: 'conflict', times: 2 });
    let runs = 0;
    await tools.db.runTransaction(async (transaction) => {
      runs += 1;
      await transaction
        .collection(name)
        .doc('a')
        .update({ data: { n: tools._.inc(1) } });
    });
    assert.equal(runs, 3);
    assert.equal((await plain.doc('a').get()).data.n, 1);
  }),
  localCheck('a conflict at every commit reaches the caller with its code', sdk, async (tools) => {
    const { plain, name } = await counter(tools);
    await tools.local.control.fault({ point: 'database.commitTransaction', kind: 'conflict' });
    let runs = 0;
    const failing = tools.db.runTransaction(async (transaction) => {
      runs += 1;
      await transaction
        .collection(name)
        .doc('a')
        .update({ data: { n: tools._.inc(1) } });
    });
    await assert.rejects(failing, { code: 'DATABASE_TRANSACTION_CONFLICT', message: /TransactionConflict/ });
    assert.ok(runs >= 3, `${runs} runs`);
    assert.equal((await plain.doc('a').get()).data.n, 0);
  }),
  localCheck(
    'a conflict can be put on any one operation',
    'document: the control interface',
    async (tools) => {
      const { plain, name } = await counter(tools);
      await tools.local.control.fault({ point: 'database.modifyDocument', kind: 'conflict', times: 1 });
      const failing = tools.db.runTransaction((transaction) =>
        transaction
          .collection(name)
          .doc('a')
          .update({ data: { n: 1 } }),
      );
      await assert.rejects(failing, { errCode: -501001, message: /TransactionConflict/ });
      assert.equal((await plain.doc('a').get()).data.n, 0);
    },
  ),
]);
