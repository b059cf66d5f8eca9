import type { Month } from '../../../types/day';
import { findAll, is, readByIds } from '../../platform/database';
import type { Bill } from './bill';
import { bills, homeAccounts } from './chargingStore';
import type { HomeAccount } from './homeAccount';

/** The bills in force of some homes for one month, with the accounts that say how they stand; at most 100 homes. */
export async function billsOfHomesIn(
  homeIds: readonly string[],
  month: Month,
): Promise<{ readonly bills: readonly Bill[]; readonly accounts: ReadonlyMap<string, HomeAccount> }> {
  if (homeIds.length === 0) return { bills: [], accounts: new Map() };
  const [found, accounts] = await Promise.all([
    findAll(bills, {
      homeId: is.oneOf(homeIds),
      'period.first': month,
      state: is.noneOf(['draft', 'void', 'reissued']),
    }),
    readByIds(homeAccounts, homeIds),
  ]);
  return { bills: found, accounts: new Map(accounts.map((account) => [account._id, account])) };
}
