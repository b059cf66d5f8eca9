import type { Day, Instant } from '../../../types/day';
import type { DayRange } from '../../../types/period';
import { ascending, closedCollection } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { find, findAll, findPage, is, type Page, readById } from '../../platform/database';
import type { Account } from './account';
import { type Journal, moneyInKinds } from './journal';

/** Journals are created, never changed. */
export const journals = closedCollection<Journal>('journals', [
  ascending('communityId', 'day', '_id'),
  ascending('communityId', 'postedAt', '_id'),
  ascending('source'),
  ascending('lines.billId'),
  ascending('communityId', 'lines.account', 'day', '_id'),
]);

export function journalById(id: string): Promise<Journal | undefined> {
  return readById(journals, id);
}

/** The journals by which money came in through some channel's account on a day, in the order of their ids; 20 a page. */
export function journalsOfMoneyIn(
  communityId: string,
  day: Day,
  into: readonly Account[],
  after: string | undefined,
): Promise<Page<Journal>> {
  return findPage(journals, {
    where: { communityId, 'lines.account': is.oneOf(into), day, kind: is.oneOf(moneyInKinds) },
    by: 'day',
    direction: 'asc',
    after,
  });
}

/** Every journal that names a bill, in the order of their ids: what it was billed, paid, adjusted. One read. */
export function journalsOfBill(billId: string): Promise<readonly Journal[]> {
  return findAll(journals, { 'lines.billId': billId });
}

/** All journals that count for one day. One read for every hundred. */
export function allJournalsOfDay(communityId: string, day: Day): Promise<readonly Journal[]> {
  return findAll(journals, { communityId, day });
}

/** The next hundred journals of a community in the order in which they were written, from behind the last one seen. One read. */
export function journalsBehind(
  communityId: string,
  last: { readonly at: Instant; readonly id: string } | undefined,
): Promise<readonly Journal[]> {
  const behind = last && [{ postedAt: is.above(last.at) }, { postedAt: last.at, _id: is.above(last.id) }];
  return find(journals, {
    where: behind ? is.all([{ communityId }, is.any(behind)]) : { communityId },
    orderBy: [
      ['postedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: limits.documentsPerQuery,
  });
}

/** The journals that touch an account within some days, by day; 20 a page. */
export function journalsOfAccount(
  communityId: string,
  account: Account,
  { from, to }: DayRange,
  after: string | undefined,
): Promise<Page<Journal>> {
  return findPage(journals, {
    where: { communityId, 'lines.account': account, day: is.all([is.atLeast(from), is.atMost(to)]) },
    by: 'day',
    direction: 'asc',
    after,
  });
}

/** Has anything been booked in a community beside what its old books said. One read. */
export async function hasOwnBookings(communityId: string): Promise<boolean> {
  const [own] = await find(journals, { where: { communityId, kind: is.noneOf(['opening']) }, limit: 1 });
  return own !== undefined;
}
