import type { Instant } from '../../../types/day';
import type { Ticket } from './ticket';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * When the supervisor hears that a ticket stands still, counted from its pause, and how often again after that: no clock runs then, so
 * nothing else would say so (B3, B4). Ours: an emergency at once, after an hour and every day, everything else after a day and every week.
 */
const looks = {
  emergency: { first: [0, hour], every: day },
  other: { first: [day], every: 7 * day },
} as const;

/** When the supervisor hears next of this pause; undefined where nothing stands still. */
export function pauseLook({ paused, urgency }: Pick<Ticket, 'paused' | 'urgency'>): Instant | undefined {
  if (!paused) return undefined;
  const { first, every } = looks[urgency === 'emergency' ? 'emergency' : 'other'];
  const told = paused.told === undefined ? -1 : paused.told - paused.since;
  const last = first.at(-1) ?? 0;
  const again = last + every * (Math.floor((told - last) / every) + 1);
  return (paused.since + (first.find((later) => later > told) ?? again)) as Instant;
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
