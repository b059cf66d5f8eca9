import type { ParsedOf } from '../../../types/contract';
import type { NotReached } from '../../../types/contract/messages';
import { granted, refused } from '../../../types/refusal';
import { changes, replace } from '../../kernel/changes';
import { toDo, toRefuse } from '../../kernel/decision';
import type { Changing, Context } from '../../kernel/routes';
import { shown } from './listNotReached';
import { notReached, notReachedById } from './messagesStore';

/** Staff say how they have reached somebody, or why nobody need. Refuses NOT_REACHED_SETTLED where a colleague was faster. */
export const settleNotReached: Changing<
  ParsedOf<'messages.settleNotReached'>,
  undefined,
  { readonly notReachedId: string },
  NotReached
> = {
  async decide({ notReachedId, how, note }, context) {
    const row = await notReachedById(notReachedId);
    if (row?.state !== 'open') return toRefuse('NOT_REACHED_SETTLED');
    const { communityId, residentId } = row;
    const settled = {
      ...row,
      state: 'settled' as const,
      how,
      ...(note === undefined ? {} : { note }),
      settledBy: staffIdOf(context, communityId),
      settledAt: context.now,
    };
    return toDo(
      { notReachedId },
      changes({
        writes: [replace(notReached, row, settled)],
        audit: [
          {
            what: 'notReachedSettled',
            beneficiary: residentId === undefined ? { communityId } : { residentId, communityId },
            subjects: [`notReached/${notReachedId}`],
            facts: { how },
          },
        ],
      }),
    );
  },
  async answer({ notReachedId }) {
    const row = await notReachedById(notReachedId);
    const [view] = row ? await shown([row]) : [];
    return view ? granted(view) : refused('NOT_ALLOWED');
  },
};

/** Access has let in only somebody who holds a post there. */
function staffIdOf({ caller }: Context, communityId: string): string {
  return caller.posts.find((post) => post.communityId === communityId)?.staffId ?? caller.openid;
}
