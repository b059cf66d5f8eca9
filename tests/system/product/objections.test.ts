import { home, seedCommunities, tenure } from './community';
import { granted, openidOf, startWorld, type World } from './world';

jest.setTimeout(240_000);

/** Row A1: what customer service finds to look into. */
describe('objections that wait', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await seedCommunities(world);
    await world.seed(
      'residents',
      { _id: 'resident-t-suspended', communityId: 'yunqi', name: '李雷' },
      { _id: 'resident-t-kept', communityId: 'yunqi', name: '赵敏' },
    );
    const objection = { by: openidOf('ownerNextDoor'), at: 5, reason: '搬走了', suspends: false };
    const held = (person: string) => ({ openid: openidOf(person), since: 0, by: 'register', objection });
    const more = home('yunqi-1203', 'yunqi', '1203', [
      tenure('t-kept', 'owner', undefined, { holder: held('kept') }),
      tenure('t-gone', 'family', undefined, { holder: held('gone'), to: '2026-11-09' }),
    ]);
    await world.seed('homes', more.home);
    await world.seed('households', more.household);
  });
  afterAll(() => world?.stop());

  const listed = async (person: string, communityId: string) =>
    granted(await world.ask(person, 'people.objections', { communityId }));

  test('are listed with home, person and relation, oldest first; not those of who has left', async () => {
    expect(await listed('customerService', 'yunqi')).toEqual([
      {
        homeId: 'yunqi-1201',
        place: '3栋2单元1201',
        tenureId: 't-suspended',
        name: '李雷',
        relation: 'tenant',
        at: 0,
        isSuspended: true,
      },
      expect.objectContaining({ tenureId: 't-kept', name: '赵敏', at: 5, isSuspended: false }),
    ]);
  });

  test('leave the list once they are decided, and are those of one community', async () => {
    const input = { homeId: 'yunqi-1203', tenureId: 't-kept', verdict: 'stays', reason: '看过合同' } as const;
    granted(await world.ask('customerService', 'people.decideObjection', input));
    expect((await listed('customerService', 'yunqi')).map(({ tenureId }) => tenureId)).toEqual([
      't-suspended',
    ]);
    expect(await listed('customerServiceElsewhere', 'wutong')).toEqual([]);
  });
});
