import { changes, save } from '../../../cloudfunctions/kernel/changes';
import { closedCollection, type Stored } from '../../../cloudfunctions/kernel/collection';
import { toDo } from '../../../cloudfunctions/kernel/decision';
import type { JobHandlers, SliceOf } from '../../../cloudfunctions/platform/jobs';
import { startWorld, type World } from './world';

jest.setTimeout(240_000);

interface Tally extends Stored {
  readonly counted: readonly number[];
}
const tallies = closedCollection<Tally>('tallies');
const minute = 60_000;

describe('long work in slices', () => {
  let world: World;
  let slices = 0;

  beforeAll(async () => {
    world = await startWorld([tallies]);
  });
  beforeEach(() => {
    slices = 0;
    world.logged.length = 0;
    world.cloud.context.faults.clear();
  });
  afterAll(() => world?.stop());

  /** Counts 0, 1, 2 … up to `input.to`, one number a slice. */
  const count: SliceOf = async (job) => {
    slices += 1;
    const at = Number(job.cursor ?? 0);
    const read = await world.product.readById(tallies, job.key);
    const counted = [...(read?.counted ?? []), at];
    const isLast = at + 1 === job.input.to;
    return {
      changes: changes({ writes: [save(tallies, read, { _id: job.key, counted })] }),
      ...(isLast ? {} : { cursor: at + 1 }),
    };
  };

  async function start(key: string, to = 4): Promise<void> {
    const author = { action: 'test.start', actor: { as: 'test' }, communityId: 'yunqi' };
    const audit = [{ what: 'started', beneficiary: { communityId: 'yunqi' }, subjects: [] }];
    await world.product.settle(
      {
        author,
        decide: async () => {
          const before = await world.product.jobOf('count', key);
          const job = { kind: 'count', key, communityId: 'yunqi', input: { to } };
          const started = world.product.startJob(job, before, world.ports.now());
          return toDo(key, { ...started, audit });
        },
      },
      world.ports,
    );
  }

  const run = (handlers: JobHandlers = { count }, most = 100) => {
    let left = most;
    return world.product.runJobs(handlers, world.ports, () => left-- > 0);
  };
  const counted = async (key: string) => (await world.read('tallies', key))?.counted;
  const job = (key: string) => world.read('jobs', `count·${key}`);

  test('each slice is committed together with where the next one begins', async () => {
    await start('a');
    await run();
    expect(await counted('a')).toEqual([0, 1, 2, 3]);
    expect(await job('a')).toMatchObject({ state: 'done', failures: 0 });
    expect(await job('a')).not.toHaveProperty('lease');
    await run();
    expect(slices).toBe(4);
  });

  test('what there is no time for is left to the next run, without waiting for a lease', async () => {
    await start('b');
    await run({ count }, 2);
    expect((await counted('b')) as number[]).toHaveLength(2);
    await run();
    expect(await counted('b')).toEqual([0, 1, 2, 3]);
  });

  test('a killed slice is begun again once its lease is over, and nothing is done twice', async () => {
    await start('c');
    let killed = false;
    const dies: SliceOf = (read, ports) => {
      if (read.cursor !== 2 || killed) return count(read, ports);
      killed = true;
      return new Promise(() => undefined);
    };
    void run({ count: dies });
    while (!killed) await new Promise((resolve) => setTimeout(resolve, 5));
    await run();
    expect(await counted('c')).toEqual([0, 1]);
    world.advance(2 * minute);
    await run();
    expect(await counted('c')).toEqual([0, 1, 2, 3]);
  });

  test('a slice whose lease went to another commits nothing', async () => {
    await start('d');
    let wake: (() => void) | undefined;
    const sleeps: SliceOf = async (read, ports) => {
      if (!wake) await new Promise<void>((resolve) => (wake = resolve));
      return count(read, ports);
    };
    const sleeper = run({ count: sleeps });
    while (!wake) await new Promise((resolve) => setTimeout(resolve, 5));
    world.advance(2 * minute);
    await run();
    wake();
    await sleeper;
    expect(await counted('d')).toEqual([0, 1, 2, 3]);
  });

  test('two runs at once share the work', async () => {
    await start('e', 8);
    await Promise.all([run(), run()]);
    expect(await counted('e')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('a lost answer and a conflict do no slice twice', async () => {
    await start('f', 6);
    const { faults } = world.cloud.context;
    faults.add({
      id: 'lost',
      point: 'admin.database.commitTransaction',
      kind: 'answer-lost',
      chance: 1,
      times: 2,
    });
    faults.add({
      id: 'conflict',
      point: 'database.commitTransaction',
      kind: 'conflict',
      chance: 1,
      times: 2,
    });
    await run();
    world.advance(2 * minute);
    await run();
    expect(await counted('f')).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('what fails is tried again later and later, then given up, and can be started anew', async () => {
    await start('g');
    const fails: SliceOf = async () => {
      slices += 1;
      throw new Error('broken');
    };
    for (let round = 0; round < 12; round += 1) {
      await run({ count: fails });
      world.advance(32 * minute);
    }
    expect(slices).toBe(6);
    expect(await job('g')).toMatchObject({ state: 'stuck', failures: 6 });
    expect(world.logged.filter(({ level }) => level === 'bug')).toHaveLength(6);
    await start('g');
    await run();
    expect(await counted('g')).toEqual([0, 1, 2, 3]);
  });

  test('a kind nobody does stands in nobody’s way', async () => {
    await start('h');
    await run({});
    expect(await job('h')).toMatchObject({ state: 'waiting', failures: 1 });
    world.advance(minute);
    await run();
    expect(await counted('h')).toEqual([0, 1, 2, 3]);
  });
});
