import type { Day } from '../../../../../types/day';
import { granted, type Outcome, refused } from '../../../../../types/refusal';
import { isRunning, stopClocks } from '../../clocks';
import type { Ticket } from '../../ticket';
import type { Acting } from '../acting';
import { namesSomebody } from './namesSomebody';

/**
 * B7: what is done so that it does not happen again, published to the whole community: it names nobody. Refuses NO_PLAN_DUE,
 * PLAN_NAMES_SOMEBODY; INVALID_INPUT where it is to be done before today.
 */
export function plan(
  ticket: Ticket,
  {
    text,
    dueOn,
    colleagues,
  }: { readonly text: string; readonly dueOn: Day; readonly colleagues: readonly string[] },
  today: Day,
  { who, now }: Acting,
): Outcome<Ticket> {
  if (!ticket.clocks.some((clock) => clock.kind === 'plan' && isRunning(clock)))
    return refused('NO_PLAN_DUE');
  if (dueOn < today) return refused('INVALID_INPUT', { field: 'dueOn' });
  if (namesSomebody(text, ticket, colleagues)) return refused('PLAN_NAMES_SOMEBODY');
  return granted({
    ...ticket,
    plan: { text, at: now, dueOn },
    clocks: stopClocks(ticket.clocks, ['plan'], now),
    steps: [...ticket.steps, { ...who, at: now, what: 'planned' }],
  });
}
