import { GivingWorld } from './givingWorld';
import { granted } from './world';

jest.setTimeout(240_000);

const minute = 60_000;

/** What waits in numbers, and nobody on duty can take, costs the tick next to nothing and hides nothing. */
describe('much that nobody can take', () => {
  let at: GivingWorld;

  beforeEach(async () => {
    at = await GivingWorld.start();
    await at.atWork('zhang');
  });
  afterEach(() => at?.world.stop());

  /** So many lifts, which nobody on duty can mend; the supervisor has been told of each. */
  const lifts = async (count: number) => {
    for (let n = 0; n < count; n += 1) await at.waiting({ problem: 'lift' });
    await at.minutes(2 + count / 20);
    expect(await toldOf()).toBeGreaterThanOrEqual(count);
  };

  const toldOf = async () =>
    (await at.world.all('tickets')).filter(({ dispatch }) => dispatch !== undefined).length;

  /** Operations of the database in the next run of the tick that dispatches. */
  const requests = async () => {
    const { faults } = at.world.cloud.context;
    at.world.advance(5 * minute);
    faults.add({ id: 'count', point: 'admin.*', kind: 'counted', chance: 1, times: 1_000_000 });
    await at.world.tick();
    const left = faults.list().rules.find(({ id }) => id === 'count')?.left ?? 0;
    faults.clear();
    return 1_000_000 - left;
  };

  test('is read once for all in a tick: a dozen take no more requests than one', async () => {
    await lifts(1);
    const one = await requests();
    await lifts(11);
    const dozen = await requests();
    expect(dozen).toBeLessThanOrEqual(one + 2);
    expect(dozen).toBeLessThanOrEqual(30);
  });

  test('hides nothing that somebody can take, however much there is and however long it has waited', async () => {
    await lifts(130);
    expect(await requests()).toBeLessThanOrEqual(50);
    const ticketId = await at.waiting();
    const queue = granted(await at.world.ask('zhang', 'ticketWork.queue', { communityId: 'yunqi' }));
    expect(queue.open).toMatchObject([{ ticketId }]);
    await at.world.tick();
    expect(await at.ticket(ticketId)).toMatchObject({ state: 'offered', assignee: { staffId: 'zhang' } });
  });
});
