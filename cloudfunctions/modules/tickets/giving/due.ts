import type { DueHandlers } from '../../../kernel/due';
import { dispatchNow } from './dispatchNow';
import { lookAfterTicket } from './lookAfterTicket';

/** What the tick looks after for tickets: each at its next clock, and each community that something waits in. */
export const ticketsDue: DueHandlers = { ticket: lookAfterTicket, dispatch: dispatchNow };
