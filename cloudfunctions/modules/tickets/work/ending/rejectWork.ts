import { granted, type Outcome, refused } from '../../../../../types/refusal';
import { moved } from '../../life';
import type { KeptFile, Ticket } from '../../ticket';
import { type Acting, moving, unchecked } from '../acting';

/**
 * B5: not repaired, says the owner: back to the same engineer, whose signature counts no more, with the clocks to close and, in an emergency, to arrive anew. A
 * finished task is nobody's to reject: it waits for the ticket that opened it. Refuses TICKET_MOVED.
 */
export function rejectWork(
  ticket: Ticket,
  { reason, photos }: { readonly reason: string; readonly photos: readonly KeptFile[] },
  acting: Acting,
): Outcome<Ticket> {
  if (ticket.channel === 'linked') return refused('TICKET_MOVED');
  const files = photos.length > 0 ? { files: photos } : {};
  const back = moved(ticket, 'rejectWork', moving(acting, { note: unchecked(reason, acting), ...files }));
  if (!back.ok) return back;
  const { signed: _signed, checkedInAt: _there, ...rest } = back.value;
  return granted({ ...rest, comebacks: ticket.comebacks + 1 });
}
