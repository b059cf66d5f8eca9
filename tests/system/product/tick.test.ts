import type { DueHandlers } from '../../../cloudfunctions/kernel/due';
import type { Instant } from '../../../types/day';
import { startWorld, type World } from './world';

jest.setTimeout(240_000);

const minute = 60_000;

/** The one timer: what is due is handed out, once, and never forgotten. */
describe('tick', () => {
  let world: World;
  let handled: string[] = [];

  beforeAll(async () => {
    world = await startWorld();
  });
  beforeEach(() => {
    handled = [];
    world.logged.length = 0;
    world.cloud.context.faults.clear();
  });
  afterEach(async () => {
    for (const { _id } of await world.all('due')) await world.remove('due', _id);
  });
  afterAll(() => world?.stop());

  const now = () => world.ports.now();
  const put = (kind: string, key: string, at: number) =>
    world.seed('due', { _id: `${kind}·${key}`, kind, key, at });
  const run = (handlers: DueHandlers, hasTime = () => true) =>
    world.product.runTick(handlers, world.ports, hasTime);
  const noting: DueHandlers = {
    note: async (key) => {
      handled.push(key);
      return 'never';
    },
  };

  test('what is due is looked after, the longest waiting first; what is not yet, later', async () => {
    await put('note', 'b', now() - 1);
    await put('note', 'a', now() - 2);
    await put('note', 'soon', now() + minute);
    await run(noting);
    expect(handled).toEqual(['a', 'b']);
    expect((await world.all('due')).map(({ key }) => key)).toEqual(['soon']);
    world.advance(minute);
    await run(noting);
    expect(handled).toEqual(['a', 'b', 'soon']);
  });

  test('it is put off as its handler says, and stays where somebody moved it meanwhile', async () => {
    await put('again', 'x', now());
    await put('moved', 'y', now());
    const rows = world.product.sdk().database({ throwOnNotFound: false }).collection('due');
    await run({
      again: async () => (now() + 5 * minute) as Instant,
      moved: async () => {
        await rows.doc('moved·y').update({ data: { at: now() + minute } });
        return 'never';
      },
    });
    expect((await world.read('due', 'again·x'))?.at).toBe(now() + 5 * minute);
    expect((await world.read('due', 'moved·y'))?.at).toBe(now() + minute);
  });

  test('one that fails, or that nobody knows, keeps nobody waiting and comes again', async () => {
    await put('failing', 'f', now() - 2);
    await put('unheard', 'u', now() - 1);
    await put('note', 'n', now());
    const failing = async (): Promise<'never'> => {
      throw new Error('on purpose');
    };
    await run({ ...noting, failing });
    expect(handled).toEqual(['n']);
    expect((await world.all('due')).map(({ at }) => at)).toEqual([now() + minute, now() + minute]);
    expect(world.logged.map(({ what }) => what)).toEqual(['dueFailed', 'dueFailed']);
  });

  test('of what failed together every key is noted', async () => {
    await put('group', 'a', now() - 2);
    await put('group', 'b', now() - 1);
    const lookAfter = async (): Promise<never> => {
      throw new Error('on purpose');
    };
    await run({ group: { of: () => 'yunqi', lookAfter } });
    expect(world.logged).toMatchObject([{ what: 'dueFailed', facts: { kind: 'group', key: 'a b' } }]);
  });

  test('a timer that fires twice does the work once', async () => {
    await put('slow', 's', now());
    const slow: DueHandlers = {
      slow: async (key) => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        handled.push(key);
        return 'never';
      },
    };
    await Promise.all([run(slow), run(slow)]);
    expect(handled).toEqual(['s']);
  });

  test('who was killed holds nobody up longer than to the next minute', async () => {
    await put('note', 'n', now());
    const rows = world.product.sdk().database({ throwOnNotFound: false }).collection('leases');
    await rows.doc('tick').set({ data: { version: 1, holder: 'dead', until: now() + 59_000 } });
    await run(noting);
    expect(handled).toEqual([]);
    world.advance(minute);
    await run(noting);
    expect(handled).toEqual(['n']);
  });

  test('without time it leaves the rest', async () => {
    for (let n = 0; n < 12; n += 1) await put('note', `n${n}`, now() - 100 + n);
    await run(noting, () => handled.length < 5);
    expect(handled).toHaveLength(5);
    await run(noting);
    expect(handled).toHaveLength(12);
  });

  test('when nothing is due it is two reads', async () => {
    const { faults } = world.cloud.context;
    faults.add({ id: 'count', point: 'admin.*', kind: 'counted', chance: 1, times: 100 });
    await run(noting);
    expect(faults.list().rules[0]?.left).toBe(98);
  });

  test('once an hour old requests, attempts and invitations go, young ones stay', async () => {
    const week = 7 * 24 * 60 * minute;
    const half = Date.parse('2026-11-20T10:17:30+08:00');
    world.advance(half - now());
    await world.seed('requests', { _id: 'old', at: half - week - 1 }, { _id: 'young', at: half - week });
    await world.seed('bindingAttempts', { _id: 'a', day: '2026-11-19' }, { _id: 'b', day: '2026-11-20' });
    await world.seed('invitations', { _id: 'i', expiresAt: half - week - 1 }, { _id: 'j', expiresAt: half });
    await run(noting);
    const left = async (name: string) => (await world.all(name)).map(({ _id }) => _id);
    expect(await left('requests')).toEqual(['young']);
    expect(await left('bindingAttempts')).toEqual(['b']);
    expect(await left('invitations')).toEqual(['j']);
  });
});
