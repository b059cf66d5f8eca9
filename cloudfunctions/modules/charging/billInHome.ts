import type { Day } from '../../../types/day';
import { placeName } from '../../../types/place';
import type { Changes } from '../../kernel/changes';
import type { MessageIntent, MessageKind } from '../../kernel/message';
import { type Household, householdOf, opensHome, partiesSeenBy } from '../people';
import type { Bill } from './bill';
import { billAsItStands } from './billAsItStands';
import { billById, homeAccountOf } from './chargingStore';
import type { HomeAccount, OpenBill } from './homeAccount';

/** A bill with the home it is for: what every change of a bill is decided from. */
export interface BillInHome {
  readonly bill: Bill;
  readonly account: HomeAccount | undefined;
  readonly household: Household | undefined;
  /** As the account holds it; absent where it is not to be paid. */
  readonly open: OpenBill | undefined;
  readonly standing: ReturnType<typeof billAsItStands>;
}

export async function billInHome(billId: string): Promise<BillInHome | undefined> {
  const bill = await billById(billId);
  if (!bill) return undefined;
  const [account, household] = await Promise.all([homeAccountOf(bill.homeId), householdOf(bill.homeId)]);
  const open = account?.openBills.find((one) => one.billId === billId);
  return { bill, account, household, open, standing: billAsItStands(bill, account) };
}

/**
 * Is somebody paying it right now: then it stays as it is frozen until the order has ended, a few minutes. Past its time too: money
 * may still be on its way until the tick has closed it.
 */
export function isBeingPaid({ bill, account }: BillInHome): boolean {
  return account?.liveOrder?.choice.bills.some(({ billId }) => billId === bill._id) ?? false;
}

/** The account with this bill in place of the one it had, or without it. */
export function withOpenBill(account: HomeAccount, billId: string, next: readonly OpenBill[]): HomeAccount {
  return {
    ...account,
    openBills: [...account.openBills.filter((one) => one.billId !== billId), ...next],
  };
}

/** Everybody who sees the bill is told, but for the one who did it; everybody's open pages ask again. */
export function tellWhoSees(
  { bill, household }: Pick<BillInHome, 'bill' | 'household'>,
  kind: MessageKind,
  words: MessageIntent['words'],
  { today, except }: { readonly today: Day; readonly except?: string },
): Pick<Changes, 'messages' | 'topics'> {
  const members = (household?.tenures ?? []).flatMap((tenure) =>
    household && opensHome(tenure, today)
      ? [{ openid: tenure.holder.openid, parties: partiesSeenBy(household, tenure.relation, today) }]
      : [],
  );
  const seeing = members.filter(({ parties }) => parties.includes(bill.liablePartyId));
  return {
    messages: seeing
      .filter(({ openid }) => openid !== except)
      .map(({ openid }) => ({
        to: { openid },
        kind,
        words: { ...wordsOf(bill, household), ...words },
        page: `bill?billId=${bill._id}`,
      })),
    topics: members.map(({ openid }) => ({ openid, topic: 'bills' })),
  };
}

export function wordsOf(bill: Bill, household: Household | undefined): MessageIntent['words'] {
  const { itemName, period, amount } = bill;
  return { place: household ? placeName(household.place) : '', item: itemName, month: period.first, amount };
}
