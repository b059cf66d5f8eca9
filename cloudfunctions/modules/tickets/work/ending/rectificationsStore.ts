import type { Rectification } from '../../../../../types/contract/ticketDesks';
import { ascending, closedCollection, type Stored } from '../../../../kernel/collection';
import { findPage, type Page } from '../../../../platform/database';
import type { Ticket } from '../../ticket';

/** A plan as the whole community may read it; `_id` is its ticket's, so that none is published twice. */
export interface PublishedPlan extends Stored, Rectification {
  readonly communityId: string;
}

export const rectifications = closedCollection<PublishedPlan>('rectifications', [
  ascending('communityId', 'publishedAt', '_id'),
]);

/** What is published of a ticket with a plan: what it was about and how it was rated, nobody's words but the plan's. */
export function rectificationOf(ticket: Ticket): Omit<PublishedPlan, 'version'> {
  const { _id, communityId, problem, plan, rating } = ticket;
  if (!plan) throw new Error(`${_id} has no plan`);
  return {
    ...{ _id, communityId, problem, what: `住户评价 ${rating?.stars ?? 0} 星` },
    ...{ plan: plan.text, dueOn: plan.dueOn, publishedAt: plan.at },
  };
}

/** Newest first, 20 a page. One read. */
export function rectificationsOf(
  communityId: string,
  after: string | undefined,
): Promise<Page<PublishedPlan>> {
  return findPage(rectifications, {
    where: { communityId },
    by: 'publishedAt',
    direction: 'desc',
    after,
  });
}
