import { addDays, type Day } from '../../../../types/day';
import { planned, type Shift, weekFrom } from './roster';
import type { PlannedShift } from './shiftChanges';

/** Which of two shifts of one day stays: what is planned already, or what is copied. */
export type Keeps = 'planned' | 'copied';

export interface CopiedWeek {
  readonly put: readonly { readonly read?: Shift; readonly shift: PlannedShift }[];
  readonly takenAway: readonly Shift[];
  /** Days whose shift of the week before would overlap with one beside it: they stay without. */
  readonly overlapping: readonly Day[];
}

export interface CopyTerms {
  /** The first of the seven days that are planned. */
  readonly from: Day;
  readonly keeps: Keeps;
  readonly today: Day;
  /** Whether this person can be planned on that day. */
  readonly isPossible: (day: Day) => boolean;
}

/**
 * The week of one person as the week before it was, from today on. Keeping what is copied, a day that was free then is free again. `shifts`
 * are theirs of both weeks and of the day after.
 */
export function copiedWeek(
  shifts: readonly Shift[],
  { from, keeps, today, isPossible }: CopyTerms,
): CopiedWeek {
  const on = (day: Day) => shifts.find((one) => one.day === day);
  const before = (day: Day) => on(addDays(day, -7));
  const open = weekFrom(from).filter((day) => day >= today && isPossible(day));
  const over = open.flatMap((day) => {
    const [was, is] = [before(day), on(day)];
    const isSame = was?.from === is?.from && was?.to === is?.to;
    return is && keeps === 'copied' && !isSame ? [is] : [];
  });
  const standing = shifts.filter((one) => !over.includes(one));
  const put: CopiedWeek['put'][number][] = [];
  const overlapping: Day[] = [];
  for (const day of open) {
    const was = before(day);
    if (!was || standing.some((one) => one.day === day)) continue;
    const shift = { ...was, day };
    if (!planned(shift, standing, today).ok) {
      overlapping.push(day);
      continue;
    }
    standing.push(shift);
    const read = on(day);
    const { communityId, staffId, from: begins, to } = shift;
    const plannedShift = { communityId, staffId, day, from: begins, to };
    put.push({ ...(read ? { read } : {}), shift: plannedShift });
  }
  const takenAway = over.filter(({ day }) => !put.some(({ shift }) => shift.day === day));
  return { put, takenAway, overlapping };
}
