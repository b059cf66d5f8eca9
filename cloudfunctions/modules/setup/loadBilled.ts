import { type Bill, bills } from '../charging';
import { allWith } from './importStore';
import { asItIs } from './records/asItIs';
import type { Desk } from './records/desk';
import type { Known } from './register/known';
import type { Step } from './register/step';

/**
 * What has been billed of the assignments for which the file has arrears that are not booked yet: another figure for the same months
 * would be owed twice. No read for a community's first file.
 */
export async function loadBilled(
  steps: readonly Step[],
  { assignments }: Pick<Known, 'assignments'>,
  desk: Desk,
): Promise<readonly Bill[]> {
  const there = new Set(assignments.map(({ _id }) => _id));
  const ids = steps.flatMap((step) =>
    step.kind === 'arrear' && there.has(step.assignmentId) && !asItIs(step, desk) ? [step.assignmentId] : [],
  );
  return allWith(bills, 'assignmentId', [...new Set(ids)]);
}
