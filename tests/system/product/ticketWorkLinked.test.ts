import { WorkWorld } from './workWorld';

jest.setTimeout(180_000);

const hour = 3_600_000;
const strange = { problem: 'lift', text: '3栋电梯有异响' } as const;

/** B12: one request, whole chain. */
describe('linked tasks', () => {
  let at: WorkWorld;

  beforeEach(async () => {
    at = await WorkWorld.start();
    await at.giving.hire('wang', { skills: ['电梯'] });
    await at.giving.onDuty('wang');
  });
  afterEach(() => at?.stop());

  const named = (ticketId: string, name: string) => `${ticketId}·${name}`;
  const states = async (ticketId: string) => {
    const { taskIds } = await at.ticket(ticketId);
    const tasks = await Promise.all(taskIds.map((id) => at.ticket(id)));
    return tasks.map(({ state }) => state);
  };
  /** Takes what was offered and does all of it. */
  const done = async (person: string, ticketId: string) => {
    await at.giving.accept(person, ticketId);
    await at.worked(ticketId, person);
    return at.finish(ticketId, person);
  };

  test('a strange noise of a lift opens inspection and cordon, each given to whose work it is', async () => {
    const ticketId = await at.reported(strange);
    const parent = await at.ticket(ticketId);
    expect(parent.taskIds).toEqual([named(ticketId, 'inspection'), named(ticketId, 'cordon')]);
    expect(await at.giving.holder(named(ticketId, 'cordon'))).toBe('liu');
    expect(await at.giving.holder(named(ticketId, 'inspection'))).toBe('wang');
    const seen = await at.ask('owner', 'tickets.ticket', { ticketId });
    expect(seen.links.map(({ relation, title }) => [relation, title]).sort()).toEqual([
      ['task', '电梯口警戒'],
      ['task', '电梯安全检查'],
    ]);
    // The task itself is the staff's.
    const task = { ticketId: named(ticketId, 'cordon') };
    expect(await at.refusal('owner', 'tickets.ticket', task)).toBe('NOT_ALLOWED');
    const redo = { ...task, reason: '没围好', photos: [] };
    expect(await at.refusal('customerService', 'tickets.rejectWork', redo)).toBe('TICKET_MOVED');
    const opened = await at.ask('liu', 'tickets.ticket', task);
    expect(opened).toMatchObject({ place: '3栋', links: [{ relation: 'parent', ticketId }] });
  });

  test('the repair waits for its tasks, and all end together, in one commit', async () => {
    const ticketId = await at.reported(strange);
    const cordon = named(ticketId, 'cordon');
    const inspection = named(ticketId, 'inspection');
    await done('liu', cordon);
    await done('wang', inspection);
    // The same mechanic has the repair now.
    await at.minutes(1);
    await at.giving.accept('wang', ticketId);
    await at.worked(ticketId, 'wang');
    expect(await states(ticketId)).toEqual(['finished', 'finished']);
    // Nobody is asked to accept a task, and no silence ends it.
    expect((await at.ticket(cordon)).clocks.some(({ kind }) => kind === 'acceptance')).toBe(false);
    const redo = { ticketId: cordon, reason: '没围好', photos: [] };
    expect(await at.refusal('customerService', 'tickets.rejectWork', redo)).toBe('TICKET_MOVED');
    await at.finish(ticketId, 'wang');
    await at.accept(ticketId);
    expect(await states(ticketId)).toEqual(['closed', 'closed']);
    const commits = (await at.world.all('audits')).filter(({ notes }) =>
      (notes as readonly { what: string }[]).some(({ what }) => what === 'taskClosedTogether'),
    );
    expect(commits).toHaveLength(1);
    expect(await at.inbox('liu')).toContain('工单已一起完成，现场可以撤了');
    expect((await at.world.read('workloads', 'liu'))?.tickets).toEqual([]);
  });

  test('not finished while a task is under way', async () => {
    const ticketId = await at.reported(strange);
    await done('wang', named(ticketId, 'inspection'));
    await at.minutes(1);
    await at.giving.accept('wang', ticketId);
    await at.worked(ticketId, 'wang');
    const finish = { ticketId, result: '好了', signature: at.file('wang', 's.png') };
    expect(await at.refusal('wang', 'ticketWork.finish', finish)).toBe('TASKS_OPEN');
    await done('liu', named(ticketId, 'cordon'));
    expect((await at.finish(ticketId, 'wang')).state).toBe('finished');
  });

  test('silence ends the tasks too', async () => {
    const ticketId = await at.reported({ problem: 'burst', urgency: 'emergency', text: '厨房爆管' });
    await done('liu', named(ticketId, 'valve'));
    await at.giving.accept('zhang', ticketId);
    await at.worked(ticketId);
    await at.finish(ticketId);
    at.world.advance(72 * hour);
    await at.world.tick();
    expect((await at.ticket(ticketId)).state).toBe('closed');
    expect(await states(ticketId)).toEqual(['closed']);
  });

  test('a complaint that is over leaves what is still being done to its end, and it ends by itself', async () => {
    const ticketId = await at.reported({ ...strange, type: 'complaint' });
    const cordon = named(ticketId, 'cordon');
    await at.giving.accept('liu', cordon);
    await at.worked(cordon, 'liu');
    await done('wang', named(ticketId, 'inspection'));
    await at.ask('customerService', 'tickets.answer', { ticketId, text: '电梯已停用检查' });
    await at.ask('owner', 'tickets.judgeAnswer', { ticketId, helped: true });
    expect(await states(ticketId)).toEqual(['closed', 'working']);
    expect((await at.finish(cordon, 'liu')).state).toBe('closed');
  });

  test('taken back: whoever has not begun need not go', async () => {
    const ticketId = await at.reported(strange);
    await at.giving.accept('wang', named(ticketId, 'inspection'));
    await at.giving.accept('liu', named(ticketId, 'cordon'));
    await at.ask('owner', 'tickets.cancel', { ticketId, reason: '听错了' });
    expect(await states(ticketId)).toEqual(['cancelled', 'cancelled']);
    expect(await at.inbox('liu')).toContain('工单已取消，不用去了');
    for (const person of ['wang', 'liu'])
      expect((await at.world.read('workloads', person))?.tickets).toEqual([]);
  });

  test('corrected away and back: the cordon that was called off stands anew', async () => {
    const ticketId = await at.reported(strange);
    const cordon = named(ticketId, 'cordon');
    await at.giving.accept('liu', cordon);
    const right = (problem: 'leak' | 'lift', urgency: 'general' | 'emergency') =>
      at.ask('customerService', 'tickets.correct', {
        ...{ ticketId, type: 'repair', problem, urgency, reason: '又问了一遍' },
      });
    await right('leak', 'general');
    expect(await states(ticketId)).toEqual(['cancelled', 'cancelled']);
    const { links } = await right('lift', 'emergency');
    expect(links).toHaveLength(4);
    expect((await states(ticketId)).slice(0, 2)).toEqual(['cancelled', 'cancelled']);
    await at.minutes(1);
    expect(await at.giving.holder(`${cordon}·2`)).toBe('liu');
    await done('liu', `${cordon}·2`);
    expect((await at.ticket(`${cordon}·2`)).state).toBe('finished');
  });

  test('a cordon that customer service has cancelled stays so, whatever else is put right', async () => {
    const ticketId = await at.reported(strange);
    const cordon = named(ticketId, 'cordon');
    await at.ask('customerService', 'tickets.cancel', { ticketId: cordon, reason: '已经围好了' });
    await at.ask('customerService', 'tickets.correct', {
      ...{ ticketId, type: 'repair', problem: 'lift', urgency: 'emergency', reason: '又问了一遍' },
    });
    expect((await at.ticket(ticketId)).taskIds).toHaveLength(2);
  });

  test('one person who had all of it loses all of it in one write', async () => {
    const ticketId = await at.reported(strange);
    const inspection = named(ticketId, 'inspection');
    await at.giving.accept('wang', inspection);
    await at.ask('supervisor', 'ticketWork.override', { ticketId, to: 'wang', reason: '一个人看' });
    await at.giving.accept('wang', ticketId);
    expect((await at.world.read('workloads', 'wang'))?.tickets).toHaveLength(2);
    await at.ask('owner', 'tickets.cancel', { ticketId, reason: '听错了' });
    expect((await at.world.read('workloads', 'wang'))?.tickets).toEqual([]);
  });
});
