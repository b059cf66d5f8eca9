import { granted, type Outcome, refused } from '../../../../../types/refusal';
import { startClock, wasMissed } from '../../clocks';
import { isSampled } from '../../giving/isSampled';
import { type MoveName, minutesOf, moved } from '../../life';
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
 * B5: the work or the answer is accepted. An emergency's revisit begins to run (B3), and what is sampled, was late in an emergency, or
 * was not scanned for waits for the after-check (B2). Refuses TICKET_MOVED.
 */
export function closed(ticket: Ticket, ending: Ending, acting: Acting): Outcome<Ticket> {
  const move = moves[ending.how][ticket.state];
  if (move === undefined) return refused('TICKET_MOVED');
  const over = moved(ticket, move, moving(acting));
  if (!over.ok || ticket.channel === 'linked') return over;
  return granted(withAfterCheck(withRevisit(withSignature(over.value, ending), acting), acting));
}

function withSignature(ticket: Ticket, ending: Ending): Ticket {
  if (ending.how === 'silence' && ticket.signed)
    return { ...ticket, signed: { ...ticket.signed, isSilent: true } };
  return ending.how === 'accepted'
    ? { ...ticket, signed: { ...ticket.signed, owner: ending.signature } }
    : ticket;
}

function withRevisit(ticket: Ticket, { now, terms }: Acting): Ticket {
  if (ticket.urgency !== 'emergency') return ticket;
  const clocks = startClock(ticket.clocks, 'revisit', minutesOf('revisit', ticket, terms), now);
  return { ...ticket, clocks };
}

function withAfterCheck(ticket: Ticket, { now }: Acting): Ticket {
  const { _id, type, urgency, cannotScan } = ticket;
  const isLate = urgency === 'emergency' && ticket.clocks.some((clock) => wasMissed(clock, now));
  if (type !== 'repair' || !(isSampled(_id) || isLate || cannotScan !== undefined)) return ticket;
  const note = cannotScan === undefined ? {} : { note: `没有扫码：${cannotScan}` };
  return { ...ticket, afterCheck: { state: 'due', ...note } };
}
