import { dayOf, type Instant, minuteOfDay } from '../../types/day';
import { limits } from '../kernel/limits';
import type { Ports } from '../kernel/ports';
import { attemptsBefore, bindingAttempts, invitations, invitationsExpiredBefore } from '../modules/people';
import { contentChecks, contentChecksBefore } from '../modules/tickets';
import { is } from '../platform/database';
import { removeOld } from '../platform/removeOld';
import { requests } from '../platform/systemStore';

/** Once an hour, away from the full hour. */
const minuteForIt = 17;

/**
 * Removes what nobody asks for any more: answered requests and expired invitations after a week, counted attempts of earlier days, which
 * file a check of WeChat's was of. Once an hour, a bounded number; what is left, or was missed by a dead function, is removed by a later one.
 */
export async function tidyUp(ports: Ports, hasTime: () => boolean): Promise<void> {
  const now = ports.now();
  if (minuteOfDay(now) % 60 !== minuteForIt) return;
  const weekAgo = (now - limits.requestKept) as Instant;
  const old = [
    () => removeOld(requests, { at: is.below(weekAgo) }),
    () => removeOld(invitations, invitationsExpiredBefore(weekAgo)),
    () => removeOld(bindingAttempts, attemptsBefore(dayOf(now))),
    () => removeOld(contentChecks, contentChecksBefore(now - limits.contentChecksKept)),
  ];
  for (const remove of old) {
    let hundreds = 0;
    while (hasTime() && hundreds < limits.hundredsTidied && (await remove())) hundreds += 1;
  }
}
