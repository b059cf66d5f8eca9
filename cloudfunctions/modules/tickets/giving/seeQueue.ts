import type { ParsedOf } from '../../../../types/contract';
import type { WorkQueue } from '../../../../types/contract/ticketWork';
import { granted, refused } from '../../../../types/refusal';
import { staffIdIn } from '../../../kernel/caller';
import { limits } from '../../../kernel/limits';
import type { Reading } from '../../../kernel/routes';
import { staffMemberById } from '../../people';
import { skillOf, skillsOf } from '../dispatch/skills';
import { folderOf } from '../reporting/files';
import { readerOf } from '../reporting/reader';
import { rowOf } from '../reporting/row';
import { viewLoaded } from '../reporting/viewTicket';
import type { Ticket } from '../ticket';
import { ticketsByIds, ticketsWaiting } from '../ticketsStore';
import { inHandInOrder } from './candidate';
import { currentShift } from './roster';
import { shiftsOf } from './shiftsStore';
import { workloadOf } from './workloadsStore';

/** An engineer's own day: what waits for an answer, what is in hand by nearest clock, what could be taken. Five reads, and links. */
export const seeQueue: Reading<ParsedOf<'ticketWork.queue'>, WorkQueue> = async (
  { communityId },
  context,
) => {
  const { caller, now, today } = context;
  const staffId = staffIdIn(caller, communityId);
  if (staffId === undefined) return refused('NOT_ALLOWED');
  const [member, workload, waiting, shifts] = await Promise.all([
    staffMemberById(staffId),
    workloadOf(staffId),
    ticketsWaiting(communityId),
    shiftsOf(staffId, today),
  ]);
  if (!member) return refused('NOT_ALLOWED');
  const held = await ticketsByIds(workload?.tickets.map(({ ticketId }) => ticketId) ?? []);
  const inOrder = workload ? inOrderOf(held, workload) : [];
  const skills = skillsOf(member);
  const shift = currentShift(shifts, now);
  const isOnDuty = workload?.isOnDuty ?? false;
  const open = isOnDuty ? waiting.filter(({ problem }) => skills.includes(skillOf(problem))) : [];
  const offered = inOrder.filter(({ state }) => state === 'offered');
  const row = (ticket: Ticket) => rowOf(ticket, readerOf(ticket, caller));
  return granted({
    ...{ staffId, name: member.name, duties: member.duties, skills: member.skills, areas: member.areas },
    isOnDuty,
    ...(shift ? { shift } : {}),
    folder: folderOf(caller.openid),
    offered: await Promise.all(offered.map((ticket) => viewLoaded(ticket, context))),
    next: inOrder.filter(({ state }) => state !== 'offered').map(row),
    open: open.slice(0, limits.rowsPerPage).map(row),
  });
};

/** What is at work first, emergencies before others, the nearest clock first; what stands still last. */
function inOrderOf(
  held: readonly Ticket[],
  workload: Parameters<typeof inHandInOrder>[0],
): readonly Ticket[] {
  const places = new Map(inHandInOrder(workload).map(({ ticketId }, index) => [ticketId, index]));
  const placeOf = ({ _id }: Ticket) => places.get(_id) ?? places.size;
  return [...held].sort((a, b) => placeOf(a) - placeOf(b));
}
