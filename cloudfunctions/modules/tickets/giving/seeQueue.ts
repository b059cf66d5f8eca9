import type { ParsedOf } from '../../../../types/contract';
import type { WorkQueue } from '../../../../types/contract/ticketWork';
import { granted, refused } from '../../../../types/refusal';
import { staffIdIn } from '../../../kernel/caller';
import type { Reading } from '../../../kernel/routes';
import { staffMemberById } from '../../people';
import { problemsFor, skillsOf } from '../dispatch/skills';
import { folderOf } from '../reporting/files';
import { readerOf } from '../reporting/reader';
import { rowOf } from '../reporting/row';
import { viewLoaded } from '../reporting/viewTicket';
import type { Ticket } from '../ticket';
import { ticketsByIds, ticketsToTake } from '../ticketsStore';
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
  const [member, workload, shifts] = await Promise.all([
    staffMemberById(staffId),
    workloadOf(staffId),
    shiftsOf(staffId, today),
  ]);
  if (!member) return refused('NOT_ALLOWED');
  const isOnDuty = workload?.isOnDuty ?? false;
  const [held, open] = await Promise.all([
    ticketsByIds(workload?.tickets.map(({ ticketId }) => ticketId) ?? []),
    isOnDuty ? ticketsToTake(communityId, problemsFor(skillsOf(member))) : [],
  ]);
  const inOrder = workload ? inOrderOf(held, workload) : [];
  const shift = currentShift(shifts, now);
  const offered = inOrder.filter(({ state }) => state === 'offered');
  const row = (ticket: Ticket) => rowOf(ticket, readerOf(ticket, caller));
  return granted({
    ...{ staffId, name: member.name, duties: member.duties, skills: member.skills, areas: member.areas },
    isOnDuty,
    ...(shift ? { shift } : {}),
    folder: folderOf(caller.openid),
    offered: await Promise.all(offered.map((ticket) => viewLoaded(ticket, context))),
    next: inOrder.filter(({ state }) => state !== 'offered').map(row),
    open: open.map(row),
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
