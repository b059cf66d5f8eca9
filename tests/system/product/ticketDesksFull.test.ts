import { mostOnBoard } from '../../../cloudfunctions/modules/tickets/desks/desksStore';
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

  test('the plan of the estate says of how many it is, with all emergencies among them', async () => {
    const all = mostOnBoard + 3;
    const now = at.world.ports.now();
    const urgency = 'emergency';
    const tickets: Parameters<typeof at.world.seed>[1][] = [];
    for (let n = 0; n < all; n += 1) {
      // The youngest two are emergencies: what has not moved for the longest would leave them out.
      const moved = (now - (all - n) * 60_000) as Instant;
      const { assignee: _nobody, ...seeded } = seededTicket(`open-${String(n).padStart(4, '0')}`, moved);
      const ticket = { ...seeded, version: 1, state: 'waiting', movedAt: moved, building: '3栋' } as const;
      tickets.push({ ...filed(n < all - 2 ? ticket : { ...ticket, urgency, building: '9栋' }) });
    }
    for (const ticket of tickets) await at.world.seed('tickets', ticket);
    const board = () => at.world.ask('supervisor', 'ticketDesks.supervisor', { communityId: 'yunqi' });
    const { buildings, undrawn } = granted(await board());
    expect(undrawn).toEqual({ drawn: mostOnBoard, of: all });
    expect(buildings.map(({ building, open, emergencies }) => [building, open, emergencies])).toEqual([
      ['3栋', mostOnBoard - 2, 0],
      ['9栋', 2, 2],
    ]);
    for (const { _id } of tickets.slice(0, 3)) await at.world.remove('tickets', String(_id));
    expect(granted(await board()).undrawn).toBeUndefined();
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
