import { type Day, type Instant, startOfDay } from '../../../types/day';
import { type Changes, changes } from '../../kernel/changes';
import { jobOf } from '../../platform/jobStore';
import { startJob } from '../../platform/jobs';

const halfPastTwo = 2.5 * 60 * 60_000;

export const totalsKind = 'totals';

/** The count of a day's small hours, at once where they are over; every night brings about the next. Part of a community's going live. */
export async function startCounting(communityId: string, day: Day): Promise<Changes> {
  const key = `${communityId}·${day}`;
  if (await jobOf(totalsKind, key)) return changes({});
  const at = (startOfDay(day) + halfPastTwo) as Instant;
  return startJob({ kind: totalsKind, key, communityId, input: { communityId, day } }, undefined, at);
}
