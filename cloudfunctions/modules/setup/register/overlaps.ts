import { addDays, type Day } from '../../../../types/day';
import type { Subject } from '../../charging';
import type { ReadRow } from '../sheets/layout';
import type { Complaint } from '../sheets/problem';
import type { ChargeContext } from './context';
import type { AssignmentStep } from './step';

/** Nobody is billed twice for the same days: of one home and item, of one meter, of one parking space. */
export function refuseOverlaps(
  steps: readonly AssignmentStep[],
  rows: readonly ReadRow<unknown>[],
  { known, findings }: ChargeContext,
): void {
  const ids = new Set(steps.map(({ assignmentId }) => assignmentId));
  const stretches = new Map<string, Stretch[]>();
  const add = (stretch: Stretch, item: string, subject: Subject | undefined, homeId: string) => {
    const key = `${item}|${subject?.id ?? homeId}`;
    stretches.set(key, [...(stretches.get(key) ?? []), stretch]);
  };
  for (const { _id, chargeItemId, subject, homeId, from, to } of known.assignments)
    if (!ids.has(_id)) add({ from, to }, chargeItemId, subject, homeId);
  for (const { sheet, row, itemId, subject, homeId, fields, initial } of steps) {
    const { from, to } = { ...initial, ...fields } as { from: Day; to?: Day };
    add({ from, to, at: { sheet, row } }, itemId, subject, homeId);
  }
  for (const of of stretches.values()) {
    const overlap = overlapIn(of);
    const at =
      overlap && rows.find(({ sheet, row }) => sheet === overlap.at?.sheet && row === overlap.at.row);
    if (at)
      findings.problems.push({
        ...overlapComplaint,
        sheet: at.sheet,
        row: at.row,
        cells: at.cells,
        columns: [],
      });
  }
}

interface Stretch {
  readonly from: Day;
  readonly to: Day | undefined;
  /** Where the file says so; what is on record has none. */
  readonly at?: { readonly sheet: string; readonly row: number };
}

const overlapComplaint: Complaint = {
  title: '同一段日子绑定了两次',
  fix: '前一个绑定先填结束日期，后一个从第二天开始',
};

function overlapIn(stretches: readonly Stretch[]): Stretch | undefined {
  const sorted = [...stretches].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, one] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && (one.to === undefined || next.from < addDays(one.to, 1))) return next.at ? next : one;
  }
  return undefined;
}
