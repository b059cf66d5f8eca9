import type { Instant } from '../../../../types/day';
import { type Changes, changes, remove, save } from '../../../kernel/changes';
import { endOfShift, type Hours, type Shift, shiftId, startOfShift } from './roster';
import { shifts } from './shiftsStore';

export type PlannedShift = Hours & Pick<Shift, 'communityId' | 'staffId' | 'day'>;

/** Plans a shift, instead of the one of its day that was read. It is looked at when it begins, or ends where it has begun. */
export function shiftPut(read: Shift | undefined, shift: PlannedShift, now: Instant): Changes {
  const _id = shiftId(shift.staffId, shift.day);
  const [from, to] = [startOfShift(shift), endOfShift(shift)];
  // Of one that has begun already they have been told.
  const toldAt = from > now ? {} : { toldAt: now };
  return changes({
    writes: [save(shifts, read, { _id, ...shift, ...toldAt })],
    audit: [noteOf('shiftPlanned', shift)],
    due: [{ kind: 'shift', key: _id, at: from > now ? from : to }],
  });
}

export function shiftTakenAway(read: Shift): Changes {
  return changes({
    writes: [remove(shifts, read)],
    audit: [noteOf('shiftTakenAway', read)],
    due: [{ kind: 'shift', key: read._id, at: 'never' }],
  });
}

function noteOf(what: string, { communityId, staffId, day, from, to }: PlannedShift) {
  const subjects = [`shifts/${shiftId(staffId, day)}`, `staffMembers/${staffId}`];
  return { what, beneficiary: { communityId }, subjects, facts: { from, to } };
}
