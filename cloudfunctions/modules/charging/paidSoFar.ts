import type { Day } from '../../../types/day';
import { addFen, type Fen, negativeFen, noFen } from '../../../types/money';
import type { Journal, JournalKind } from '../ledger';
import type { Credit } from './lateFee';
import type { PaidSoFar } from './openBill';

/** These say what a bill comes to; all others pay it, or take a payment back. */
const billing: readonly JournalKind[] = ['bill', 'billVoid', 'adjustment', 'opening'];

/** What was paid of a bill, day by day and line by line, as the journals have it. */
export function paidSoFar(
  billId: string,
  journals: readonly Pick<Journal, 'kind' | 'day' | 'lines'>[],
): PaidSoFar {
  const onDay = new Map<Day, Fen>();
  const byLine = new Map<number, Fen>();
  let lateFeePaid = noFen;
  for (const { kind, day, lines } of journals) {
    if (billing.includes(kind)) continue;
    for (const line of lines) {
      if (line.billId !== billId) continue;
      const paid = negativeFen(line.amount);
      if (line.account === 'lateFee') lateFeePaid = addFen(lateFeePaid, paid);
      if (line.account !== 'receivable' || line.lineNo === undefined) continue;
      onDay.set(day, addFen(onDay.get(day) ?? noFen, paid));
      byLine.set(line.lineNo, addFen(byLine.get(line.lineNo) ?? noFen, paid));
    }
  }
  const credits = [...onDay]
    .map(([on, amount]): Credit => ({ on, amount }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return { credits, lateFeePaid, byLine };
}
