import { type Day, type Instant, startOfDay } from '../../../types/day';
import { type Changes, changes } from '../../kernel/changes';
import { jobOf } from '../../platform/jobStore';
import { startJob } from '../../platform/jobs';
import { reconciledDayId } from './casesStore';

/** WeChat makes a day's bill by 10:00 of the next. Requirement C10: 10:30. */
export const billAfter = (24 + 10.5) * 60 * 60_000;

export const reconcileKind = 'reconcile';

/** The first day of a community that is to be reconciled; each day then brings about the next. Part of its going live. */
export async function startReconciling(communityId: string, day: Day): Promise<Changes> {
  const key = reconciledDayId(communityId, day);
  const before = await jobOf(reconcileKind, key);
  if (before) return changes({});
  const at = (startOfDay(day) + billAfter) as Instant;
  return startJob({ kind: reconcileKind, key, communityId, input: { communityId, day } }, undefined, at);
}
