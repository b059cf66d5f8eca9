import type { ParsedOf } from '../../../types/contract';
import type { BillRunView } from '../../../types/contract/charging';
import type { Instant } from '../../../types/day';
import { changes, joined, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { jobOf } from '../../platform/jobStore';
import { startJob } from '../../platform/jobs';
import { wakeJob } from '../../platform/wakeJob';
import { beginPublishing } from './billRun';
import { billRunById, billRuns } from './billRunStore';
import { publishItselfDue } from './draftSlice';
import { seeBillRun } from './seeBillRuns';

type Made = { readonly billRunId: string };

/**
 * Row C1: finance publishes a run; a job does it home by home. Published already, or being so, by whomever: answered as it stands.
 * Refuses BILL_RUN_NOT_READY while it is drafting.
 */
export const publishBillRun: Changing<ParsedOf<'charging.publishBillRun'>, void, Made, BillRunView> = {
  decide: ({ billRunId }, { now }) => decidePublishing(billRunId, now),
  answer: async (made, _context, ports) => {
    await wakeJob(ports);
    return seeBillRun(made);
  },
};

/** The same for a run that publishes itself. */
export async function decidePublishing(billRunId: string, now: Instant): Promise<Decision<Made>> {
  const run = await billRunById(billRunId);
  if (!run) return toRefuse('NOT_ALLOWED');
  const begun = beginPublishing(run);
  if (!begun.ok) return { kind: 'refuse', refusal: begun.refusal };
  const { communityId } = run;
  const job = await jobOf('publishBillRun', communityId);
  // A job that was given up is begun again; what it has published stays.
  const isGivenUp = run.state === 'publishing' && job?.state === 'stuck';
  if (begun.value === 'running' && !isGivenUp) return toDo({ billRunId }, changes({}));
  return toDo(
    { billRunId },
    joined(
      startJob({ kind: 'publishBillRun', key: communityId, communityId, input: { billRunId } }, job, now),
      changes({
        writes: begun.value === 'running' ? [] : [replace(billRuns, run, begun.value)],
        audit: [
          {
            what: 'billRunPublishing',
            beneficiary: { communityId },
            subjects: [`billRuns/${billRunId}`],
            facts: { bills: run.bills, sum: run.sum },
          },
        ],
        due: [{ kind: publishItselfDue, key: billRunId, at: 'never' }],
      }),
    ),
  );
}
