import { addDays, type Day, dayOf, type Instant } from '../../../../types/day';
import { planned, type Shift, startOfShift, weekFrom } from './roster';
import type { PlannedShift } from './shiftChanges';

/** Which of two shifts of one day stays: what is planned already, or what is copied. */
export type Keeps = 'planned' | 'copied';

export interface CopiedWeek {
  readonly put: readonly { readonly read?: Shift; readonly shift: PlannedShift }[];
  readonly takenAway: readonly Shift[];
  /** Days whose shift of the week before would overlap with one beside it: they stay without. */
  readonly overlapping: readonly Day[];
  /** Days left as they are, as the shift that stands there or the one to be copied has begun already. */
  readonly begun: readonly Day[];
}

export interface CopyTerms {
  /** The first of the seven days that are planned. */
  readonly from: Day;
  readonly keeps: Keeps;
  readonly now: Instant;
  /** Whether this person can be planned on that day. */
  readonly isPossible: (day: Day) => boolean;
}

/**
 * The week of one person as the week before it was, from now on: whoever is in a shift stays in it, and none is planned that has begun, whose
 * end would send them home. Keeping what is copied, a day that was free then is free again. `shifts` are theirs of both weeks and of the day
 * after.
 */
export function copiedWeek(
  shifts: readonly Shift[],
  { from, keeps, now, isPossible }: CopyTerms,
): CopiedWeek {
  const on = (day: Day) => shifts.find((one) => one.day === day);
  const before = (day: Day) => on(addDays(day, -7));
  const today = dayOf(now);
  const changing = weekFrom(from).filter((day) => {
    const [was, is] = [before(day), on(day)];
    const isSame = was?.from === is?.from && was?.to === is?.to;
    const isWanted = is ? keeps === 'copied' && !isSame : was !== undefined;
    return day >= today && isPossible(day) && isWanted;
  });
  const hasBegun = (day: Day) => {
    const [was, is] = [before(day), on(day)];
    return [was && { ...was, day }, is].some((shift) => shift && startOfShift(shift) <= now);
  };
  const open = changing.filter((day) => !hasBegun(day));
  const over = open.flatMap((day) => on(day) ?? []);
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
  return { put, takenAway, overlapping, begun: changing.filter(hasBegun) };
}
