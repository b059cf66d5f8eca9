import { period } from '../../../types/period';
import { type Changes, changes, replace } from '../../kernel/changes';
import { limits } from '../../kernel/limits';
import { bringAbout } from '../../platform/bulk';
import type { SliceOf } from '../../platform/jobs';
import { communityById, defaultSettings, homesAfter } from '../community';
import { addTallies, type BillRun, drafted } from './billRun';
import { billRunById, billRunRows, billRuns, rowsOfHomes } from './billRunStore';
import { bills } from './chargingStore';
import { draftHome } from './draftHome';
import { itemsOf, loadBilling } from './loadBilling';

/** The due entry of a run that publishes itself; its key is the run's id. */
export const publishItselfDue = 'publishBillRun';

/**
 * Drafts the bills of the next homes of a run. Drafts are seen by nobody: they are added outside of the commit, under ids that
 * follow from what they are for, and what is there already and the same is left alone; so a slice that is begun again, or a run that
 * is run again, ends with the same documents. What it came to is counted in the commit that moves the cursor on: once.
 */
export const draftSlice: SliceOf = async (job, ports) => {
  const run = await billRunById(String(job.input.billRunId));
  if (run?.state !== 'drafting') return { changes: changes({}) };
  const { communityId, month } = run;
  const [homes, items, community] = await Promise.all([
    homesAfter(communityId, job.cursor as string | undefined, limits.homesPerDraftSlice),
    itemsOf(communityId),
    communityById(communityId),
  ]);
  const settings = community?.settings ?? defaultSettings;
  const of = period(month, 1);
  const data = await loadBilling(homes, of);
  const terms = { period: of, items, collectsUtilities: settings.collectsUtilities };
  const made = data.map((home) => draftHome(home, terms, run));
  const homeIds = homes.map(({ _id }) => _id);
  const drafts = data.flatMap(({ inMonth }) => inMonth.filter(({ state }) => state === 'draft'));
  const rows = await rowsOfHomes(run._id, homeIds);
  const wanted = made.flatMap((home) => home.bills).map((bill) => ({ ...bill, version: 1 }));
  const records = made.flatMap((home) => home.records).map((record) => ({ ...record, version: 1 }));
  const author = { action: `job.${job.kind}`, actor: { as: 'job' }, communityId };
  await bringAbout(bills, { wanted, there: drafts }, author, ports);
  await bringAbout(billRunRows, { wanted: records, there: rows }, author, ports);
  const counted = { ...run, ...made.map(({ tally }) => tally).reduce(addTallies, run) };
  if (homes.length === limits.homesPerDraftSlice)
    return { changes: changes({ writes: [replace(billRuns, run, counted)] }), cursor: homeIds.at(-1) };
  return { changes: end(run, drafted(counted, ports.now(), settings.autoPublish)) };
};

/** All homes are gone through: finance is told, and the run waits to be published, by somebody or by itself. */
function end(run: BillRun, ended: BillRun): Changes {
  const { _id, communityId, month, bills: made, sum, outliers, unbillable, publishesAt } = ended;
  return changes({
    writes: [replace(billRuns, run, ended)],
    audit: [
      {
        what: 'billsDrafted',
        beneficiary: { communityId },
        subjects: [`billRuns/${_id}`],
        facts: { bills: made, sum, outliers, unbillable },
      },
    ],
    messages: [
      {
        to: { duty: 'finance' },
        kind: 'billsDrafted',
        words: { month, bills: made, amount: sum, unbillable },
        page: `billRun?billRunId=${_id}`,
      },
    ],
    due: [{ kind: publishItselfDue, key: _id, at: publishesAt ?? 'never' }],
  });
}
