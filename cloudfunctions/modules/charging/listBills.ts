import type { ParsedOf } from '../../../types/contract';
import type { BillPage } from '../../../types/contract/charging';
import { granted, type Outcome } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import { householdOf } from '../people';
import { partiesOf } from './billAccess';
import { billRow, openRow } from './billRow';
import { homeAccountOf, publishedBillsOf } from './chargingStore';
import { byDueness } from './choosePayment';

/**
 * What is open for this person, all at once; or what is settled, newest first, by pages (a page may hold fewer than 20 where bills of
 * those months are still open).
 */
export async function listBills(
  { homeId, which, after }: ParsedOf<'charging.bills'>,
  context: Context,
): Promise<Outcome<BillPage>> {
  const [account, household] = await Promise.all([homeAccountOf(homeId), householdOf(homeId)]);
  const parties = partiesOf(household, homeId, context);
  const open = account?.openBills ?? [];
  if (which === 'open') {
    const mine = open.filter((bill) => parties === 'everybody' || parties.includes(bill.liablePartyId));
    const sorted = [...mine].sort(byDueness);
    return granted({ bills: sorted.map((bill) => openRow(homeId, bill, context.today)) });
  }
  if (parties !== 'everybody' && parties.length === 0) return granted({ bills: [] });
  const { rows, next } = await publishedBillsOf(homeId, parties, after);
  const settled = rows
    .map((bill) => billRow(bill, account, context.today))
    .filter(({ state }) => state === 'paid' || state === 'void' || state === 'reissued');
  return granted(next === undefined ? { bills: settled } : { bills: settled, next });
}
