import { changes } from '../../../cloudfunctions/kernel/changes';
import { toDo } from '../../../cloudfunctions/kernel/decision';
import type { SliceOf } from '../../../cloudfunctions/platform/jobs';
import { seedCommunities } from './community';
import { granted, startWorld, type World } from './world';

jest.setTimeout(240_000);

const communityId = 'yunqi';
const minute = 60_000;

/** Long work that was given up stands on the finance desk until somebody has it tried once more. */
describe('work that was given up', () => {
  let world: World;
  const seen: unknown[] = [];

  beforeAll(async () => {
    world = await startWorld();
    await seedCommunities(world);
    const author = { action: 'test.start', actor: { as: 'test' }, communityId };
    const audit = [{ what: 'started', beneficiary: { communityId }, subjects: [] }];
    const job = { kind: 'totals', key: 'yunqi·2026-11-09', communityId, input: {} };
    const decide = async () =>
      toDo(true, { ...world.product.startJob(job, undefined, world.ports.now()), audit });
    granted(await world.product.settle({ author, decide }, world.ports));
    for (let round = 0; round < 12; round += 1) {
      await run(failsAtTwo);
      world.advance(32 * minute);
    }
  });
  afterAll(() => world?.stop());

  const run = (totals: SliceOf) => world.product.runJobs({ totals }, world.ports, () => true);

  /** Two slices go well, the third never does. */
  const failsAtTwo: SliceOf = async ({ cursor = 0 }) => {
    if (cursor === 2) throw new Error('broken');
    return { changes: changes({}), cursor: Number(cursor) + 1 };
  };

  const desk = async () => granted(await world.ask('finance', 'desk.finance', { communityId })).stuckWork;
  const stuck = async () => granted(await world.ask('finance', 'desk.stuckWork', { communityId }));
  const retry = async () =>
    granted(await world.ask('finance', 'desk.retryWork', { workId: 'totals·yunqi·2026-11-09' }));

  test('is counted on the desk and listed with the number of its last failure', async () => {
    expect(await desk()).toBe(1);
    const incidents = world.logged.flatMap((line) => (line.level === 'bug' ? [line.incident] : []));
    expect(await stuck()).toEqual([
      {
        workId: 'totals·yunqi·2026-11-09',
        kind: 'totals',
        startedAt: expect.any(Number),
        incident: incidents.at(-1),
      },
    ]);
    expect(granted(await world.ask('financeElsewhere', 'desk.stuckWork', { communityId: 'wutong' }))).toEqual(
      [],
    );
  });

  test('goes on where it stopped once it is tried again, and leaves the desk', async () => {
    expect(await retry()).toEqual([]);
    await run(async ({ cursor }) => {
      seen.push(cursor);
      return { changes: changes({}) };
    });
    expect(seen).toEqual([2]);
    const job = await world.read('jobs', 'totals·yunqi·2026-11-09');
    expect(job).toMatchObject({ state: 'done', failures: 0 });
    expect(job).not.toHaveProperty('incident');
    expect(await desk()).toBe(0);
  });

  test('is not begun a second time where a colleague was faster', async () => {
    const before = await world.read('jobs', 'totals·yunqi·2026-11-09');
    expect(await retry()).toEqual([]);
    expect(await world.read('jobs', 'totals·yunqi·2026-11-09')).toEqual(before);
  });
});
