import type { ParsedOf } from '../../../types/contract';
import type { BillingSettings } from '../../../types/contract/charging';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { changes, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { communities, communityById, defaultSettings } from '../community';
import { nextBillingAt, publishingItself } from './billRun';
import { billRuns, billRunsOf } from './billRunStore';
import { publishItselfDue } from './draftSlice';
import { billingDue } from './due';

type Made = { readonly communityId: string };

/**
 * Row C1: whether runs begin and publish themselves, and whether electricity and water are collected. A run that waits follows at
 * once: it publishes itself a day from now, or not any more.
 */
export const setBilling: Changing<ParsedOf<'charging.setBilling'>, void, Made, BillingSettings> = {
  decide: async ({ communityId, billing, ...input }, { now }): Promise<Decision<Made>> => {
    const [community, runs] = await Promise.all([communityById(communityId), billRunsOf(communityId)]);
    if (!community) return toRefuse('NOT_ALLOWED');
    const { billing: _earlier, ...rest } = community.settings ?? defaultSettings;
    const settings = { ...rest, ...input, ...(billing ? { billing } : {}) };
    const { autoPublish, collectsUtilities } = settings;
    const waiting = runs.filter(({ state }) => state === 'drafted');
    const followed = waiting
      .filter(({ publishesAt }) => autoPublish !== (publishesAt !== undefined))
      .map((run) => ({ run, next: publishingItself(run, now, autoPublish) }));
    return toDo(
      { communityId },
      changes({
        writes: [
          replace(communities, community, { ...community, settings }),
          ...followed.map(({ run, next }) => replace(billRuns, run, next)),
        ],
        audit: [
          {
            what: 'billingSet',
            beneficiary: { communityId },
            subjects: [`communities/${communityId}`],
            facts: { autoPublish, collectsUtilities, day: billing?.day ?? 0 },
          },
        ],
        due: [
          billingDue(communityId, settings, now),
          ...followed.map(({ next }) => ({
            kind: publishItselfDue,
            key: next._id,
            at: next.publishesAt ?? ('never' as const),
          })),
        ],
      }),
    );
  },
  answer: seeBillingSettings,
};

/** How a community is billed, and when the next run begins by itself. */
export async function seeBillingSettings(
  { communityId }: { readonly communityId: string },
  { now }: Context,
): Promise<Outcome<BillingSettings>> {
  const community = await communityById(communityId);
  if (!community) return refused('NOT_ALLOWED');
  const { autoPublish, collectsUtilities, billing } = community.settings ?? defaultSettings;
  const byItself = billing ? { billing, nextAt: nextBillingAt(billing, now) } : {};
  return granted({ autoPublish, collectsUtilities, ...byItself });
}
