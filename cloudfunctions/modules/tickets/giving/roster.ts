import { addDays, type Day, type Instant, startOfDay } from '../../../../types/day';
import { granted, type Outcome, refused } from '../../../../types/refusal';
import type { Duty } from '../../../../types/role';
import type { Stored } from '../../../kernel/collection';
import { isOnStaff, type StaffMember } from '../../people';

/** One shift (班次) of one member of staff; `_id` is staffId·day. */
export interface Shift extends Stored {
  readonly communityId: string;
  readonly staffId: string;
  readonly day: Day;
  /** Minutes of the day; past midnight over 1,440. */
  readonly from: number;
  readonly to: number;
  /** When they were told that it begins. */
  readonly toldAt?: Instant;
}

export type Hours = Pick<Shift, 'from' | 'to'>;

const minute = 60_000;
const dayMinutes = 1440;
/** Ours: nobody is planned for longer. */
const longestShift = 16 * 60;

/** Whose duties are planned in shifts: of the others nobody must know when they are there. */
const inShifts: readonly Duty[] = ['engineer', 'guard', 'customerService', 'supervisor'];

/** Whether somebody stands in the roster of this day. */
export function isPlannable(member: StaffMember, day: Day): boolean {
  return isOnStaff(member, day) && member.duties.some((duty) => inShifts.includes(duty));
}

export function shiftId(staffId: string, day: Day): string {
  return `${staffId}·${day}`;
}

export function startOfShift({ day, from }: Pick<Shift, 'day' | 'from'>): Instant {
  return (startOfDay(day) + from * minute) as Instant;
}

export function endOfShift({ day, to }: Pick<Shift, 'day' | 'to'>): Instant {
  return (startOfDay(day) + to * minute) as Instant;
}

/** The shift that lasts now, else the next of these to come. Instants. */
export function currentShift(
  shifts: readonly Shift[],
  now: Instant,
): { readonly from: Instant; readonly to: Instant } | undefined {
  const [first] = shifts
    .filter((shift) => endOfShift(shift) > now)
    .sort((a, b) => startOfShift(a) - startOfShift(b));
  return first && { from: startOfShift(first), to: endOfShift(first) };
}

/** Whether one of these lasts at this instant. */
export function isInShift(shifts: readonly Shift[], at: Instant): boolean {
  return shifts.some((shift) => startOfShift(shift) <= at && at < endOfShift(shift));
}

/**
 * A shift as it may be planned: from today on, beginning on its day, at most 16 hours, and clear of the shifts of the days beside it.
 * Refuses SHIFT_NOT_SOUND.
 */
export function planned(
  { day, from, to }: Hours & { readonly day: Day },
  beside: readonly Shift[],
  today: Day,
): Outcome<Hours> {
  const isSound = day >= today && from < dayMinutes && from < to && to - from <= longestShift;
  const isClear = beside.every((other) => {
    const isAfter = startOfShift({ day, from }) >= endOfShift(other);
    return other.day === day || isAfter || endOfShift({ day, to }) <= startOfShift(other);
  });
  return isSound && isClear ? granted({ from, to }) : refused('SHIFT_NOT_SOUND');
}

/** The seven days that begin with this one. */
export function weekFrom(from: Day): readonly Day[] {
  return Array.from({ length: 7 }, (_, index) => addDays(from, index));
}

/** Monday of the week a day lies in. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
