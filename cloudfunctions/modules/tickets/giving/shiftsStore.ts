import { addDays, type Day } from '../../../../types/day';
import { ascending, closedCollection } from '../../../kernel/collection';
import { findAll, is, readById, readByIds } from '../../../platform/database';
import { type Shift, shiftId } from './roster';

export const shifts = closedCollection<Shift>('shifts', [ascending('communityId', 'day', '_id')]);

/** One read. */
export function shiftById(id: string): Promise<Shift | undefined> {
  return readById(shifts, id);
}

/** Those of one member of staff of the day, the day before and the day after. One read. */
export function shiftsOf(staffId: string, day: Day): Promise<readonly Shift[]> {
  return readByIds(
    shifts,
    [-1, 0, 1].map((days) => shiftId(staffId, addDays(day, days))),
  );
}

/** Those of one member of staff of two weeks in a row, the second of which begins with `from`, and of the day after. One read. */
export function shiftsOfTwoWeeks(staffId: string, from: Day): Promise<readonly Shift[]> {
  const days = Array.from({ length: 15 }, (_, index) => addDays(from, index - 7));
  return readByIds(
    shifts,
    days.map((day) => shiftId(staffId, day)),
  );
}

/** Everybody's from one day to another, both included. One read for every hundred. */
export function shiftsBetween(communityId: string, first: Day, last: Day): Promise<readonly Shift[]> {
  return findAll(shifts, { communityId, day: is.all([is.atLeast(first), is.atMost(last)]) });
}
