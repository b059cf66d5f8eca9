import type { BillPage, BillRow, BillsDue } from '../../../types/contract/charging';
import type { PaymentPreview } from '../../../types/contract/payments';
import { sumFen } from '../../../types/money';
import type { Answer } from '../../hooks/answer';
import { isPayable } from './billWords';

/** Which bills are chosen: undefined takes all that are due, as one tap does. */
export type Chosen = ReadonlySet<string> | undefined;

/** Adds a bill to the choice or takes it away. */
export function toggled(chosen: ReadonlySet<string>, billId: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(billId)) next.add(billId);
  return next;
}

/** What is asked of the cloud for this choice; undefined where nothing is chosen, or all is: what that costs came with the bills. */
export function previewInput(
  homeId: string,
  chosen: Chosen,
): { readonly homeId: string; readonly billIds: string[] } | undefined {
  if (homeId === '' || chosen === undefined || chosen.size === 0) return undefined;
  return { homeId, billIds: [...chosen].sort() };
}

/** Everything that can be paid, chosen: where choosing begins. */
export function allOf(bills: readonly BillRow[]): ReadonlySet<string> {
  return new Set(bills.filter(isPayable).map(({ billId }) => billId));
}

/** What the chosen bills cost. */
export function costOf(answer: Answer<PaymentPreview>): Answer<BillsDue> {
  if (answer.kind !== 'ready') return answer;
  const { amount, bills, vouchers, prepaid, lateFee } = answer.value;
  const principal = sumFen(bills.map((bill) => bill.principal));
  return { ...answer, value: { principal, lateFee, vouchers, prepaid, amount } };
}

/** What everything that is due costs. */
export function costOfAll(answer: Answer<BillPage>): Answer<BillsDue | undefined> {
  return answer.kind === 'ready' ? { ...answer, value: answer.value.due } : answer;
}
