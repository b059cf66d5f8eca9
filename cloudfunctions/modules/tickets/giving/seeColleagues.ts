import type { ParsedOf } from '../../../../types/contract';
import type { Colleague } from '../../../../types/contract/ticketWork';
import { granted, refused } from '../../../../types/refusal';
import type { Reading } from '../../../kernel/routes';
import { staffOf } from '../../people';
import { dispatchWaiting } from '../dispatch/dispatchWaiting';
import { skillOf, skillsOf } from '../dispatch/skills';
import { ticketById } from '../ticketsStore';
import { circumstancesOf, placedOf, waitingOf } from './candidate';
import { couldHave } from './handOver';
import { emptyWorkload } from './workload';
import { workloadsOf } from './workloadsStore';

/** Rows the screen shows. */
const most = 30;

/** To whom a ticket could be handed: whom the rule would choose first, then who is on duty and can, by load and way. Three reads. */
export const seeColleagues: Reading<ParsedOf<'ticketWork.colleagues'>, readonly Colleague[]> = async (
  { ticketId },
  { now },
) => {
  const ticket = await ticketById(ticketId);
  if (!ticket) return refused('NOT_ALLOWED');
  const staff = (await staffOf(ticket.communityId)).filter((member) => couldHave(member, ticket, now));
  const workloads = await workloadsOf(staff.map(({ _id }) => _id));
  const placed = staff.map((member) => {
    const workload = workloads.find(({ _id }) => _id === member._id);
    return placedOf(member, workload ?? emptyWorkload(member._id, member.communityId), now);
  });
  const waiting = waitingOf(ticket);
  const circumstances = circumstancesOf(placed, now);
  const advised = dispatchWaiting([waiting], placed, circumstances)[0]?.staffId;
  const colleagues = staff.flatMap((member): Colleague[] => {
    const one = placed.find(({ id }) => id === member._id);
    if (!one) return [];
    return [
      {
        ...{ staffId: member._id, name: member.name, skills: member.skills, isOnDuty: one.isOnDuty },
        ...{ open: one.open, walkMinutes: Math.round(circumstances.walkMinutes(one, waiting)) },
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
