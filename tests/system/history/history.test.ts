import type { AdminActions } from '../../../simulator/cloud/core/admin';
import { RandomStream } from '../../../simulator/cloud/core/random';
import { SeededGate } from '../../../simulator/cloud/database/simulation';
import { TestDatabase } from '../../../simulator/cloud/database/testDatabase';
import { Actor, accountNames, type Committed, openAccounts } from './bank';
import { directSdk } from './directSdk';
import { endOf } from './run';
import { faultsOf } from './verdict';

const accounts = accountNames(12);

/** Eight actors and more, in an order that the seed alone decides, with conflicts put on operations and on commits. */
async function simulate(
  seed: number,
  actorCount: number,
  transactions: number,
  changed: (actions: AdminActions) => AdminActions = (actions) => actions,
) {
  const gate = new SeededGate(new RandomStream(seed));
  const database = new TestDatabase({ gate, database: { collections: [{ name: 'accounts' }] }, seed });
  const { faults } = database.context;
  faults.add({ id: 'commit', point: 'database.commitTransaction', kind: 'conflict', chance: 0.02 });
  faults.add({ id: 'operation', point: 'database.modifyDocument', kind: 'conflict', chance: 0.005 });
  try {
    const db = directSdk(changed(database.service.actions));
    await openAccounts(db, accounts);
    const actors = Array.from(
      { length: actorCount },
      (_unused, n) => new Actor(`actor${n}`, db, accounts, new RandomStream(seed * 1000 + n)),
    );
    await gate.run(actors.map((actor) => () => actor.work(transactions)));
    const history: Committed[] = actors.flatMap(({ committed }) => committed);
    const sum = (of: 'onOperation' | 'onCommit') => actors.reduce((all, { counts }) => all + counts[of], 0);
    const end = await endOf(db);
    return { history, end, onOperation: sum('onOperation'), onCommit: sum('onCommit') };
  } finally {
    database.close();
  }
}

test('10,000 transactions of ten actors could have happened one after another', async () => {
  const { history, end, onOperation, onCommit } = await simulate(20_261_110, 10, 1000);
  expect(history).toHaveLength(10_000);
  expect(faultsOf(history, accounts, end)).toEqual([]);
  expect(onOperation).toBeGreaterThan(1000);
  expect(onCommit).toBeGreaterThan(100);
}, 600_000);

test('the same seed gives the same history, another seed another', async () => {
  const [first, again, other] = [
    await simulate(5, 8, 20),
    await simulate(5, 8, 20),
    await simulate(6, 8, 20),
  ];
  expect(again).toEqual(first);
  expect(other.history).not.toEqual(first.history);
}, 600_000);

/** A database that reads outside of the transaction that asks, as a mere read-committed one would. */
function readingOutside(actions: AdminActions): AdminActions {
  const read: AdminActions[string] = async (params, call) => {
    const { transactionId, ...outside } = params;
    const get = actions['database.getDocument'];
    if (!get) throw new Error('no reads');
    return get(transactionId === undefined ? params : outside, call);
  };
  return { ...actions, 'database.getDocument': read };
}

test('the judge sees a database whose transactions read what they like', async () => {
  const { history, end } = await simulate(5, 8, 20, readingOutside);
  expect(faultsOf(history, accounts, end).join('\n')).toMatch(/lost update/);
}, 600_000);
