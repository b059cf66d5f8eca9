import { firstClocks } from '../../../cloudfunctions/modules/tickets/life';
import { filed } from '../../../cloudfunctions/modules/tickets/lists';
import { usualTerms } from '../../../cloudfunctions/modules/tickets/terms';
import type { Instant } from '../../../types/day';
import { GivingWorld } from './givingWorld';
import { seededTicket } from './ticketDoors';
import { granted } from './world';

jest.setTimeout(240_000);

const many = 25;
const hour = 3_600_000;

/** A list gives twenty at a time: a desk counts and shows what is behind them too. */
describe('desks on a bad day', () => {
  let at: GivingWorld;

  beforeEach(async () => {
    at = await GivingWorld.start();
  });
  afterEach(() => at?.world.stop());

  test('a month is summed from all its reports, a hundred at a time, many of one instant among them', async () => {
    const now = at.world.ports.now();
    for (let n = 0; n < 205; n += 1) {
      // Ids go the other way than time.
      const reportedAt = (now - Math.floor(n / 3) * 60_000) as Instant;
      await at.world.seed('tickets', {
        ...filed({ ...seededTicket(`many-${String(n).padStart(3, '0')}`, reportedAt), version: 1 }),
      });
    }
    const of = { communityId: 'yunqi', month: '2026-11' };
    const { tickets, summed } = granted(await at.world.ask('projectManager', 'ticketDesks.month', of));
    expect([tickets, summed]).toEqual([205, undefined]);
  });

  test('every emergency is there, the nearest deadline first, and all that is late is counted', async () => {
    const emergency = { type: 'repair', urgency: 'emergency' } as const;
    for (let n = 0; n < many; n += 1) {
      // The longest waiting is the one that moved first.
      const reportedAt = (at.world.ports.now() - (many - n) * hour) as Instant;
      const clocks = firstClocks(emergency, reportedAt, usualTerms);
      await at.waiting({ ...emergency, _id: `emergency-${n}`, reportedAt, movedAt: reportedAt, clocks });
    }
    const of = { communityId: 'yunqi' };
    const { emergencies } = granted(await at.world.ask('customerService', 'ticketDesks.customer', of));
    expect(emergencies.map(({ ticketId }) => ticketId)).toEqual(
      Array.from({ length: many }, (_, n) => `emergency-${n}`),
    );
    const { today } = granted(await at.world.ask('supervisor', 'ticketDesks.supervisor', of));
    expect(today.late).toBe(many);
  });
});
