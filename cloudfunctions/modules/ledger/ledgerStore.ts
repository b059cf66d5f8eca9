import type { Day } from '../../../types/day';
import { ascending, closedCollection } from '../../kernel/collection';
import { findPage, type Page, readById } from '../../platform/database';
import type { Journal } from './journal';

/** Journals are created, never changed. */
export const journals = closedCollection<Journal>('journals', [
  ascending('communityId', 'day', '_id'),
  ascending('communityId', 'at', '_id'),
  ascending('source'),
]);

export function journalById(id: string): Promise<Journal | undefined> {
  return readById(journals, id);
}

/** The journals that count for one day, in the order of their ids; 20 a page. */
export function journalsOfDay(
  communityId: string,
  day: Day,
  after: string | undefined,
): Promise<Page<Journal>> {
  return findPage(journals, { where: { communityId, day }, by: 'at', direction: 'asc', after });
}
