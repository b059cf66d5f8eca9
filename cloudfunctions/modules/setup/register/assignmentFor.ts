import { placePartKey } from '../../../../types/place';
import type { Subject } from '../../charging';
import type { ChargeContext } from './context';
import type { AssignmentStep } from './step';

/** The assignments of a home and an item on a day, of the file and the records: an arrear belongs to one. */
export function assignmentFor(
  steps: readonly AssignmentStep[],
  {
    homeId,
    itemId,
    subject,
  }: { readonly homeId: string; readonly itemId: string; readonly subject?: string },
  { known }: ChargeContext,
): { readonly assignmentId: string; readonly subject?: Subject } | undefined {
  const wanted = subject === undefined ? undefined : placePartKey(subject);
  const fits = (of: Subject | undefined) =>
    wanted === undefined ? true : of !== undefined && placePartKey(of.name) === wanted;
  const step = steps.find((one) => one.homeId === homeId && one.itemId === itemId && fits(one.subject));
  if (step) return step;
  const stored = known.assignments.find(
    (one) => one.homeId === homeId && one.chargeItemId === itemId && fits(one.subject),
  );
  return stored && { assignmentId: stored._id, ...(stored.subject ? { subject: stored.subject } : {}) };
}
