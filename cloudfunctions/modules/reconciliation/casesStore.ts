import type { Day, Instant } from '../../../types/day';
import type { Fen } from '../../../types/money';
import { ascending, closedCollection, type Stored } from '../../kernel/collection';
import { find, findPage, type Page, readById } from '../../platform/database';
import type { Case } from './case';

/** One day of one community against WeChat's bill. `_id` is community·day. */
export interface Reconciled extends Stored {
  readonly communityId: string;
  readonly day: Day;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly rows: number;
  readonly matched: number;
  readonly differences: number;
  readonly received: Fen;
  readonly refunded: Fen;
  /** Refund numbers the bill named: the next day's run looks here first. */
  readonly refundNumbers: readonly string[];
  readonly at?: Instant;
  readonly failure?: string;
}

export const cases = closedCollection<Case>('cases', [
  ascending('communityId', 'state', 'openedAt', '_id'),
  ascending('orderId'),
]);

export const reconciledDays = closedCollection<Reconciled>('reconciledDays', [
  ascending('communityId', 'day'),
]);

export function caseById(id: string): Promise<Case | undefined> {
  return readById(cases, id);
}

/** Oldest first while open, newest first once resolved; 20 a page. */
export function casesOf(
  communityId: string,
  state: Case['state'],
  after: string | undefined,
): Promise<Page<Case>> {
  return findPage(cases, {
    where: { communityId, state },
    by: 'openedAt',
    direction: state === 'open' ? 'asc' : 'desc',
    after,
  });
}

export function reconciledDayId(communityId: string, day: Day): string {
  return `${communityId}·${day}`;
}

export function reconciledDay(communityId: string, day: Day): Promise<Reconciled | undefined> {
  return readById(reconciledDays, reconciledDayId(communityId, day));
}

/** The last 31 days, newest first. */
export function lastReconciledDays(communityId: string): Promise<readonly Reconciled[]> {
  return find(reconciledDays, { where: { communityId }, orderBy: [['day', 'desc']], limit: 31 });
}
