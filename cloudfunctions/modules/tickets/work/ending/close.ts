import { granted, type Outcome, refused } from '../../../../../types/refusal';
import type { ClockKind } from '../../../../../types/ticket';
import { wasMissed } from '../../clocks';
import { isSampled } from '../../giving/isSampled';
import { type MoveName, moved } from '../../life';
import type { KeptFile, Ticket } from '../../ticket';
import { type Acting, moving } from '../acting';

/** How a ticket comes to its end: the owner accepts the work and signs, an answer helps, 72 hours of silence, or the ticket that opened it ends. */
export type Ending =
  | { readonly how: 'accepted'; readonly signature: KeptFile }
  | { readonly how: 'helped' }
  | { readonly how: 'silence' }
  | { readonly how: 'together' };

const moves: Readonly<Record<Ending['how'], Readonly<Partial<Record<Ticket['state'], MoveName>>>>> = {
  accepted: { finished: 'acceptWork' },
  helped: { answered: 'acceptAnswer' },
  silence: { finished: 'acceptSilently', answered: 'closeAnswered' },
  together: { finished: 'closeTogether' },
};

/**
 * B5: the work or the answer is accepted; an emergency's revisit has run since the work was done (B3) and runs on. What is sampled, was
 * late in an emergency, or was not scanned for waits for the after-check (B2). Refuses TICKET_MOVED.
 */
export function closed(ticket: Ticket, ending: Ending, acting: Acting): Outcome<Ticket> {
  const move = moves[ending.how][ticket.state];
  if (move === undefined) return refused('TICKET_MOVED');
  const over = moved(ticket, move, moving(acting));
  if (!over.ok || ticket.channel === 'linked') return over;
  return granted(withAfterCheck(withSignature(over.value, ending), acting));
}

function withSignature(ticket: Ticket, ending: Ending): Ticket {
  if (ending.how === 'silence' && ticket.signed)
    return { ...ticket, signed: { ...ticket.signed, isSilent: true } };
  return ending.how === 'accepted'
    ? { ...ticket, signed: { ...ticket.signed, owner: ending.signature } }
    : ticket;
}

/** Of the work itself: a late revisit is the desk's. */
const workClocks: readonly ClockKind[] = ['respond', 'arrive', 'close'];

function withAfterCheck(ticket: Ticket, { now }: Acting): Ticket {
  const { _id, type, urgency, cannotScan } = ticket;
  const clocks = ticket.clocks.filter(({ kind }) => workClocks.includes(kind));
  const isLate = urgency === 'emergency' && clocks.some((clock) => wasMissed(clock, now));
  if (type !== 'repair') return ticket;
  if (cannotScan !== undefined)
    return { ...ticket, afterCheck: { state: 'due', about: 'unscanned', note: `没有扫码：${cannotScan}` } };
  if (isLate) return { ...ticket, afterCheck: { state: 'due', about: 'late' } };
  return isSampled(_id) ? { ...ticket, afterCheck: { state: 'due', about: 'giving' } } : ticket;
}
