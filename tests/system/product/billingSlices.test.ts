import { draft, everything, october, seedManyHomes, startBillingWorld, work } from './billingWorld';
import { granted, type World } from './world';

jest.setTimeout(240_000);

const billRunId = 'yunqi·2026-10';

function billingOf({ communityId: _whose, ...settings }: { readonly communityId: string }): object {
  return settings;
}

/** Row C1: a run in slices, killed in between, and by itself. */
describe('a run of many homes', () => {
  let world: World;
  afterEach(() => world?.stop());

  async function fresh(): Promise<void> {
    world = await startBillingWorld();
    await seedManyHomes(world, 130);
  }

  test('killed at any point it ends with the same documents and counts', async () => {
    await fresh();
    const run = await draft(world);
    const bills = await everything(world, 'bills');
    const told = await everything(world, 'billRunRows');
    expect(run).toMatchObject({ homes: 132, homesDone: 132, bills: 130 + 65, unbillable: 0 });
    await world.stop();

    await fresh();
    const { faults } = world.cloud.context;
    granted(await world.ask('finance', 'charging.startBillRun', { communityId: 'yunqi', month: october }));
    // The function dies after each kind of step in turn: what it wrote stands, nobody hears of it.
    const points = ['database.insertDocument', 'database.commitTransaction', 'database.getDocument'];
    for (let round = 0; round < 12; round += 1) {
      const point = `admin.${points[round % points.length]}`;
      faults.add({ id: 'die', point, kind: 'answer-lost', chance: 0.3, times: 3 });
      await work(world, 2).catch(() => undefined);
      world.advance(40 * 60_000);
    }
    faults.clear();
    world.advance(40 * 60_000);
    await work(world);
    expect(await everything(world, 'bills')).toEqual(bills);
    expect(await everything(world, 'billRunRows')).toEqual(told);
    const again = granted(await world.ask('finance', 'charging.billRun', { billRunId }));
    expect({ ...again, startedAt: 0 }).toEqual({ ...run, startedAt: 0 });
  });

  test('published in pieces, killed in between, each bill is posted once', async () => {
    await fresh();
    await draft(world);
    granted(await world.ask('finance', 'charging.publishBillRun', { billRunId }));
    const { faults } = world.cloud.context;
    for (let round = 0; round < 6; round += 1) {
      faults.add({
        id: 'die',
        point: 'admin.database.commitTransaction',
        kind: 'answer-lost',
        chance: 0.2,
        times: 5,
      });
      await work(world, 2).catch(() => undefined);
      world.advance(40 * 60_000);
    }
    faults.clear();
    await work(world);
    expect(granted(await world.ask('finance', 'charging.billRun', { billRunId })).state).toBe('published');
    const all = await everything(world, 'bills');
    // What comes to nothing is published as paid and posts nothing.
    expect(all.map(({ state }) => state)).toEqual(
      all.map(({ amount }) => (amount === 0 ? 'paid' : 'published')),
    );
    const bills = all.filter(({ amount }) => amount !== 0);
    const posted = (await everything(world, 'journals')).map(({ _id }) => _id);
    expect(posted).toEqual(bills.map(({ _id }) => `bill·${_id}`));
  });

  test('by itself on the billing day, and published by itself a day later', async () => {
    world = await startBillingWorld();
    await seedManyHomes(world, 3);
    const billing = { day: 12, of: 'lastMonth' } as const;
    const input = { communityId: 'yunqi', autoPublish: true, collectsUtilities: true, billing };
    const set = granted(await world.ask('finance', 'charging.setBilling', input));
    expect(set).toEqual({ ...billingOf(input), nextAt: Date.parse('2026-11-12T02:00:00+08:00') });
    const minute = async () => {
      await world.product.runTick(world.product.dueHandlers, world.ports, () => true);
      await work(world);
    };
    await minute();
    expect(await everything(world, 'billRuns')).toEqual([]);
    world.advance(2 * 86_400_000);
    await minute();
    const run = granted(await world.ask('finance', 'charging.billRun', { billRunId }));
    expect(run).toMatchObject({ state: 'drafted', publishesAt: world.ports.now() + 86_400_000, bills: 5 });
    world.advance(86_400_000 - 1);
    await minute();
    expect(granted(await world.ask('finance', 'charging.billRun', { billRunId })).state).toBe('drafted');
    world.advance(1);
    await minute();
    expect(granted(await world.ask('finance', 'charging.billRun', { billRunId })).state).toBe('published');
    expect(await world.read('due', 'billingDay·yunqi')).toMatchObject({
      at: Date.parse('2026-12-12T02:00:00+08:00'),
    });
  });

  test('finance takes the publishing by itself back, and the billing day', async () => {
    world = await startBillingWorld({ autoPublish: true });
    await seedManyHomes(world, 3);
    expect((await draft(world)).publishesAt).toBeDefined();
    const input = { communityId: 'yunqi', autoPublish: false, collectsUtilities: true };
    expect(granted(await world.ask('finance', 'charging.setBilling', input))).toEqual(billingOf(input));
    const run = granted(await world.ask('finance', 'charging.billRun', { billRunId }));
    expect(run).not.toHaveProperty('publishesAt');
    expect(await everything(world, 'due')).toEqual([]);
    const again = { ...input, autoPublish: true, billing: { day: 1, of: 'lastMonth' } as const };
    granted(await world.ask('finance', 'charging.setBilling', again));
    expect((await everything(world, 'due')).map(({ _id }) => _id)).toEqual([
      'billingDay·yunqi',
      `publishBillRun·${billRunId}`,
    ]);
    const seen = granted(await world.ask('finance', 'charging.billingSettings', { communityId: 'yunqi' }));
    expect(seen).toMatchObject({ autoPublish: true, billing: { day: 1, of: 'lastMonth' } });
  });

  test('1,200 homes are drafted', async () => {
    world = await startBillingWorld();
    await seedManyHomes(world, 1_200);
    const run = await draft(world);
    expect(run).toMatchObject({ homes: 1_202, homesDone: 1_202, bills: 1_800, state: 'drafted' });
    const bills = await everything(world, 'bills');
    expect(bills.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(run.sum);
  });
});
