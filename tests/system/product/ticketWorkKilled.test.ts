import { startClock } from '../../../cloudfunctions/modules/tickets/clocks';
import { usualTerms } from '../../../cloudfunctions/modules/tickets/terms';
import type { Ticket } from '../../../cloudfunctions/modules/tickets/ticket';
import type { Instant } from '../../../types/day';
import { atEveryOperation } from './killed';
import { WorkWorld } from './workWorld';
import { granted, openidOf } from './world';

jest.setTimeout(240_000);

const hour = 3_600_000;

/** Law 4 for the work: functions die between any two of their operations; asked again, all of it is there once. */
describe('killed in the middle', () => {
  let at: WorkWorld;
  let round = 0;

  beforeEach(async () => {
    at = await WorkWorld.start();
    await at.giving.hire('wang', { skills: ['电梯'] });
    await at.giving.onDuty('wang');
    round = 0;
  });
  afterEach(() => at?.stop());

  const now = () => at.world.ports.now();
  const request = () => `the-request-of-round-${round}`;
  const parentId = () => `round-${round}`;
  const taskId = () => `${parentId()}·valve`;
  const times = async (ticketId: string, what: string) =>
    (await at.audited(ticketId)).filter((one) => one === what).length;

  /** A burst in zhang's hands with a task in liu's, as far as `more` says. */
  const seed = async (more: Partial<Ticket>, task: Partial<Ticket>) => {
    round += 1;
    const assignee = (name: string) => ({
      ...{ staffId: name, openid: openidOf(name), name, phone: '13800000000', givenAt: now() },
    });
    const signed = { fileId: at.file('zhang', 's.png'), at: now(), check: 'passed' as const };
    const shown = { before: [signed], after: [signed], checkedInAt: now(), clocks: [] };
    const made = { state: 'finished', signed: { engineer: signed }, ...shown } as const;
    const assigned = { ...made, assignee: assignee('zhang'), taskIds: [taskId()] };
    await at.giving.waiting({ _id: parentId(), problem: 'burst', ...assigned, ...more });
    const linked = { ...made, assignee: assignee('liu'), channel: 'linked', parentId: parentId() } as const;
    await at.giving.waiting({ _id: taskId(), problem: 'security', ...linked, ...task });
  };

  test('a report with its tasks', async () => {
    const text = '3栋电梯有异响';
    const input = {
      homeId: 'yunqi-1201',
      type: 'repair',
      problem: 'lift',
      urgency: 'general',
      text,
    } as const;
    const ask = () => at.world.ask('owner', 'tickets.report', { ...input, photos: [] }, request());
    const parents = async () => (await at.world.all('tickets')).filter(({ channel }) => channel === 'app');
    const operations = await atEveryOperation(at.world, 17, {
      before: async () => {
        round += 1;
      },
      work: ask,
      after: async () => {
        // Whatever was committed was committed whole.
        for (const { taskIds } of await parents())
          expect(await at.world.all('tickets')).toHaveLength(1 + (taskIds as string[]).length);
        // A dead function's lease on dispatch ends.
        at.world.advance(hour / 20);
        const { ticketId } = granted(await ask());
        expect(await parents()).toHaveLength(1);
        await at.minutes(2);
        const { taskIds } = await at.ticket(ticketId);
        expect(taskIds).toHaveLength(2);
        for (const id of [ticketId, ...taskIds])
          expect(await at.world.read('due', `ticket·${id}`)).toBeDefined();
        // The guard has been given the cordon by then, by this run or by the tick.
        const { steps } = await at.ticket(`${ticketId}·cordon`);
        expect(steps.map(({ what }) => what)).toContain('offer');
        granted(await at.world.ask('owner', 'tickets.cancel', { ticketId, reason: '听错了' }));
        for (const id of [ticketId, ...taskIds]) await at.world.remove('tickets', id);
      },
    });
    expect(operations).toBeGreaterThan(30);
  });

  test('the finish', async () => {
    const finish = () =>
      at.world.ask(
        'zhang',
        'ticketWork.finish',
        { ticketId: parentId(), result: '换了管', signature: at.file('zhang', 's.png') },
        request(),
      );
    const operations = await atEveryOperation(at.world, 4, {
      before: () => seed({ state: 'working' }, {}),
      work: finish,
      after: async () => {
        at.world.advance(hour / 20);
        expect(granted(await finish()).state).toBe('finished');
        expect(await times(parentId(), 'ticketFinished')).toBe(1);
        const { clocks, steps } = await at.ticket(parentId());
        expect(clocks).toMatchObject([{ kind: 'acceptance' }]);
        expect(steps).toHaveLength(1);
        expect(await at.world.read('due', `ticket·${parentId()}`)).toMatchObject({ at: clocks[0]?.by });
      },
    });
    expect(operations).toBeGreaterThan(10);
  });

  test('the acceptance that ends the tasks with it', async () => {
    const accept = () =>
      at.world.ask(
        'owner',
        'tickets.acceptWork',
        { ticketId: parentId(), signature: at.file('owner', 'ok.png') },
        request(),
      );
    const operations = await atEveryOperation(at.world, 3, {
      before: () => seed({}, {}),
      work: accept,
      after: async () => {
        // Both or none.
        const [parent, task] = await Promise.all([at.ticket(parentId()), at.ticket(taskId())]);
        expect(task.state).toBe(parent.state);
        expect(granted(await accept()).state).toBe('closed');
        expect((await at.ticket(taskId())).state).toBe('closed');
        expect(await times(parentId(), 'ticketWorkAccepted')).toBe(1);
        expect(await times(taskId(), 'taskClosedTogether')).toBe(1);
      },
    });
    expect(operations).toBeGreaterThan(10);
  });

  test('the tick that accepts by silence and ends the tasks', async () => {
    const operations = await atEveryOperation(at.world, 5, {
      before: async () => {
        const past = (now() - 73 * hour) as Instant;
        await seed({ clocks: startClock([], 'acceptance', usualTerms.acceptance, past) }, {});
      },
      work: () => at.world.tick(),
      after: async () => {
        await at.minutes(3);
        expect((await at.ticket(parentId())).signed?.isSilent).toBe(true);
        expect((await at.ticket(taskId())).state).toBe('closed');
        expect(await times(parentId(), 'ticketAcceptedBySilence')).toBe(1);
        expect(await times(taskId(), 'taskClosedTogether')).toBe(1);
      },
    });
    expect(operations).toBeGreaterThan(10);
  });

  test('two who end it at once, and one who finishes its task meanwhile: nothing is left open', async () => {
    for (const seeded of ['finished', 'working'] as const) {
      await seed({ type: 'complaint', state: 'answered', answers: [answer] }, { state: seeded });
      const judge = { ticketId: parentId(), helped: true };
      const finish = { ticketId: taskId(), result: '围好了', signature: at.file('liu', 's.png') };
      await Promise.all([
        at.world.ask('owner', 'tickets.judgeAnswer', judge),
        at.world.ask('customerService', 'tickets.judgeAnswer', judge),
        at.world.ask('liu', 'ticketWork.finish', finish),
      ]);
      const [parent, task] = await Promise.all([at.ticket(parentId()), at.ticket(taskId())]);
      expect([parent.state, task.state]).toEqual(['closed', 'closed']);
      expect(await times(parentId(), 'answerJudged')).toBe(1);
    }
  });
});

const answer = { text: '已处理', by: '客服', staffId: 'customerService', at: 0 as Instant };
