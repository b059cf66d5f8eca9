import { RandomStream } from '../../../simulator/cloud/core/random';
import type { Database } from '../../contract/harness/sdk';
import { Actor, type Committed, openAccounts, type Seen } from './bank';

export interface HttpRun {
  readonly history: Committed[];
  readonly end: Seen[];
}

/** Actors over HTTP, in whatever order the machine brings; after a conflict each waits a little, never twice as long. */
export async function runOverHttp(
  db: Database,
  accounts: readonly string[],
  { actors: count, transactions, seed }: { actors: number; transactions: number; seed: number },
): Promise<HttpRun> {
  await openAccounts(db, accounts);
  const random = new RandomStream(seed);
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, random.below(15)));
  const actors = Array.from(
    { length: count },
    (_unused, n) => new Actor(`actor${n}`, db, accounts, new RandomStream(seed * 100 + n), pause),
  );
  await Promise.all(actors.map((actor) => actor.work(transactions)));
  return { history: actors.flatMap(({ committed }) => committed), end: await endOf(db) };
}

/** How the accounts stand. */
export async function endOf(db: Database): Promise<Seen[]> {
  const { data } = await db.collection('accounts').limit(1000).get();
  return data.map(({ _id, version, balance }) => ({
    account: String(_id),
    version: Number(version),
    balance: Number(balance),
  }));
}
