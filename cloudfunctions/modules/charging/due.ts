import type { Instant } from '../../../types/day';
import { changes, type Due, joined } from '../../kernel/changes';
import { toDo } from '../../kernel/decision';
import type { Ports } from '../../kernel/ports';
import { settle } from '../../platform/settle';
import { type CommunitySettings, communityById } from '../community';
import { monthBilledAt, nextBillingAt } from './billRun';
import { decidePublishing } from './publishBillRun';
import { decideBillRun } from './startBillRun';

/** The due entry of a community whose runs begin by themselves; its key is the community's id. */
export const billingDayDue = 'billingDay';

/** When the next run begins by itself: part of whatever sets the community's billing day. `never` where it has none. */
export function billingDue(
  communityId: string,
  { billing }: Pick<CommunitySettings, 'billing'>,
  now: Instant,
): Due {
  return { kind: billingDayDue, key: communityId, at: billing ? nextBillingAt(billing, now) : 'never' };
}

/**
 * The community's billing day has come: its run begins, and the next day is set in the same commit. A run that may not begin (an
 * earlier one is not published) is told in the log and left to finance.
 */
export async function beginOnBillingDay(communityId: string, ports: Ports): Promise<void> {
  const community = await communityById(communityId);
  const billing = community?.settings?.billing;
  const author = { action: 'tick.billingDay', actor: { as: 'tick' }, communityId };
  const decide = async () => {
    const now = ports.now();
    const next = changes({
      due: [billingDue(communityId, community?.settings ?? {}, now)],
      audit: [{ what: 'billingDayCame', beneficiary: { communityId }, subjects: [] }],
    });
    if (!billing) return toDo(communityId, next);
    const begun = await decideBillRun(communityId, monthBilledAt(billing, now), now);
    if (begun.kind === 'do') return toDo(communityId, joined(begun.changes, next));
    const facts = { communityId, code: begun.refusal.code };
    ports.log({ level: 'warning', what: 'billRunNotBegun', facts });
    return toDo(communityId, next);
  };
  await settle({ author, decide }, ports);
}

/** A drafted run publishes itself a day later. */
export async function publishItself(billRunId: string, ports: Ports): Promise<void> {
  const author = { action: 'tick.publishBillRun', actor: { as: 'tick' } };
  await settle({ author, decide: () => decidePublishing(billRunId, ports.now()) }, ports);
}
