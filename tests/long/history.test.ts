import { type Started, startContractCloud } from '../contract/harness/local';
import { accountNames } from '../system/history/bank';
import { runOverHttp } from '../system/history/run';
import { faultsOf } from '../system/history/verdict';

let started: Started;
beforeAll(async () => {
  started = await startContractCloud();
}, 60_000);
afterAll(() => started.stop());

test('10,000 transactions of twelve actors over HTTP could have happened one after another', async () => {
  const accounts = accountNames(16);
  const run = await runOverHttp(started.db, accounts, { actors: 12, transactions: 834, seed: 11 });
  expect(run.history.length).toBeGreaterThanOrEqual(10_000);
  expect(faultsOf(run.history, accounts, run.end)).toEqual([]);
}, 900_000);
