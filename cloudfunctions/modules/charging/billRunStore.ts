import type { Month } from '../../../types/day';
import { ascending, closedCollection } from '../../kernel/collection';

import { find, findAll, findPage, is, type Page, readById } from '../../platform/database';
import type { Bill } from './bill';
import type { BillRun, BillRunRecord } from './billRun';
import { bills } from './chargingStore';

export const billRuns = closedCollection<BillRun>('billRuns', [ascending('communityId', 'month')]);

export const billRunRows = closedCollection<BillRunRecord>('billRunRows', [
  ascending('billRunId', 'kind', 'place', '_id'),
  ascending('billRunId', 'homeId'),
]);

export function billRunById(id: string): Promise<BillRun | undefined> {
  return readById(billRuns, id);
}

/** Newest first; two years of them. One read. */
export function billRunsOf(communityId: string): Promise<readonly BillRun[]> {
  return find(billRuns, { where: { communityId }, orderBy: [['month', 'desc']], limit: 24 });
}

export function rowsOfRun(
  billRunId: string,
  kind: BillRunRecord['kind'],
  after: string | undefined,
): Promise<Page<BillRunRecord>> {
  return findPage(billRunRows, { where: { billRunId, kind }, by: 'place', direction: 'asc', after });
}

/** A run's rows about these homes, at most 100. */
export function rowsOfHomes(
  billRunId: string,
  homeIds: readonly string[],
): Promise<readonly BillRunRecord[]> {
  return findAll(billRunRows, { billRunId, homeId: is.oneOf(homeIds) });
}

/** The bills a community's run made for one month, 20 a page. */
export function billsOfMonth(
  communityId: string,
  month: Month,
  after: string | undefined,
): Promise<Page<Bill>> {
  return findPage(bills, {
    where: { communityId, 'period.first': month, origin: is.noneOf(['opening']) },
    by: '_id',
    direction: 'asc',
    after,
  });
}
