import { home, tenure } from './community';
import { codeOf, granted, openidOf, startWorld, type World } from './world';

jest.setTimeout(240_000);

/** The same request twice, at once, with other input, with its answer lost: what it does, it does once. */
describe('a request with an id', () => {
  let world: World;
  const invite = (requestId: string, relation: 'family' | 'tenant' = 'family') =>
    world.ask('owner', 'people.inviteMember', { homeId: 'yunqi-1201', relation }, requestId);

  beforeEach(async () => {
    world = await startWorld();
    const { home: place, household } = home('yunqi-1201', 'yunqi', '1201', [
      tenure('t', 'owner', 'owner'),
      tenure('f', 'family', 'family'),
    ]);
    await world.seed('communities', { _id: 'yunqi', name: '云栖苑' });
    await world.seed('homes', place);
    await world.seed('households', household);
  });
  afterEach(() => world?.stop());

  test('asked again gives the same and makes nothing', async () => {
    const first = granted(await invite('request-1'));
    expect(granted(await invite('request-1'))).toEqual(first);
    expect(await world.all('invitations')).toHaveLength(1);
    expect(await world.all('audits')).toHaveLength(1);
  });

  test('the answer is rebuilt: it tells how things stand now', async () => {
    expect(granted(await invite('request-1')).state).toBe('open');
    world.advance(4 * 86_400_000);
    expect(granted(await invite('request-1')).state).toBe('expired');
  });

  test('what is kept names what was made, not what was said', async () => {
    const { invitationId } = granted(await invite('request-1'));
    const record = await world.read('requests', `${openidOf('owner')}·people.inviteMember·request-1`);
    expect(record).toMatchObject({ made: { invitationId }, at: world.ports.now() });
    expect(Object.keys(record ?? {}).sort()).toEqual(['_id', 'at', 'fingerprint', 'made', 'version']);
  });

  test('the same id with other input is refused', async () => {
    await invite('request-1');
    expect(codeOf(await invite('request-1', 'tenant'))).toBe('REQUEST_ID_REUSED');
    expect(await world.all('invitations')).toHaveLength(1);
  });

  test("another person's or another action's request of that id is another request", async () => {
    await invite('request-1');
    const members = world.ask(
      'owner',
      'people.removeMember',
      { homeId: 'yunqi-1201', tenureId: 'f' },
      'request-1',
    );
    expect(codeOf(await members)).toBeUndefined();
  });

  test('five at once: one invitation, five equal answers', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => invite('request-1')));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(granted(outcome)))).size).toBe(1);
    expect(await world.all('invitations')).toHaveLength(1);
  });

  test("the commit's answer is lost: found again by its record, done once", async () => {
    const point = 'admin.database.commitTransaction';
    world.cloud.context.faults.add({ id: 'f', point, kind: 'answer-lost', chance: 1, times: 1 });
    const started = countOf('admin.database.startTransaction');
    expect(granted(await invite('request-1')).state).toBe('open');
    expect(await world.all('invitations')).toHaveLength(1);
    expect(started()).toBe(1);
  });

  test('leaving answers the same when asked again, although access has ended', async () => {
    const leave = () => world.ask('family', 'people.leaveHome', { homeId: 'yunqi-1201' }, 'request-1');
    const first = granted(await leave());
    expect(first.homes).toEqual([]);
    expect(granted(await leave())).toEqual(first);
    expect(codeOf(await world.ask('family', 'people.members', { homeId: 'yunqi-1201' }))).toBe('NOT_ALLOWED');
  });

  test('a refusal that counts, counts once per request', async () => {
    const wrong = (requestId: string, phoneCode: string) =>
      world.ask(
        'stranger',
        'people.bindHome',
        { communityId: 'yunqi', phoneCode, secondFact: { kind: 'surname', surname: '王' } },
        requestId,
      );
    const phoneCode = world.phoneCode('stranger', '13812345678');
    const first = await wrong('request-1', phoneCode);
    expect(first).toMatchObject({
      ok: false,
      refusal: { code: 'BINDING_NOT_MATCHED', details: { left: 4 } },
    });
    expect(await wrong('request-1', phoneCode)).toEqual(first);
    const [attempts] = await world.all('bindingAttempts');
    expect(attempts).toMatchObject({ count: 1 });
  });

  test('what goes wrong inside is one refusal, with the number under which it was logged', async () => {
    const point = 'admin.database.getDocument';
    world.cloud.context.faults.add({ id: 'f', point, kind: 'error', code: 'INTERNAL_SERVER', chance: 1 });
    const outcome = await world.ask('owner', 'people.whoAmI', {});
    const incident = world.logged.find(({ level }) => level === 'bug')?.incident;
    expect(incident).toBeDefined();
    expect(outcome).toMatchObject({ refusal: { code: 'INTERNAL', details: { incident } } });
  });

  /** How often a point of the cloud is passed from now on: a fault that disturbs nothing counts it. */
  function countOf(point: string): () => number {
    const { faults } = world.cloud.context;
    faults.add({ id: 'count', point, kind: 'counted', chance: 1, times: 1000 });
    return () => 1000 - (faults.list().rules.find(({ id }) => id === 'count')?.left ?? 0);
  }
});
