import type { Instant } from '../../../../types/day';
import type { DueTogether } from '../../../kernel/due';
import { limits } from '../../../kernel/limits';
import { dispatchOf } from '../changesOf';
import { ticketsByIds } from '../ticketsStore';
import { dispatchNow } from './dispatchNow';

/**
 * Dispatches a community once for all the tickets and people because of which it was asked, however many these are; comes again where
 * another was at it, and for those of the tickets that wait.
 */
export const dispatchFor: DueTogether = {
  of: (key) => dispatchOf(key).communityId,

  async lookAfter(communityId, keys, ports) {
    const next = await dispatchNow(communityId, ports);
    if (next === undefined) return () => (ports.now() + limits.tickRetry) as Instant;
    const causes = next === 'never' ? [] : await ticketsByIds(keys.map((key) => dispatchOf(key).cause));
    const waiting = new Set(causes.filter(({ state }) => state === 'waiting').map(({ _id }) => _id));
    return (key) => (waiting.has(dispatchOf(key).cause) ? next : 'never');
  },
};
