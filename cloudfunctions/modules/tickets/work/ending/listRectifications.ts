import type { ParsedOf } from '../../../../../types/contract';
import type { Rectification } from '../../../../../types/contract/ticketDesks';
import { granted, type Outcome } from '../../../../../types/refusal';
import { rectificationsOf } from './rectificationsStore';

/** B7: what is being done about what was rated poorly; everybody of the community may read it. */
export async function listRectifications({
  communityId,
  after,
}: ParsedOf<'ticketDesks.rectifications'>): Promise<
  Outcome<{ readonly rows: readonly Rectification[]; readonly next?: string }>
> {
  const { rows, next } = await rectificationsOf(communityId, after);
  return granted({
    rows: rows.map(({ problem, what, plan, dueOn, publishedAt }) => ({
      ...{ problem, what, plan, dueOn, publishedAt },
    })),
    ...(next === undefined ? {} : { next }),
  });
}
