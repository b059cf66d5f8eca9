import type { ParsedOf } from '../../../types/contract';
import { granted } from '../../../types/refusal';
import { changes, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { communities, communityById, defaultSettings } from '../community';
import { publishingItself } from './billRun';
import { billRuns, billRunsOf } from './billRunStore';
import { publishItselfDue } from './draftSlice';

type Made = { readonly autoPublish: boolean };

/** Whether drafted runs publish themselves a day later; a run that waits follows at once, from now on. */
export const setAutoPublish: Changing<ParsedOf<'charging.setAutoPublish'>, void, Made, Made> = {
  decide: async ({ communityId, autoPublish }, { now }): Promise<Decision<Made>> => {
    const [community, runs] = await Promise.all([communityById(communityId), billRunsOf(communityId)]);
    if (!community) return toRefuse('NOT_ALLOWED');
    const settings = { ...(community.settings ?? defaultSettings), autoPublish };
    const waiting = runs.filter(({ state }) => state === 'drafted');
    const followed = waiting.map((run) => ({ run, next: publishingItself(run, now, autoPublish) }));
    return toDo(
      { autoPublish },
      changes({
        writes: [
          replace(communities, community, { ...community, settings }),
          ...followed.map(({ run, next }) => replace(billRuns, run, next)),
        ],
        audit: [
          {
            what: 'autoPublishSet',
            beneficiary: { communityId },
            subjects: [`communities/${communityId}`],
            facts: { autoPublish },
          },
        ],
        due: followed.map(({ next }) => ({
          kind: publishItselfDue,
          key: next._id,
          at: next.publishesAt ?? 'never',
        })),
      }),
    );
  },
  answer: async (made) => granted(made),
};
