import type { Instant } from '../../../../types/day';
import { changes, type Due } from '../../../kernel/changes';
import { type Decision, toDo } from '../../../kernel/decision';
import type { DueHandler, DueHandlers } from '../../../kernel/due';
import { limits } from '../../../kernel/limits';
import { settle } from '../../../platform/settle';
import { aroundOf } from '../around';
import { ticketChanges } from '../changesOf';
import type { Ticket } from '../ticket';
import { ticketById } from '../ticketsStore';
import { tellAssignee, tellDuty } from './told';

const unanswered = 'appointmentUnanswered';

/** The entry under which the tick looks whether a proposed appointment was agreed to: the clocks stand still until somebody has. */
export function appointmentDue({ _id, appointment }: Ticket): readonly Due[] {
  return appointment?.isConfirmed === false
    ? [{ kind: 'appointment', key: _id, at: appointment.from as Instant }]
    : [];
}

/**
 * B4: nothing waits for somebody to look. The appointment begins and nobody has agreed to it: customer service calls, and whoever has the
 * ticket hears of it; once for each proposal, however often the tick comes.
 */
const lookAfterAppointment: DueHandler = async (ticketId, ports) => {
  let next: Instant | 'never' = 'never';
  const decide = async (): Promise<Decision<true>> => {
    const read = await ticketById(ticketId);
    const now = ports.now();
    const from = read && waitsSince(read);
    next = from !== undefined && from > now ? from : 'never';
    if (!read || from === undefined || from > now) return toDo(true as const, changes({}));
    const around = await aroundOf(read);
    const messages = [...tellDuty(read, 'customerService', unanswered), ...tellAssignee(read, unanswered)];
    const after = { ...read, steps: [...read.steps, { at: now, what: unanswered, by: '系统' }] };
    return toDo(true as const, ticketChanges(read, after, { ...around, what: unanswered, now, messages }));
  };
  const author = { action: 'tick.appointment', actor: { as: 'tick' } };
  const done = await settle({ author, decide }, ports);
  return done.ok ? next : ((ports.now() + limits.tickRetry) as Instant);
};

export const workDue: DueHandlers = { appointment: lookAfterAppointment };

/** When the appointment begins that nobody has agreed to nor been called about. */
function waitsSince({ state, appointment, paused, steps }: Ticket): Instant | undefined {
  if (state !== 'paused' || !paused || appointment?.isConfirmed !== false) return undefined;
  const isTold = steps.some(({ what, at }) => what === unanswered && at >= paused.since);
  return isTold ? undefined : (appointment.from as Instant);
}
