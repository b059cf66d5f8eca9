import type { PlannedStep } from './importRecord';
import { homeOfStep } from './register/step';

/** Ours: steps of one slice; with what they read and write a second of work. */
const stepsPerSlice = 500;

/** Cuts an import into slices. What belongs to one home is never parted: its steps write the same documents. */
export function slicesOf(planned: readonly PlannedStep[]): readonly (readonly PlannedStep[])[] {
  const slices: PlannedStep[][] = [];
  let home: string | undefined;
  for (const one of planned) {
    const at = homeOfStep(one.step);
    const last = slices.at(-1);
    const isFull = last !== undefined && last.length >= stepsPerSlice && (at === undefined || at !== home);
    if (!last || isFull) slices.push([one]);
    else last.push(one);
    home = at;
  }
  return slices;
}

/** The groups of a slice: the steps of one home, or those that belong to none. */
export function groupsOf(steps: readonly PlannedStep[]): readonly (readonly PlannedStep[])[] {
  const groups: PlannedStep[][] = [];
  let home: string | undefined;
  for (const one of steps) {
    const at = homeOfStep(one.step);
    const last = groups.at(-1);
    if (last && at === home) last.push(one);
    else groups.push([one]);
    home = at;
  }
  return groups;
}

/** Pages of so many. */
export function pagesOf<T>(rows: readonly T[], perPage: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / perPage) }, (_, page) =>
    rows.slice(page * perPage, (page + 1) * perPage),
  );
}
