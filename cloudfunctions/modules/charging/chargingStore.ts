import type { Month } from '../../../types/day';
import { ascending, closedCollection, type Stored } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { find, is, readById, readByIds } from '../../platform/database';
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
]);

/** One document per home: aggregate, lock and summary (architecture: the shape of the data). */
export const homeAccounts = closedCollection<HomeAccount>('homeAccounts', [ascending('communityId', '_id')]);

export function homeAccountOf(homeId: string): Promise<HomeAccount | undefined> {
  return readById(homeAccounts, homeId);
}

export function billById(billId: string): Promise<Bill | undefined> {
  return readById(bills, billId);
}

/** At most 100. */
export function billsByIds(billIds: readonly string[]): Promise<readonly Bill[]> {
  return readByIds(bills, billIds);
}

export function assignmentsOfHomes(homeIds: readonly string[]): Promise<readonly ChargeAssignment[]> {
  return find(assignments, { where: { homeId: is.oneOf(homeIds) }, limit: limits.documentsPerQuery });
}

/** The bills of a home for one month, whatever their state. */
export function billsOfHomeIn(homeId: string, first: Month): Promise<readonly Bill[]> {
  return find(bills, { where: { homeId, 'period.first': first }, limit: limits.documentsPerQuery });
}
