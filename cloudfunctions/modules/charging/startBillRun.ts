import type { ParsedOf } from '../../../types/contract';
import type { BillRunView } from '../../../types/contract/charging';
import type { Instant, Month } from '../../../types/day';
import { changes, joined, save } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { jobOf } from '../../platform/jobStore';
import { startJob } from '../../platform/jobs';
import { wakeJob } from '../../platform/wakeJob';
import { communityById, countHomes } from '../community';
import { beginRun, billRunId } from './billRun';
import { billRunById, billRuns, billRunsOf } from './billRunStore';
import { publishItselfDue } from './draftSlice';
import { seeBillRun } from './seeBillRuns';

type Made = { readonly billRunId: string };

/**
 * Row C1: begins the run of a month, or goes through it once more while it is not published whole; a run that is at it is answered as
 * it is. Refuses COMMUNITY_NOT_SET_UP, BILL_RUN_TOO_EARLY, BILL_RUN_EXISTS, BILL_RUN_WAITING.
 */
export const startBillRun: Changing<ParsedOf<'charging.startBillRun'>, void, Made, BillRunView> = {
  decide: ({ communityId, month }, { now }) => decideBillRun(communityId, month as Month, now),
  answer: async (made, _context, ports) => {
    await wakeJob(ports);
    return seeBillRun(made);
  },
};

/** The same for the timer. */
export async function decideBillRun(
  communityId: string,
  month: Month,
  now: Instant,
): Promise<Decision<Made>> {
  const id = billRunId(communityId, month);
  const [run, job, runs, community, homes] = await Promise.all([
    billRunById(id),
    jobOf('billRun', communityId),
    billRunsOf(communityId),
    communityById(communityId),
    countHomes(communityId),
  ]);
  if (!community || community.state === 'preparing') return toRefuse('COMMUNITY_NOT_SET_UP');
  const others = runs.filter(({ _id }) => _id !== id);
  // Where a meter begins this month rests on the bills of the last: one run after the other.
  if (others.some(({ state }) => state !== 'published')) return toRefuse('BILL_RUN_WAITING');
  const isFirst = others.length === 0;
  const isStuck = job?.state === 'stuck';
  const begun = beginRun(run, { communityId, month, homes, isFirst, isStuck }, now);
  if (!begun.ok) return { kind: 'refuse', refusal: begun.refusal };
  if (begun.value === 'running') return toDo({ billRunId: id }, changes({}));
  // Every start of a community writes its one job, so that no two months begin at the same time.
  const started = startJob(
    { kind: 'billRun', key: communityId, communityId, input: { billRunId: id } },
    job,
    now,
  );
  return toDo(
    { billRunId: id },
    joined(
      started,
      changes({
        writes: [save(billRuns, run, begun.value)],
        audit: [
          {
            what: 'billRunStarted',
            beneficiary: { communityId },
            subjects: [`billRuns/${id}`],
            facts: { month, round: begun.value.round },
          },
        ],
        due: [{ kind: publishItselfDue, key: id, at: 'never' }],
      }),
    ),
  );
}
