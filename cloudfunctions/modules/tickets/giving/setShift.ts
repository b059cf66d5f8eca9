import type { ParsedOf } from '../../../../types/contract';
import type { ShiftPlan } from '../../../../types/contract/ticketDesks';
import type { Day, Instant } from '../../../../types/day';
import { type Changes, changes, remove, save } from '../../../kernel/changes';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { Changing } from '../../../kernel/routes';
import { isOnStaff, staffMemberById } from '../../people';
import { endOfShift, type Hours, mondayOf, planned, type Shift, shiftId, startOfShift } from './roster';
import { weekOf } from './seeWeek';
import { shifts, shiftsOf } from './shiftsStore';

interface Made {
  readonly communityId: string;
  readonly day: Day;
}

/**
 * The supervisor plans one shift of one day, changes it, or takes it away. When it begins its holder is told, when it ends they are off duty
 * once nothing is in hand. Refuses SHIFT_NOT_SOUND, COLLEAGUE_NOT_POSSIBLE. Answers the week of that day.
 */
export const setShift: Changing<ParsedOf<'roster.setShift'>, void, Made, readonly ShiftPlan[]> = {
  decide: async ({ communityId, staffId, day: text, shift }, { now, today }) => {
    const day = text as Day;
    const [member, around] = await Promise.all([staffMemberById(staffId), shiftsOf(staffId, day)]);
    if (member?.communityId !== communityId || !isOnStaff(member, day))
      return toRefuse('COLLEAGUE_NOT_POSSIBLE');
    const read = around.find((one) => one.day === day);
    const made = { communityId, day };
    if (!shift) return toDo(made, read ? takenAway(read) : changes({}));
    const hours = planned({ day, ...shift }, around, today);
    if (!hours.ok) return { kind: 'refuse', refusal: hours.refusal };
    return toDo(made, put(read, { communityId, staffId, day, ...hours.value }, now));
  },
  answer: ({ communityId, day }, context) => weekOf(communityId, mondayOf(day), context),
};

type Planned = Hours & Pick<Shift, 'communityId' | 'staffId' | 'day'>;

function put(read: Shift | undefined, shift: Planned, now: Instant): Changes {
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

function takenAway(read: Shift): Changes {
  return changes({
    writes: [remove(shifts, read)],
    audit: [noteOf('shiftTakenAway', read)],
    due: [{ kind: 'shift', key: read._id, at: 'never' }],
  });
}

function noteOf(what: string, { communityId, staffId, day, from, to }: Planned) {
  const subjects = [`shifts/${shiftId(staffId, day)}`, `staffMembers/${staffId}`];
  return { what, beneficiary: { communityId }, subjects, facts: { from, to } };
}
