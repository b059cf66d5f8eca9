import type { DueHandlers } from '../../../kernel/due';
import { dispatchFor } from './dispatchDue';
import { copyGoesOn } from './goOnCopying';
import { lookAfterShift } from './lookAfterShift';
import { lookAfterTicket } from './lookAfterTicket';

/** What the tick looks after for tickets: each at its next clock, each community that something waits in, each shift. */
export const ticketsDue: DueHandlers = {
  ticket: lookAfterTicket,
  dispatch: dispatchFor,
  shift: lookAfterShift,
  weekCopy: copyGoesOn,
};
