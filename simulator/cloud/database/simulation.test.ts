import { RandomStream } from '../core/random';
import { SeededGate } from './simulation';
import { TestDatabase } from './testDatabase';

const accounts = ['a', 'b', 'c'];

function isConflict(error: unknown): boolean {
  return /Transaction(Conflict|NotExist)/.test(String(error));
}

/** Moves one from an account to another in a transaction, and now and then adds to one without any. */
async function move(database: TestDatabase, random: RandomStream): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    const from = accounts[random.below(accounts.length)]!;
    const to = accounts[random.below(accounts.length)]!;
    if (random.below(4) === 0) await database.update('things', to, { $inc: { visits: 1 } });
    const scope = await database.start();
    try {
      const balance = Number((await database.get('things', from, scope))?.balance);
      await database.update('things', from, { $set: { balance: balance - 1 } }, scope);
      await database.update('things', to, { $inc: { balance: 1 } }, scope);
      await database.commit(scope);
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
  }
}

async function simulate(seed: number) {
  const gate = new SeededGate(new RandomStream(seed));
  const database = new TestDatabase({ gate });
  try {
    await database.add(
      'things',
      accounts.map((_id) => ({ _id, balance: 10, visits: 0 })),
    );
    const actors = [1, 2, 3, 4].map((actor) => () => move(database, new RandomStream(seed * 100 + actor)));
    await gate.run(actors);
    const end = await database.find('things', {});
    return { history: gate.history, end, open: database.service.engine.openTransactions };
  } finally {
    database.close();
  }
}

describe('a seeded simulation', () => {
  it('gives the same history for the same seed', async () => {
    const first = await simulate(7);
    const second = await simulate(7);
    expect(first.history.length).toBeGreaterThan(100);
    expect(second).toEqual(first);
  });

  it('gives another history for another seed, and never loses or makes a balance', async () => {
    const histories = new Set<string>();
    for (const seed of [1, 2, 3, 4, 5]) {
      const { history, end, open } = await simulate(seed);
      histories.add(history.map(({ action, transactionId }) => `${action} ${transactionId}`).join('\n'));
      expect(end.reduce((sum, { balance }) => sum + Number(balance), 0)).toBe(30);
      expect(open).toBe(0);
    }
    expect(histories.size).toBe(5);
  });

  it('lets another actor go on while one waits for a transaction', async () => {
    const gate = new SeededGate(new RandomStream(3));
    const database = new TestDatabase({ gate });
    await database.add('things', { _id: 'a', n: 0 });
    const holder = async () => {
      const scope = await database.start();
      await database.update('things', 'a', { $inc: { n: 1 } }, scope);
      for (let look = 0; look < 20; look += 1) await database.get('things', 'a', scope);
      await database.commit(scope);
    };
    await gate.run([holder, async () => void (await database.update('things', 'a', { $inc: { n: 10 } }))]);
    expect((await database.get('things', 'a'))?.n).toBe(11);
    database.close();
  });

  it('ends with the error of an actor', async () => {
    const gate = new SeededGate(new RandomStream(1));
    const failing = gate.run([() => Promise.reject(new Error('lost')), () => Promise.resolve()]);
    await expect(failing).rejects.toThrow('lost');
  });
});
