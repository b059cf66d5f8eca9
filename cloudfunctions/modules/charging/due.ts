import type { Instant } from '../../../types/day';
import type { Due } from '../../kernel/changes';
import type { DueHandler, DueHandlers } from '../../kernel/due';
import { limits } from '../../kernel/limits';
import { settle } from '../../platform/settle';
import { type CommunitySettings, communityById } from '../community';
import { monthBilledAt, nextBillingAt } from './billRun';
import { decidePublishing } from './publishBillRun';
import { decideBillRun } from './startBillRun';

/** When the next run begins by itself: part of whatever sets the community's billing day. Keyed by the community. */
export function billingDue(
  communityId: string,
  { billing }: Pick<CommunitySettings, 'billing'>,
  now: Instant,
): Due {
  return { kind: 'billingDay', key: communityId, at: billing ? nextBillingAt(billing, now) : 'never' };
}

/**
 * The community's billing day has come: its run begins, unless one waits to be published: that is told in the log and left to
 * finance.
 */
const billingDay: DueHandler = async (communityId, ports) => {
  const billing = (await communityById(communityId))?.settings?.billing;
  if (!billing) return 'never';
  const month = monthBilledAt(billing, ports.now());
  const author = { action: 'tick.billingDay', actor: { as: 'tick' }, communityId };
  const decide = () => decideBillRun(communityId, month, ports.now());
  const begun = await settle({ author, decide }, ports);
  if (!begun.ok) {
    const facts = { communityId, code: begun.refusal.code };
    ports.log({ level: 'warning', what: 'billRunNotBegun', facts });
  }
  return nextBillingAt(billing, ports.now());
};

/** A drafted run publishes itself a day later; its beginning to publish takes the entry away. */
const publishBillRun: DueHandler = async (billRunId, ports) => {
  const author = { action: 'tick.publishBillRun', actor: { as: 'tick' } };
  const decide = () => decidePublishing(billRunId, ports.now());
  const begun = await settle({ author, decide }, ports);
  const isBusy = !begun.ok && begun.refusal.code === 'BUSY';
  return isBusy ? ((ports.now() + limits.jobRetry) as Instant) : 'never';
};

/** What the tick looks after for billing. */
export const chargingDue: DueHandlers = { billingDay, publishBillRun };
