import type { Day, Instant } from '../../../types/day';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { limits } from '../../kernel/limits';
import { currentTenure, type Household, type Settled, tenureHeldBy, withTenure } from './household';
import { type HeldTenure, isHeld, isSuspended, released, type Tenure } from './tenure';

export interface Objecting {
  readonly tenureId: string;
  readonly openid: string;
  readonly reason: string;
}

/** May this member object to that one now: it came later, by the register alone, within the last 7 days. */
export function isContestable(tenure: Tenure, objector: HeldTenure, now: Instant): boolean {
  return isHeld(tenure) && obstacleToObjecting(tenure, objector, now) === undefined;
}

/**
 * Row A1: a member objects to somebody who bound the home by phone and second fact alone. The contested access rests until
 * customer service decides, but for an owner's, which only an owner's objection suspends.
 */
export function object(
  household: Household,
  { tenureId, openid, reason }: Objecting,
  now: Instant,
  today: Day,
): Outcome<Settled> {
  const objector = tenureHeldBy(household, openid, today);
  const tenure = currentTenure(household, tenureId, today);
  if (!objector || isSuspended(objector) || !tenure || !isHeld(tenure)) return refused('MEMBER_NOT_FOUND');
  const obstacle = obstacleToObjecting(tenure, objector, now);
  if (obstacle) return refused(obstacle);
  const suspends = tenure.relation !== 'owner' || objector.relation === 'owner';
  const objection = { by: openid, at: now, reason, suspends };
  return granted(withTenure(household, { ...tenure, holder: { ...tenure.holder, objection } }));
}

/** Customer service has looked into it. Who stays is confirmed and cannot be objected to again. Refuses NO_OBJECTION. */
export function decideObjection(
  household: Household,
  { tenureId, verdict }: { readonly tenureId: string; readonly verdict: 'stays' | 'leaves' },
  today: Day,
): Outcome<Settled> {
  const tenure = currentTenure(household, tenureId, today);
  if (!tenure || !isHeld(tenure) || !tenure.holder.objection) return refused('NO_OBJECTION');
  if (verdict === 'leaves') return granted(withTenure(household, released(tenure, today)));
  const { openid, since } = tenure.holder;
  return granted(withTenure(household, { ...tenure, holder: { openid, since, by: 'customerService' } }));
}

function obstacleToObjecting(
  { id, holder }: HeldTenure,
  objector: HeldTenure,
  now: Instant,
): 'OBJECTION_NOT_POSSIBLE' | 'OBJECTION_ALREADY_RAISED' | 'OBJECTION_TOO_LATE' | undefined {
  if (id === objector.id || holder.by !== 'register' || holder.since < objector.holder.since)
    return 'OBJECTION_NOT_POSSIBLE';
  if (holder.objection) return 'OBJECTION_ALREADY_RAISED';
  return now - holder.since > limits.objection ? 'OBJECTION_TOO_LATE' : undefined;
}
