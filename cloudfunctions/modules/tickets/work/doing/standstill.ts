import type { Instant } from '../../../../../types/day';
import { granted, type Outcome, refused } from '../../../../../types/refusal';
import type { PauseReason } from '../../../../../types/ticket';
import { moveDeadline } from '../../clocks';
import { moved } from '../../life';
import type { Ticket } from '../../ticket';
import { type Acting, moving, plainly } from '../acting';

const day = 86_400_000;
/** The brief of B5: a new appointment is within two weeks. */
const farthest = 14 * day;
/** Ours: a longer wait at home is no appointment. */
const longest = day / 2;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** B3: the clocks stand still, for a named reason and no other. Refuses TICKET_MOVED. */
export function pause(
  ticket: Ticket,
  { reason, note }: { readonly reason: PauseReason; readonly note: string },
  acting: Acting,
): Outcome<Ticket> {
  const still = moved(ticket, 'pause', moving(acting, { note: plainly(note) }));
  return still.ok ? granted({ ...still.value, paused: { since: acting.now, reason, note } }) : still;
}

/** The clocks go on with what was left. An appointment nobody has agreed to is none any more. Refuses TICKET_MOVED. */
export function resume(ticket: Ticket, acting: Acting): Outcome<Ticket> {
  const on = moved(ticket, 'resume', moving(acting));
  if (!on.ok || on.value.appointment?.isConfirmed !== false) return on;
  const { appointment: _proposed, ...rest } = on.value;
  return granted(rest);
}

/**
 * B5: cannot be finished now: why, and a new time. The clocks stand still until the owner has agreed. Who had begun comes back: not
 * fixed the first time. Refuses TICKET_MOVED, WINDOW_NOT_POSSIBLE.
 */
export function postpone(
  ticket: Ticket,
  { reason, appointment }: { readonly reason: string; readonly appointment: Span },
  acting: Acting,
): Outcome<Ticket> {
  const still = moved(ticket, 'postpone', moving(acting, { note: plainly(reason) }));
  if (!still.ok) return still;
  if (!canBe(appointment, acting.now)) return refused('WINDOW_NOT_POSSIBLE');
  return granted({
    ...still.value,
    paused: { since: acting.now, reason: 'owner', note: reason },
    appointment: { ...appointment, isConfirmed: false },
    comebacks: ticket.comebacks + (ticket.state === 'working' ? 1 : 0),
  });
}

/**
 * The owner agrees, or names another time, which then holds: an engineer who cannot come proposes anew. What is left to do is due by the
 * end of the appointment. Refuses TICKET_MOVED where nothing is proposed, WINDOW_NOT_POSSIBLE (also where the proposed time has passed).
 */
export function confirmAppointment(ticket: Ticket, other: Span | undefined, acting: Acting): Outcome<Ticket> {
  const on = moved(ticket, 'confirmAppointment', moving(acting));
  if (!on.ok) return on;
  if (ticket.appointment === undefined || ticket.appointment.isConfirmed) return refused('TICKET_MOVED');
  const { from, to } = other ?? ticket.appointment;
  const isPossible = other ? canBe(other, acting.now) : to > acting.now;
  if (!isPossible) return refused('WINDOW_NOT_POSSIBLE');
  const clocks = (['arrive', 'close'] as const).reduce(
    (all, kind) => moveDeadline(all, kind, to as Instant, acting.now),
    on.value.clocks,
  );
  return granted({ ...on.value, clocks, appointment: { from, to, isConfirmed: true } });
}

function canBe({ from, to }: Span, now: Instant): boolean {
  return from > now && to > from && to - from <= longest && to <= now + farthest;
}
