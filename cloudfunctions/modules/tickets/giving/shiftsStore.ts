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

/** Everybody's from one day to another, both included. One read for every hundred. */
export function shiftsBetween(communityId: string, first: Day, last: Day): Promise<readonly Shift[]> {
  return findAll(shifts, { communityId, day: is.all([is.atLeast(first), is.atMost(last)]) });
}
