import type { ParsedOf } from '../../../../types/contract';
import type { ShiftPlan } from '../../../../types/contract/ticketDesks';
import type { Day, Instant } from '../../../../types/day';
import { granted, type Outcome } from '../../../../types/refusal';
import type { Reading } from '../../../kernel/routes';
import { staffOf } from '../../people';
import { placedOf } from './candidate';
import { isPlannable, weekFrom } from './roster';
import { shiftsBetween } from './shiftsStore';
import { workloadsOnDuty } from './workloadsStore';

/** The shifts of seven days of everybody who is planned or was and still has one there, who is on duty now, and when they are free. */
export async function weekOf(
  communityId: string,
  from: Day,
  { today, now }: { readonly today: Day; readonly now: Instant },
): Promise<Outcome<readonly ShiftPlan[]>> {
  const days = weekFrom(from);
  const last = days.at(-1) ?? from;
  const [staff, shifts, onDuty] = await Promise.all([
    staffOf(communityId),
    shiftsBetween(communityId, from, last),
    workloadsOnDuty(communityId),
  ]);
  const has = new Set(shifts.map(({ staffId }) => staffId));
  const members = staff.filter((member) => isPlannable(member, today) || has.has(member._id));
  return granted(
    members.map((member) => {
      const { _id, name } = member;
      const workload = onDuty.find((one) => one._id === _id);
      return {
        ...{ staffId: _id, name, isOnDuty: workload !== undefined },
        ...(workload ? { freeInMinutes: Math.round(placedOf(member, workload, now).freeInMinutes) } : {}),
        ...(isPlannable(member, today) ? {} : { isPlannedNoMore: true as const }),
        days: days.map((day) => {
          const shift = shifts.find((one) => one.staffId === _id && one.day === day);
          return shift ? { day, shift: { from: shift.from, to: shift.to } } : { day };
        }),
      };
    }),
  );
}

export const seeWeek: Reading<ParsedOf<'roster.week'>, readonly ShiftPlan[]> = (
  { communityId, from },
  context,
) => weekOf(communityId, from as Day, context);
