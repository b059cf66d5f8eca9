import type { FinanceDesk } from '../../../types/contract/desk';
import type { Month } from '../../../types/day';
import { limits } from '../../kernel/limits';
import { accountsOfHomes, type HomeAccount, outstanding } from '../charging';
import { allHomesOfBuilding } from '../community';

type Collection = FinanceDesk['collection'];

/** Ours: below this a building stands out, and its homes are telephoned. Thousandths. */
export const lowBelow = 750;

/** The lowest building below it; undefined while all is well. */
export function lowestBuilding(buildings: Collection['buildings']): string | undefined {
  const low = buildings.filter(({ permille, billed }) => billed > 0 && permille < lowBelow);
  return [...low].sort((a, b) => a.permille - b.permille)[0]?.building;
}

/** How many of these homes still owe something for the month; what is questioned waits for finance, not for them. */
export function homesOwing(accounts: readonly HomeAccount[], month: Month): number {
  return accounts.filter(({ openBills }) =>
    openBills.some((bill) => bill.period.first === month && !bill.isQuestioned && outstanding(bill) > 0),
  ).length;
}

/** Whom to telephone next. Two reads for every hundred homes of the building. */
export async function toCallOf(
  communityId: string,
  buildings: Collection['buildings'],
  month: Month,
): Promise<Pick<Collection, 'toCall'>> {
  const building = lowestBuilding(buildings);
  if (building === undefined) return {};
  const ids = (await allHomesOfBuilding(communityId, building)).map(({ _id }) => _id);
  let homes = 0;
  for (let from = 0; from < ids.length; from += limits.documentsPerQuery)
    homes += homesOwing(await accountsOfHomes(ids.slice(from, from + limits.documentsPerQuery)), month);
  return { toCall: { building, homes } };
}
