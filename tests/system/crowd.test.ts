import { type Started, startContractCloud } from '../contract/harness/local';
import type { Doc } from '../contract/harness/sdk';
import { accountNames } from './history/bank';
import { runOverHttp } from './history/run';
import { faultsOf } from './history/verdict';

let started: Started;
beforeAll(async () => {
  started = await startContractCloud();
}, 600_000);
afterAll(() => started.stop());

test('twelve users at once, each calling function after function, always get their own identity', async () => {
  const { local } = started;
  const phones = await Promise.all(Array.from({ length: 12 }, (_unused, n) => local.phone(`user${n}`)));
  const seen = await Promise.all(
    phones.map(async (phone, user) => {
      const openids: unknown[] = [];
      for (let call = 0; call < 12; call += 1) {
        const isNested = (user + call) % 3 === 0;
        const answer = await phone.call(isNested ? 'chain' : 'echo', { n: call });
        const { wx } = (isNested ? answer.inner : answer) as { wx: Doc };
        openids.push(wx.OPENID);
      }
      return openids.every((openid) => openid === phone.openid);
    }),
  );
  expect(seen).toEqual(phones.map(() => true));
}, 600_000);

/** As in the simulation, but with real sockets. */
test('800 transactions of eight actors over HTTP could have happened one after another', async () => {
  const accounts = accountNames(12);
  const run = await runOverHttp(started.db, accounts, { actors: 8, transactions: 100, seed: 3 });
  expect(run.history).toHaveLength(800);
  expect(faultsOf(run.history, accounts, run.end)).toEqual([]);
}, 600_000);
