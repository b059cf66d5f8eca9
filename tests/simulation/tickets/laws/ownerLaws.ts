import { heldStates } from '../../../../cloudfunctions/modules/tickets/giving/workload';
import type { Ticket } from '../../../../cloudfunctions/modules/tickets/ticket';
import type { Books, TicketChange } from '../books';
import { broken, law, type Violation } from './law';

/** Who has it, by the ticket. */
function ownerOf({ state, assignee }: Ticket): string | undefined {
  return heldStates.includes(state) ? assignee?.staffId : undefined;
}

/** What is in somebody's hands names them, what waits or is answered names nobody; only an open offer has an end. */
export function judgeOwner({ after }: TicketChange): readonly Violation[] {
  const { _id, state, assignee } = after;
  const mustHave = heldStates.includes(state);
  const mustNot = state === 'waiting' || state === 'answering';
  const isOpen = assignee?.answerBy !== undefined;
  return [
    ...(mustHave && !assignee ? [broken(law.oneOwner, `${_id} is ${state} and nobody has it`)] : []),
    ...(mustNot && assignee
      ? [broken(law.oneOwner, `${_id} is ${state} and ${assignee.staffId} has it`)]
      : []),
    ...(mustHave && isOpen !== (state === 'offered')
      ? [broken(law.oneOwner, `${_id} is ${state} with an offer until ${assignee?.answerBy}`)]
      : []),
  ];
}

/** The workload of everybody touched says of these tickets what the tickets say. */
export function judgeWorkloads(
  books: Books,
  ticketIds: Iterable<string>,
  staffIds: readonly string[],
): readonly Violation[] {
  const ids = new Set(ticketIds);
  for (const staffId of staffIds)
    for (const { ticketId } of books.workloads.get(staffId)?.tickets ?? []) ids.add(ticketId);
  return [...ids].flatMap((ticketId) => disagreement(books, ticketId));
}

function disagreement({ tickets, workloads }: Books, ticketId: string): readonly Violation[] {
  const ticket = tickets.get(ticketId);
  const owner = ticket && ownerOf(ticket);
  const held = [...workloads.values()].flatMap(({ _id, tickets: hands }) =>
    hands.filter((one) => one.ticketId === ticketId).map(({ state }) => `${_id} ${state}`),
  );
  const expected = owner === undefined ? '' : `${owner} ${ticket?.state}`;
  if (held.join() === expected) return [];
  return [broken(law.oneOwner, `${ticketId} is of '${expected}', in the hands of '${held}'`)];
}
