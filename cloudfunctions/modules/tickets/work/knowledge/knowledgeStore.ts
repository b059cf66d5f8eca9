import type { Instant } from '../../../../../types/day';
import { ascending, closedCollection, type Stored } from '../../../../kernel/collection';
import { count, findAll, findPage, type Page, readById } from '../../../../platform/database';

/** One question and answer of the company's own (B11). */
export interface Entry extends Stored {
  readonly communityId: string;
  readonly question: string;
  readonly answer: string;
  readonly updatedAt: Instant;
  /** A staff member's name. */
  readonly updatedBy: string;
}

export const knowledge = closedCollection<Entry>('knowledge', [
  ascending('communityId', 'updatedAt', '_id'),
  ascending('communityId', '_id'),
]);

/** One read. */
export function entryById(entryId: string): Promise<Entry | undefined> {
  return readById(knowledge, entryId);
}

/** All a community knows. One read for every hundred. */
export function entriesOf(communityId: string): Promise<readonly Entry[]> {
  return findAll(knowledge, { communityId });
}

/** One read. */
export function countEntries(communityId: string): Promise<number> {
  return count(knowledge, { communityId });
}

/** Last edited first, 20 a page. One read. */
export function entriesPage(communityId: string, after: string | undefined): Promise<Page<Entry>> {
  return findPage(knowledge, { where: { communityId }, by: 'updatedAt', direction: 'desc', after });
}
