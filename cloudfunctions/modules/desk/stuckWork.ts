import type { ParsedOf } from '../../../types/contract';
import type { StuckWork } from '../../../types/contract/desk';
import { granted, type Outcome } from '../../../types/refusal';
import type { Reach } from '../../kernel/access';
import { changes, joined } from '../../kernel/changes';
import { toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { type Job, jobById, stuckJobsOf } from '../../platform/jobStore';
import { retryJob } from '../../platform/jobs';
import { wakeJob } from '../../platform/wakeJob';

/** A community's work that was given up, longest ago first. */
export async function stuckWork({
  communityId,
}: ParsedOf<'desk.stuckWork'>): Promise<Outcome<readonly StuckWork[]>> {
  const stuck = await stuckJobsOf(communityId);
  return granted([...stuck].sort((a, b) => a.startedAt - b.startedAt).map(workView));
}

function workView({ _id, kind, startedAt, incident }: Job): StuckWork {
  return { workId: _id, kind, startedAt, ...(incident === undefined ? {} : { incident }) };
}

type Made = { readonly communityId: string };

/** Somebody has looked, or wants to see whether it works by now. */
export const retryWork: Changing<ParsedOf<'desk.retryWork'>, void, Made, readonly StuckWork[]> = {
  decide: async ({ workId }, { now }) => {
    const job = await jobById(workId);
    if (!job) return toRefuse('NOT_ALLOWED');
    const { communityId } = job;
    if (job.state !== 'stuck') return toDo({ communityId }, changes({}));
    const note = { what: 'workRetried', beneficiary: { communityId }, subjects: [`jobs/${workId}`] };
    return toDo({ communityId }, joined(retryJob(job, now), changes({ audit: [note] })));
  },
  answer: async (made, _context, ports) => {
    await wakeJob(ports);
    return stuckWork(made);
  },
};

/** Work is its community's. */
export const reachWork: Reach<{ readonly workId: string }> = async ({ workId }) => {
  const job = await jobById(workId);
  return job && { kind: 'community', communityId: job.communityId };
};
