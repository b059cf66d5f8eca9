import { refuses } from '../contract/harness/expect';
import { type Started, startContractCloud } from '../contract/harness/local';

let started: Started;
beforeAll(async () => {
  started = await startContractCloud();
}, 60_000);
afterAll(() => started.stop());

test('a transaction lives for 30 seconds of real time; then its locks are gone and nothing of it is kept', async () => {
  const { db, local } = started;
  const accounts = db.collection('accounts');
  await accounts.add({ data: { _id: 'a', n: 1 } });
  await local.control.post('/control/clock/freeze');
  const transaction = await db.startTransaction();
  await transaction
    .collection('accounts')
    .doc('a')
    .update({ data: { n: 2 } });
  await new Promise((resolve) => setTimeout(resolve, 25_000));
  expect((await transaction.collection('accounts').doc('a').get()).data.n).toBe(2);
  const waitingSince = Date.now();
  expect((await accounts.doc('a').update({ data: { n: db.command.inc(10) } })).stats.updated).toBe(1);
  expect(Date.now() - waitingSince).toBeGreaterThan(3000);
  expect((await accounts.doc('a').get()).data.n).toBe(11);
  await refuses(transaction.collection('accounts').doc('a').get(), -501_001, 'TransactionNotExist');
}, 90_000);
