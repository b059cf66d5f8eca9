import { usualTerms } from '../../../cloudfunctions/modules/tickets/terms';
import { GivingWorld } from './givingWorld';
import { atEveryOperation, killedAfter } from './killed';
import { granted } from './world';

jest.setTimeout(240_000);

const minute = 60_000;
const late = '有工单超过时限';
const near = '工单快到时限了';

/** B3, B4: every deadline in the first tick after its time, once per level, also when functions die. */
describe('clocks', () => {
  let at: GivingWorld;

  beforeEach(async () => {
    at = await GivingWorld.start();
  });
  afterEach(() => at?.world.stop());

  const levels = async (ticketId: string) =>
    Object.fromEntries((await at.ticket(ticketId)).clocks.map(({ kind, level }) => [kind, level]));
  const escalations = async () =>
    (await at.world.all('audits')).flatMap(({ notes }) =>
      (notes as readonly { what: string; facts?: { clock: string; level: number } }[])
        .filter(({ what }) => what === 'ticketEscalated')
        .map(({ facts }) => `${facts?.clock}·${facts?.level}`),
    );

  test('an emergency nobody takes: supervisor warned, told, project manager told, each in the minute it is due', async () => {
    const ticketId = await at.waiting({ urgency: 'emergency' });
    const seen: Record<string, number> = {};
    for (let minutes = 1; minutes <= 42; minutes += 1) {
      await at.minutes(1);
      for (const [kind, level] of Object.entries(await levels(ticketId)))
        for (let told = 1; told <= level; told += 1) seen[`${kind}·${told}`] ??= minutes;
    }
    expect(seen).toEqual({
      ...{ respond·1: 10, respond·2: 15, respond·3: 25 },
      ...{ arrive·1: 20, arrive·2: 30, arrive·3: 40 },
    });
    expect((await escalations()).sort()).toEqual(Object.keys(seen).sort());
    const supervisor = await at.inbox('supervisor');
    expect(supervisor.filter((title) => title === near)).toHaveLength(2);
    expect(supervisor.filter((title) => title === late)).toHaveLength(2);
    expect(await at.inbox('projectManager')).toEqual([late, late]);
    const { steps } = await at.ticket(ticketId);
    expect(steps.map(({ note }) => note?.text)).toEqual([
      ...['接单超时，已报主管', '接单超时，已报项目经理'],
      ...['到场超时，已报主管', '到场超时，已报项目经理'],
    ]);
    expect(await at.world.read('due', `ticket·${ticketId}`)).toBeUndefined();
  });

  test('whoever has it is warned when a third is left', async () => {
    await at.atWork('zhang');
    const ticketId = await at.waiting();
    await at.world.tick();
    await at.accept('zhang', ticketId);
    await at.minutes(1);
    at.world.advance(16 * 60 * minute);
    await at.world.tick();
    expect(await at.inbox('zhang')).toEqual(['有一张工单派给您', near]);
    expect(await at.inbox('supervisor')).toEqual([]);
  });

  test('a tick that comes late tells all at once, each level once, and runs on', async () => {
    const ticketId = await at.waiting({ urgency: 'emergency' });
    at.world.advance(3 * 60 * minute);
    await Promise.all([at.world.tick(), at.world.tick()]);
    await at.minutes(2);
    expect(await levels(ticketId)).toEqual({ respond: 3, arrive: 3 });
    expect(await escalations()).toHaveLength(6);
  });

  test('standing still for a named reason, no clock is missed; it goes on with what was left', async () => {
    await at.atWork('zhang');
    const ticketId = await at.waiting();
    await at.world.tick();
    await at.accept('zhang', ticketId);
    await at.minutes(10);
    const before = (await at.ticket(ticketId)).clocks.find(({ kind }) => kind === 'close')?.by ?? 0;
    granted(await at.world.ask('zhang', 'ticketWork.pause', { ticketId, reason: 'part', note: '等软管' }));
    at.world.advance(48 * 60 * minute);
    await at.world.tick();
    expect(await levels(ticketId)).toMatchObject({ close: 0 });
    granted(await at.world.ask('zhang', 'ticketWork.resume', { ticketId }));
    const after = (await at.ticket(ticketId)).clocks.find(({ kind }) => kind === 'close')?.by;
    expect(after).toBe(before + 48 * 60 * minute);
  });

  test('finished work is accepted by 72 hours of silence, not a minute before', async () => {
    const now = at.world.ports.now();
    const by = (now + usualTerms.acceptance * minute) as never;
    const ticketId = await at.waiting({
      state: 'finished',
      clocks: [{ kind: 'acceptance', startedAt: now, by, level: 0 }],
    });
    at.world.advance(usualTerms.acceptance * minute - minute);
    await at.world.tick();
    expect(await at.ticket(ticketId)).toMatchObject({ state: 'finished' });
    await at.minutes(1);
    expect(await at.ticket(ticketId)).toMatchObject({ state: 'closed' });
  });

  test('killed anywhere, the tick still tells every level once and gives the ticket to one', async () => {
    let ticketId = '';
    const told = async () => (await escalations()).length;
    let before = 0;
    await at.atWork('zhang');
    await atEveryOperation(at.world, 5, {
      before: async () => {
        before = await told();
        ticketId = await at.waiting({ urgency: 'emergency', problem: 'lighting' });
        at.world.advance(12 * minute);
      },
      work: () => at.world.tick(),
      after: async () => {
        await at.minutes(2);
        expect(await levels(ticketId)).toMatchObject({ respond: 1 });
        expect(await told()).toBe(before + 1);
        await at.world.remove('tickets', ticketId);
        await at.world.remove('due', `ticket·${ticketId}`);
      },
    });
  });

  test('a dispatch that is killed is done by the next tick, to one person', async () => {
    await at.atWork('zhang', 'ma');
    for (const operations of [4, 9, 14, 19, 24, 29, 34]) {
      const ticketId = await at.waiting();
      await killedAfter(at.world, operations, () => at.world.tick());
      await at.minutes(2);
      const { state, steps } = await at.ticket(ticketId);
      expect([state, steps.map(({ what }) => what)]).toEqual(['offered', ['offer']]);
      const holder = (await at.holder(ticketId)) ?? '';
      await at.accept(holder, ticketId);
      granted(await at.world.ask(holder, 'ticketWork.checkIn', { ticketId, cannotScan: '门牌掉了' }));
      const loads = await at.world.all('workloads');
      expect(loads.flatMap(({ tickets }) => tickets as readonly unknown[])).toHaveLength(1);
      await at.world.remove('tickets', ticketId);
      await at.world.remove('due', `ticket·${ticketId}`);
      for (const { _id } of loads) await at.world.remove('workloads', _id);
      await at.onDuty('zhang', 'ma');
    }
  });
});
