import type { BillState } from '../../../types/charge';
import type { Day, Month } from '../../../types/day';
import { ascending, closedCollection, type Stored } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { find, findAll, findPage, is, type Page, readById, readByIds } from '../../platform/database';
import type { ChargeAssignment } from './assignment';
import type { Bill } from './bill';
import type { ChargeItem } from './chargeItem';
import type { HomeAccount } from './homeAccount';
import type { MeterPosition, MeterReading } from './meterUse';

/** A meter (表计) as it lies on disk. Its readings are rows of their own. */
export interface MeterRecord extends Stored {
  readonly communityId: string;
  readonly homeId: string;
  /** As it is painted on it now. */
  readonly serial: string;
  readonly multiplier: number;
  /** Where the first bill begins: the import's last reading and the cycle's use so far. Later ones stand on the bills. */
  readonly start: MeterPosition;
}

export const chargeItems = closedCollection<ChargeItem>('chargeItems', [ascending('communityId')]);

export const assignments = closedCollection<ChargeAssignment>('chargeAssignments', [
  ascending('communityId', 'homeId'),
  ascending('homeId'),
]);

export const meters = closedCollection<MeterRecord>('meters', [
  ascending('communityId', 'serial'),
  ascending('homeId'),
]);

export const readings = closedCollection<MeterReading>('readings', [ascending('meterId', 'day')]);

export const bills = closedCollection<Bill>('bills', [
  ascending('homeId', 'state', 'period.first', '_id'),
  ascending('assignmentId', 'period.first', 'revision'),
  ascending('communityId', 'period.first', '_id'),
  ascending('communityId', 'state', 'questionedAt', '_id'),
]);

/** One document per home: aggregate, lock and summary (architecture: the shape of the data). */
export const homeAccounts = closedCollection<HomeAccount>('homeAccounts', [ascending('communityId', '_id')]);

export function homeAccountOf(homeId: string): Promise<HomeAccount | undefined> {
  return readById(homeAccounts, homeId);
}

/** The next hundred accounts of a community, in the order of their homes. One read. */
export function homeAccountsAfter(
  communityId: string,
  after: string | undefined,
): Promise<readonly HomeAccount[]> {
  return find(homeAccounts, {
    where: { communityId, ...(after === undefined ? {} : { _id: is.above(after) }) },
    orderBy: [['_id', 'asc']],
    limit: limits.documentsPerQuery,
  });
}

export function billById(billId: string): Promise<Bill | undefined> {
  return readById(bills, billId);
}

/** At most 100. */
export function billsByIds(billIds: readonly string[]): Promise<readonly Bill[]> {
  return readByIds(bills, billIds);
}

/** Those that have ended too. A read for every hundred. */
export function assignmentsOfHomes(homeIds: readonly string[]): Promise<readonly ChargeAssignment[]> {
  return findAll(assignments, { homeId: is.oneOf(homeIds) });
}

export function chargeItemsOf(communityId: string): Promise<readonly ChargeItem[]> {
  return findAll(chargeItems, { communityId });
}

export function chargeItemById(id: string): Promise<ChargeItem | undefined> {
  return readById(chargeItems, id);
}

/** At most 100. */
export function metersByIds(meterIds: readonly string[]): Promise<readonly MeterRecord[]> {
  return readByIds(meters, meterIds);
}

/** What these meters (at most 100) showed after one day and up to another. A read for every hundred. */
export function readingsBetween(
  meterIds: readonly string[],
  after: Day,
  until: Day,
): Promise<readonly MeterReading[]> {
  return findAll(readings, { meterId: is.oneOf(meterIds), day: is.between(after, until) });
}

/** The bills of these assignments (at most 100) for one month, whatever their state. */
export function billsOfAssignmentsIn(ids: readonly string[], first: Month): Promise<readonly Bill[]> {
  return findAll(bills, { assignmentId: is.oneOf(ids), 'period.first': first });
}

/** The newest bills before a month of these assignments (at most 100): all of them where fewer than 100 come back. One read. */
export function earlierBills(ids: readonly string[], before: Month): Promise<readonly Bill[]> {
  return find(bills, {
    where: { assignmentId: is.oneOf(ids), 'period.first': is.below(before), state: is.noneOf(notInForce) },
    orderBy: [['period.first', 'desc']],
    limit: limits.documentsPerQuery,
  });
}

/** The last bill in force of an assignment before a month. One read. */
export async function lastBillBefore(assignmentId: string, before: Month): Promise<Bill | undefined> {
  const [bill] = await find(bills, {
    where: { assignmentId, 'period.first': is.below(before), state: is.noneOf(notInForce) },
    orderBy: [
      ['period.first', 'desc'],
      ['revision', 'desc'],
    ],
    limit: 1,
  });
  return bill;
}

const notInForce: readonly BillState[] = ['void', 'reissued'];

/** What a run has drafted for these homes (at most 100) and not yet published. */
export function draftsOfHomes(homeIds: readonly string[], first: Month): Promise<readonly Bill[]> {
  return findAll(bills, { homeId: is.oneOf(homeIds), state: 'draft', 'period.first': first });
}

/** The home's accounts (at most 100) by id. One read. */
export function accountsOf(homeIds: readonly string[]): Promise<readonly HomeAccount[]> {
  return readByIds(homeAccounts, homeIds);
}

/** The published bills of a home, newest month first, 20 a page; of these parties only, or of everybody. */
export function publishedBillsOf(
  homeId: string,
  parties: 'everybody' | readonly string[],
  after: string | undefined,
): Promise<Page<Bill>> {
  const whose = parties === 'everybody' ? {} : { liablePartyId: is.oneOf(parties) };
  return findPage(bills, {
    where: { homeId, state: is.noneOf(['draft']), ...whose },
    by: 'period.first',
    direction: 'desc',
    after,
  });
}

/** Questions that wait, the oldest first; 20 a page. */
export function questionedBills(communityId: string, after: string | undefined): Promise<Page<Bill>> {
  return findPage(bills, {
    where: { communityId, state: 'questioned' },
    by: 'questionedAt',
    direction: 'asc',
    after,
  });
}
