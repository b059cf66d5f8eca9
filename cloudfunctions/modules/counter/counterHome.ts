import type { ParsedOf } from '../../../types/contract';
import type { BillRow } from '../../../types/contract/charging';
import type { CounterHome } from '../../../types/contract/counter';
import type { Day } from '../../../types/day';
import { addFen, sumFen } from '../../../types/money';
import { placeName } from '../../../types/place';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import {
  emptyAccount,
  type HomeAccount,
  homeAccountOf,
  lateFeeOn,
  type OpenBill,
  outstanding,
  payableBills,
  toTakeFrom,
} from '../charging';
import { homeAt } from '../community';
import { asOf, prepaidOf } from '../payments';
import { type Household, householdOf, isCurrent, residentsByIds } from '../people';

/**
 * What a home owes, by everybody who owes it, a predecessor too: at the counter anybody may settle the own debts. Refuses HOME_NOT_FOUND.
 */
export async function findHome(
  { communityId, building, unit, room }: ParsedOf<'counter.findHome'>,
  { today, now }: Context,
): Promise<Outcome<CounterHome>> {
  const home = await homeAt(communityId, { building, unit, room });
  if (!home) return refused('HOME_NOT_FOUND');
  const [found, household] = await Promise.all([homeAccountOf(home._id), householdOf(home._id)]);
  const account = asOf(found ?? emptyAccount(home._id, communityId), now);
  const debtOfParty = (partyId: string) =>
    debtOf(usableFor(partyId, account, household, today), partyId, today);
  const partyIds = partiesOf(account, household, today);
  const names = new Map((await residentsByIds(partyIds)).map(({ _id, name }) => [_id, name]));
  return granted({
    homeId: home._id,
    place: placeName(home.place),
    parties: partyIds.map((partyId) => ({
      partyId,
      name: names.get(partyId) ?? '',
      ...debtOfParty(partyId),
    })),
  });
}

/** Everybody who owes something here, has prepaid here, or lives here as owner or tenant. */
export function partiesOf(
  { openBills, prepaid }: HomeAccount,
  household: Household | undefined,
  today: Day,
): readonly string[] {
  const living = (household?.tenures ?? [])
    .filter((tenure) => isCurrent(tenure, today) && tenure.relation !== 'family')
    .map(({ residentId }) => residentId);
  return [
    ...new Set([
      ...openBills.map(({ liablePartyId }) => liablePartyId),
      ...prepaid.map(({ partyId }) => partyId),
      ...living,
    ]),
  ];
}

/**
 * The account as a party may pay from it: the home's vouchers are for bills of who lives here now, as in the app. A predecessor who settles
 * the own debts does not use up what the household has.
 */
export function usableFor(
  partyId: string,
  account: HomeAccount,
  household: Household | undefined,
  today: Day,
): HomeAccount {
  const tenures = household?.tenures ?? [];
  const isHere = tenures.some((tenure) => tenure.residentId === partyId && isCurrent(tenure, today));
  return isHere ? account : { ...account, vouchers: [] };
}

function debtOf(account: HomeAccount, partyId: string, today: Day) {
  const open = payableBills(account, { openid: '', partyIds: [partyId] });
  return {
    owed: sumFen(open.map((bill) => addFen(outstanding(bill), lateFeeOn(bill, bill.lateFee, today)))),
    toTake: toTakeFrom(account, partyId, today),
    prepaid: prepaidOf(account, partyId),
    bills: open.map((bill) => billRow(bill, account._id, today)),
  };
}

function billRow(bill: OpenBill, homeId: string, today: Day): BillRow {
  const { billId, itemName, purpose, period, amount, dueOn } = bill;
  return {
    billId,
    homeId,
    itemName,
    purpose,
    period,
    amount,
    outstanding: outstanding(bill),
    lateFee: lateFeeOn(bill, bill.lateFee, today),
    dueOn,
    isOverdue: dueOn < today,
    state: bill.credits.length > 0 ? 'partlyPaid' : 'published',
  };
}
