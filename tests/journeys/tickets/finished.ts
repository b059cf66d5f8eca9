import type { Clock } from '../../../cloudfunctions/modules/tickets/ticket';
import type { Instant } from '../../../types/day';
import { seededTicket } from '../../system/product/ticketDoors';
import type { Town } from '../owner/town';

/** A repair of 1201 that is done and waits for its owner's signature. */
export async function finishedTicket(town: Town, ticketId: string): Promise<void> {
  const now = town.world.ports.now();
  const acceptance: Clock = {
    ...{ kind: 'acceptance', startedAt: now, by: (now + 72 * 60 * 60_000) as Instant, level: 0 },
  };
  await town.world.seed('tickets', {
    ...seededTicket(ticketId, now),
    ...{ state: 'finished', clocks: [acceptance], result: '换了软管' },
  });
}
