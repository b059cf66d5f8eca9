import type { Instant } from '../../../types/day';
import type { Ticket } from './ticket';

const hour = 3_600_000;

/**
 * When the supervisor hears that a ticket stands still, counted from its pause: no clock runs then, so nothing else would say so (B3, B4).
 * Ours: an emergency at once and again after an hour, everything else after a day.
 */
function looksOf({ paused, urgency }: Pick<Ticket, 'paused' | 'urgency'>): readonly Instant[] {
  if (!paused) return [];
  const after = urgency === 'emergency' ? [0, hour] : [24 * hour];
  const { since, told } = paused;
  return after.map((later) => (since + later) as Instant).filter((at) => told === undefined || at > told);
}

/** When the supervisor hears next of this pause; undefined once all has been told, and where nothing stands still. */
export function pauseLook(ticket: Pick<Ticket, 'paused' | 'urgency'>): Instant | undefined {
  return looksOf(ticket)[0];
}

/** The ticket with the pause told, where it is to be by now; a tick that comes late tells once. The very same object otherwise. */
export function withPauseTold(ticket: Ticket, now: Instant): Ticket {
  const look = pauseLook(ticket);
  const { paused } = ticket;
  if (look === undefined || look > now || !paused) return ticket;
  const note = { text: '一直暂停，已报主管', check: 'passed' as const };
  return {
    ...ticket,
    paused: { ...paused, told: now },
    steps: [...ticket.steps, { at: now, what: 'escalated', by: '系统', note }],
  };
}
