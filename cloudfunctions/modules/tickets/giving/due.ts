import type { Instant } from '../../../../types/day';
import type { DueHandler, DueHandlers } from '../../../kernel/due';
import { limits } from '../../../kernel/limits';
import { dispatchOf } from '../changesOf';
import { ticketById } from '../ticketsStore';
import { dispatchNow } from './dispatchNow';
import { copyGoesOn } from './goOnCopying';
import { lookAfterShift } from './lookAfterShift';
import { lookAfterTicket } from './lookAfterTicket';

/** Dispatches the community; comes again where another was at it, and as long as the ticket because of which it was asked waits. */
const dispatchFor: DueHandler = async (key, ports) => {
  const { communityId, cause } = dispatchOf(key);
  const next = await dispatchNow(communityId, ports);
  if (next === undefined) return (ports.now() + limits.tickRetry) as Instant;
  if (next === 'never') return 'never';
  return (await ticketById(cause))?.state === 'waiting' ? next : 'never';
};

/** What the tick looks after for tickets: each at its next clock, each community that something waits in, each shift, each week that is copied. */
export const ticketsDue: DueHandlers = {
  ticket: lookAfterTicket,
  dispatch: dispatchFor,
  shift: lookAfterShift,
  weekCopy: copyGoesOn,
};
