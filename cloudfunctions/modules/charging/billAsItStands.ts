import type { BillState } from '../../../types/charge';
import { sumFen } from '../../../types/money';
import type { Bill } from './bill';
import type { BillMoney } from './billState';
import type { HomeAccount } from './homeAccount';

/** These the bill itself knows best; the others follow from its home's account. */
const own: readonly BillState[] = ['draft', 'void', 'reissued'];

/**
 * State and credits as the home's account has them: a published bill that is not in it is paid. What a screen shows, and what
 * `projectBills` writes back to the bill.
 */
export function billAsItStands(
  bill: Pick<Bill, '_id' | 'state' | 'amount' | 'credited'>,
  account: Pick<HomeAccount, 'openBills'> | undefined,
): { readonly state: BillState; readonly credited: BillMoney['credited'] } {
  if (own.includes(bill.state)) return { state: bill.state, credited: bill.credited };
  const open = account?.openBills.find(({ billId }) => billId === bill._id);
  if (!open) return { state: 'paid', credited: bill.amount };
  const credited = sumFen(open.credits.map(({ amount }) => amount));
  if (open.isQuestioned) return { state: 'questioned', credited };
  return { state: credited > 0 ? 'partlyPaid' : 'published', credited };
}
