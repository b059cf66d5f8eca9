import type { ParsedOf } from '../../../types/contract';
import type { BillPage, BillRow, BillsDue } from '../../../types/contract/charging';
import { sumFen } from '../../../types/money';
import { granted, type Outcome } from '../../../types/refusal';
import { limits } from '../../kernel/limits';
import type { Context } from '../../kernel/routes';
import { asOf, chooseFor } from '../payments';
import { householdOf } from '../people';
import { partiesOf } from './billAccess';
import { billRow, openRow, rowMath } from './billRow';
import { billsByIds, homeAccountOf, publishedBillsOf } from './chargingStore';
import { byDueness } from './choosePayment';
import type { HomeAccount } from './homeAccount';

/**
 * What is open for this person, all at once, with what paying it comes to, so that the page needs no second call; or what is settled,
 * newest first, by pages (a page may hold fewer than 20 where bills of those months are still open).
 */
export async function listBills(
  { homeId, which, after }: ParsedOf<'charging.bills'>,
  context: Context,
): Promise<Outcome<BillPage>> {
  const [account, household] = await Promise.all([homeAccountOf(homeId), householdOf(homeId)]);
  const parties = partiesOf(household, homeId, context);
  if (which === 'open') return granted(account ? await openPage(account, parties, context) : { bills: [] });
  if (parties !== 'everybody' && parties.length === 0) return granted({ bills: [] });
  const { rows, next } = await publishedBillsOf(homeId, parties, after);
  const settled = rows
    .map((bill) => billRow(bill, account, context.today))
    .filter(({ state }) => state === 'paid' || state === 'void' || state === 'reissued');
  return granted(next === undefined ? { bills: settled } : { bills: settled, next });
}

type Parties = ReturnType<typeof partiesOf>;

/** The open bills, the longest due first; the first ones with their lines. One read more. */
async function openPage(account: HomeAccount, parties: Parties, context: Context): Promise<BillPage> {
  const mine = account.openBills
    .filter((bill) => parties === 'everybody' || parties.includes(bill.liablePartyId))
    .sort(byDueness);
  const first = mine.slice(0, limits.billsWithLines).map(({ billId }) => billId);
  const math = new Map((await billsByIds(first)).map((bill) => [bill._id, rowMath(bill)]));
  const bills = mine.map(
    (bill): BillRow => ({ ...openRow(account._id, bill, context.today), ...math.get(bill.billId) }),
  );
  const due = parties === 'everybody' ? undefined : dueOf(account, parties, context);
  return due ? { bills, due } : { bills };
}

/** What one tap would pay now, as the payment itself will decide it. */
function dueOf(
  account: HomeAccount,
  partyIds: readonly string[],
  { caller, now, today }: Context,
): BillsDue | undefined {
  const choosing = chooseFor(asOf(account, now), { openid: caller.openid, partyIds }, today);
  if (choosing.kind !== 'chosen') return undefined;
  const { bills, amount } = choosing.choice;
  return {
    principal: sumFen(bills.map(({ principal }) => principal)),
    lateFee: sumFen(bills.map(({ lateFee }) => lateFee)),
    vouchers: sumFen(bills.flatMap(({ vouchers }) => vouchers.map((used) => used.amount))),
    prepaid: sumFen(bills.map(({ prepaid }) => prepaid)),
    amount,
  };
}
