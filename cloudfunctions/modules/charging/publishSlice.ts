import { dayOf, type Month } from '../../../types/day';
import { changes, replace } from '../../kernel/changes';
import { toDo } from '../../kernel/decision';
import { limits } from '../../kernel/limits';
import type { Ports } from '../../kernel/ports';
import { DecideAgain } from '../../platform/commit';
import { readByIds } from '../../platform/database';
import type { SliceOf } from '../../platform/jobs';
import { settle } from '../../platform/settle';
import { homesAfter } from '../community';
import { householdOf, households } from '../people';
import type { BillRun } from './billRun';
import { billRunById, billRuns } from './billRunStore';
import { accountsOf, draftsOfHomes, homeAccountOf } from './chargingStore';
import { type HomeToPublish, publishHome } from './publishHome';

/** How many homes are published at the same time. Ours: more only makes the database's queue longer. */
const atOnce = 5;

/**
 * Publishes the drafts of the next homes of a run, each home in commits of its own: whichever of them stand when a slice is killed,
 * the next one finds only what is still a draft.
 */
export const publishSlice: SliceOf = async (job, ports) => {
  const run = await billRunById(String(job.input.billRunId));
  if (run?.state !== 'publishing') return { changes: changes({}) };
  const after = job.cursor as string | undefined;
  const homes = await homesAfter(run.communityId, after, limits.homesPerPublishSlice);
  const ids = homes.map(({ _id }) => _id);
  const [drafts, accounts, living] = await Promise.all([
    draftsOfHomes(ids, run.month),
    accountsOf(ids),
    readByIds(households, ids),
  ]);
  const waiting = homes
    .map(({ _id, communityId, place }) => ({
      homeId: _id,
      communityId,
      place,
      account: accounts.find((account) => account._id === _id),
      household: living.find((household) => household._id === _id),
      drafts: drafts.filter(({ homeId }) => homeId === _id),
    }))
    .filter((home) => home.drafts.length > 0);
  for (let from = 0; from < waiting.length; from += atOnce)
    await Promise.all(waiting.slice(from, from + atOnce).map((home) => publishAll(home, run, ports)));
  if (homes.length === limits.homesPerPublishSlice) return { changes: changes({}), cursor: ids.at(-1) };
  const published: BillRun = { ...run, state: 'published', publishedAt: ports.now() };
  return {
    changes: changes({
      writes: [replace(billRuns, run, published)],
      audit: [
        {
          what: 'billRunPublished',
          beneficiary: { communityId: run.communityId },
          subjects: [`billRuns/${run._id}`],
          facts: { bills: run.bills, sum: run.sum },
        },
      ],
    }),
  };
};

async function publishAll(home: HomeToPublish, run: BillRun, ports: Ports): Promise<void> {
  const { communityId, month } = run;
  let state: HomeToPublish | undefined = home;
  for (let rest = home.drafts.length; rest > 0; rest -= limits.billsPerCommit) {
    const author = { action: 'job.publishBillRun', actor: { as: 'job' }, communityId };
    const decide = async () => {
      // What the slice has read serves once; after a conflict, and for the next six, it is read again.
      const fresh: HomeToPublish = state ?? (await reload(home, month));
      state = undefined;
      if (fresh.drafts.length === 0) return toDo(home.homeId, changes({}));
      const now = ports.now();
      return toDo(home.homeId, publishHome(fresh, { month, now, today: dayOf(now) }));
    };
    const done = await settle({ author, decide }, ports);
    if (!done.ok) throw new DecideAgain(`home ${home.homeId} is changed all the time`);
  }
}

async function reload(home: HomeToPublish, month: Month): Promise<HomeToPublish> {
  const [drafts, account, household] = await Promise.all([
    draftsOfHomes([home.homeId], month),
    homeAccountOf(home.homeId),
    householdOf(home.homeId),
  ]);
  return { ...home, drafts, account, household };
}
