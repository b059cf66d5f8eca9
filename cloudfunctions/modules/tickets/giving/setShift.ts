import type { ParsedOf } from '../../../../types/contract';
import type { ShiftPlan } from '../../../../types/contract/ticketDesks';
import type { Day } from '../../../../types/day';
import { changes } from '../../../kernel/changes';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { Changing } from '../../../kernel/routes';
import { staffMemberById } from '../../people';
import { isPlannable, mondayOf, planned } from './roster';
import { weekOf } from './seeWeek';
import { shiftPut, shiftTakenAway } from './shiftChanges';
import { shiftsOf } from './shiftsStore';

interface Made {
  readonly communityId: string;
  readonly day: Day;
}

/**
 * The supervisor plans one shift of one day, changes it, or takes it away. When it begins its holder is told, when it ends they are off duty
 * once nothing is in hand. One that stands is taken away whatever its holder's duties have become. Refuses SHIFT_NOT_SOUND,
 * COLLEAGUE_NOT_POSSIBLE. Answers the week of that day.
 */
export const setShift: Changing<ParsedOf<'roster.setShift'>, void, Made, readonly ShiftPlan[]> = {
  decide: async ({ communityId, staffId, day: text, shift }, { now, today }) => {
    const day = text as Day;
    const [member, around] = await Promise.all([staffMemberById(staffId), shiftsOf(staffId, day)]);
    const read = around.find((one) => one.day === day);
    const made = { communityId, day };
    if (!shift && read?.communityId === communityId) return toDo(made, shiftTakenAway(read));
    if (member?.communityId !== communityId || !isPlannable(member, day))
      return toRefuse('COLLEAGUE_NOT_POSSIBLE');
    if (!shift) return toDo(made, changes({}));
    const hours = planned({ day, ...shift }, around, today);
    if (!hours.ok) return { kind: 'refuse', refusal: hours.refusal };
    return toDo(made, shiftPut(read, { communityId, staffId, day, ...hours.value }, now));
  },
  answer: ({ communityId, day }, context) => weekOf(communityId, mondayOf(day), context),
};
