import type { ParsedOf } from '../../../../types/contract';
import type { Colleague } from '../../../../types/contract/ticketWork';
import { addDays } from '../../../../types/day';
import { granted, refused } from '../../../../types/refusal';
import type { Reading } from '../../../kernel/routes';
import { staffOf } from '../../people';
import { dispatchWaiting } from '../dispatch/dispatchWaiting';
import { skillOf, skillsOf } from '../dispatch/skills';
import { walkAmong } from '../dispatch/walk';
import { termsOf } from '../termsStore';
import { ticketById } from '../ticketsStore';
import { circumstancesOf, placedOf, waitingOf } from './candidate';
import { couldHave } from './handOver';
import { currentShift } from './roster';
import { shiftsBetween } from './shiftsStore';
import { emptyWorkload } from './workload';
import { workloadsOf } from './workloadsStore';

/** Rows the screen shows. */
const most = 30;

/** To whom a ticket could be handed: whom the rule would choose first, then who is on duty and can, by load and way; when each is free by the roster. Five reads. */
export const seeColleagues: Reading<ParsedOf<'ticketWork.colleagues'>, readonly Colleague[]> = async (
  { ticketId },
  { now, today },
) => {
  const ticket = await ticketById(ticketId);
  if (!ticket) return refused('NOT_ALLOWED');
  const staff = (await staffOf(ticket.communityId)).filter((member) => couldHave(member, ticket, now));
  const [workloads, shifts, terms] = await Promise.all([
    workloadsOf(staff.map(({ _id }) => _id)),
    shiftsBetween(ticket.communityId, addDays(today, -1), addDays(today, 1)),
    termsOf(ticket.communityId),
  ]);
  const placed = staff.map((member) => {
    const workload = workloads.find(({ _id }) => _id === member._id);
    return placedOf(member, workload ?? emptyWorkload(member._id, member.communityId), now);
  });
  const waiting = waitingOf(ticket);
  const circumstances = circumstancesOf(placed, walkAmong(terms.buildingRows), now);
  const advised = dispatchWaiting([waiting], placed, circumstances)[0]?.staffId;
  const colleagues = staff.flatMap((member): Colleague[] => {
    const one = placed.find(({ id }) => id === member._id);
    if (!one) return [];
    const shift = currentShift(
      shifts.filter(({ staffId }) => staffId === member._id),
      now,
    );
    return [
      {
        ...{ staffId: member._id, name: member.name, skills: member.skills, isOnDuty: one.isOnDuty },
        ...{ open: one.open, walkMinutes: Math.round(circumstances.walkMinutes(one, waiting)) },
        freeInMinutes: Math.round(one.freeInMinutes),
        ...(shift ? { shift } : {}),
        isAdvised: member._id === advised,
      },
    ];
  });
  const able = new Set(
    staff.filter((member) => skillsOf(member).includes(skillOf(ticket.problem))).map(({ _id }) => _id),
  );
  const rank = ({ staffId, isAdvised, isOnDuty }: Colleague) =>
    (isAdvised ? 0 : 4) + (isOnDuty ? 0 : 2) + (able.has(staffId) ? 0 : 1);
  return granted(
    colleagues
      .sort((a, b) => rank(a) - rank(b) || a.open - b.open || a.walkMinutes - b.walkMinutes)
      .slice(0, most),
  );
};
