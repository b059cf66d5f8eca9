import { changes } from '../../../cloudfunctions/kernel/changes';
import { toDo } from '../../../cloudfunctions/kernel/decision';
import { seedCommunities } from './community';
import { granted, openidOf, startWorld, type World } from './world';

jest.setTimeout(240_000);

describe('what phones may read of the database', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await seedCommunities(world);
  });
  afterAll(() => world?.stop());

  const topicsOf = async (person: string) => (await world.read('feeds', openidOf(person)))?.topics;
  const moved = (...topics: readonly (readonly [string, 'homes' | 'bills'])[]) =>
    topics.map(([person, topic]) => ({ openid: openidOf(person), topic }));

  test('each topic that moved counts up once per commit, in its own person’s row alone', async () => {
    await world.product.bumpFeeds(moved(['owner', 'homes'], ['owner', 'bills'], ['owner', 'homes']));
    await world.product.bumpFeeds(moved(['owner', 'homes'], ['family', 'bills']));
    expect(await topicsOf('owner')).toEqual({ homes: 2, bills: 1 });
    expect(await topicsOf('family')).toEqual({ bills: 1 });
    expect(await topicsOf('tenant')).toBeUndefined();
  });

  test('many commits at once lose no count, the first row included', async () => {
    await Promise.all(Array.from({ length: 8 }, () => world.product.bumpFeeds(moved(['guard', 'homes']))));
    expect(await topicsOf('guard')).toEqual({ homes: 8 });
  });

  test('a commit stands although the feed cannot be told', async () => {
    const point = 'admin.database.modifyDocument';
    world.cloud.context.faults.add({ id: 'f', point, kind: 'error', chance: 1 });
    const audit = [{ what: 'tried', beneficiary: { communityId: 'yunqi' }, subjects: [] }];
    const decide = async () => toDo('made', changes({ audit, topics: moved(['owner', 'homes']) }));
    const author = { action: 'test.try', actor: { as: 'tick' } };
    const made = await world.product.settle({ author, decide }, world.ports);
    world.cloud.context.faults.clear();
    expect(granted(made)).toBe('made');
    expect(world.logged).toMatchObject([{ what: 'feedsNotBumped' }]);
  });

  test('a phone sees its own row and no other', async () => {
    await world.product.bumpFeeds(moved(['stranger', 'homes'], ['tenant', 'homes']));
    const phone = await logIn('stranger');
    const own = await phone.find('feeds', { _openid: '{openid}' });
    expect(own).toMatchObject({ list: [expect.stringContaining(openidOf('stranger'))] });
    expect(await phone.find('feeds', { _openid: openidOf('tenant') })).toMatchObject({ errCode: -502003 });
    expect(await phone.find('feeds', {})).toMatchObject({ errCode: -502003 });
  });

  test('every other collection is closed to phones', async () => {
    const phone = await logIn('stranger');
    const names = world.product.collections.map(({ name }) => name).filter((name) => name !== 'feeds');
    expect(names.length).toBeGreaterThan(10);
    for (const name of names)
      expect([name, await phone.find(name, {})]).toMatchObject([name, { errCode: -502003 }]);
  });

  async function logIn(person: string) {
    const post = async (route: string, body: object, session?: string) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${session}` };
      const sent = { method: 'POST', headers, body: JSON.stringify(body) };
      const answer = await fetch(`${world.cloud.gatewayUrl}/${route}`, sent);
      return (await answer.json()) as { session?: string; data?: unknown; errCode?: number };
    };
    const { session } = await post('login', { openid: openidOf(person), create: true });
    return {
      find: async (collectionName: string, query: object) => {
        const body = { action: 'database.getDocument', collectionName, queryType: 'WHERE' };
        const answer = await post('database', { ...body, query: JSON.stringify(query) }, session);
        return answer.data ?? answer;
      },
    };
  }
});
