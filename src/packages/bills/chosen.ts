import type { BillRow } from '../../../types/contract/charging';
import { isPayable } from './billWords';

/** Which bills are chosen: undefined takes all that are due, as one tap does. */
export type Chosen = ReadonlySet<string> | undefined;

/** Adds a bill to the choice or takes it away. */
export function toggled(chosen: ReadonlySet<string>, billId: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(billId)) next.add(billId);
  return next;
}

/** What is asked of the cloud for this choice; undefined where nothing is chosen, so nothing can be paid. */
export function previewInput(
  homeId: string,
  chosen: Chosen,
): { readonly homeId: string; readonly billIds?: string[] } | undefined {
  if (chosen === undefined) return { homeId };
  return chosen.size > 0 ? { homeId, billIds: [...chosen].sort() } : undefined;
}

/** Everything that can be paid, chosen: where choosing begins. */
export function allOf(bills: readonly BillRow[]): ReadonlySet<string> {
  return new Set(bills.filter(isPayable).map(({ billId }) => billId));
}
