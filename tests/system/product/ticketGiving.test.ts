import type { Clock } from '../../../cloudfunctions/modules/tickets/ticket';
import type { Instant } from '../../../types/day';
import type { ClockKind } from '../../../types/ticket';
import { GivingWorld } from './givingWorld';
import { granted, openidOf } from './world';

jest.setTimeout(240_000);

const minute = 60_000;

/** B2: who is given what, who may take, hand on, refuse; and who is told. */
describe('giving', () => {
  let at: GivingWorld;

  beforeEach(async () => {
    at = await GivingWorld.start();
  });
  afterEach(() => at?.world.stop());

  test('what is reported is offered by the next tick, with a sentence, a workload and a message', async () => {
    await at.atWork('zhang');
    const ticketId = await at.waiting();
    await at.world.tick();
    const ticket = await at.ticket(ticketId);
    expect(ticket).toMatchObject({
      state: 'offered',
      assignee: { staffId: 'zhang', answerBy: at.world.ports.now() + 20 * minute },
      dispatch: { givenTo: 'zhang', skill: '水暖', sentence: expect.stringContaining('zhang会水暖') },
      steps: [{ what: 'offer', by: '系统' }],
    });
    expect(await at.world.read('workloads', 'zhang')).toMatchObject({
      tickets: [{ ticketId, state: 'offered', skill: '水暖', mayMove: true }],
    });
    expect(await at.inbox('zhang')).toEqual(['有一张工单派给您']);
    const queue = granted(await at.world.ask('zhang', 'ticketWork.queue', { communityId: 'yunqi' }));
    expect(queue).toMatchObject({ isOnDuty: true, offered: [{ ticketId }], next: [], open: [] });
    expect(queue.offered[0]?.because).toContain('zhang会水暖');
  });

  test('only whom it was offered to accepts it; whoever comes later is told that it is taken', async () => {
    await at.atWork('zhang');
    const ticketId = await at.waiting();
    await at.world.tick();
    await at.atWork('ma');
    expect(await at.refusal('ma', 'ticketWork.accept', { ticketId })).toBe('TICKET_TAKEN');
    await at.accept('zhang', ticketId);
    expect(await at.ticket(ticketId)).toMatchObject({ state: 'accepted', assignee: { staffId: 'zhang' } });
    expect((await at.ticket(ticketId)).assignee).not.toHaveProperty('answerBy');
    expect(await at.refusal('zhang', 'ticketWork.accept', { ticketId })).toBe('TICKET_MOVED');
    const queue = granted(await at.world.ask('zhang', 'ticketWork.queue', { communityId: 'yunqi' }));
    expect(queue).toMatchObject({ offered: [], next: [{ ticketId, state: 'accepted' }] });
  });

  test('declined, it goes to the next at once; asking again gives the same answer', async () => {
    await at.atWork('a', 'b');
    const ticketId = await at.waiting();
    await at.world.tick();
    const first = (await at.holder(ticketId)) ?? '';
    const input = { ticketId, reason: '在处理急单' };
    const answers = [
      granted(await at.world.ask(first, 'ticketWork.decline', input, 'decline-once')),
      granted(await at.world.ask(first, 'ticketWork.decline', input, 'decline-once')),
    ];
    expect(answers.map(({ state }) => state)).toEqual(['offered', 'offered']);
    expect(await at.holder(ticketId)).toBe(first === 'a' ? 'b' : 'a');
    expect(await at.refusal(first, 'ticketWork.decline', input)).toBe('TICKET_MOVED');
    expect(await at.world.read('workloads', first)).toMatchObject({ tickets: [] });
  });

  test('without an answer in time the next is asked; when nobody is left the supervisor is told once', async () => {
    await at.atWork('a', 'b');
    const ticketId = await at.waiting();
    await at.world.tick();
    const first = await at.holder(ticketId);
    await at.minutes(20);
    expect(await at.holder(ticketId)).toBe(first === 'a' ? 'b' : 'a');
    await at.minutes(20);
    expect(await at.ticket(ticketId)).toMatchObject({
      state: 'waiting',
      turned: [{ how: 'noAnswer' }, { how: 'noAnswer' }],
      dispatch: { sentence: '在岗会水暖的 2 人都没有接，请主管派单。' },
    });
    await at.minutes(12);
    const told = (await at.inbox('supervisor')).filter((title) => title === '有工单没人能接，请派单');
    expect(told).toHaveLength(1);
    const why = granted(await at.world.ask('supervisor', 'ticketWork.why', { ticketId }));
    expect(why).toMatchObject({ sentence: '在岗会水暖的 2 人都没有接，请主管派单。', skill: '水暖' });
  });

  test('what waits is taken by whoever is on duty and has the skill', async () => {
    await at.hire('wet');
    await at.hire('electrician', { skills: ['电工'] });
    const ticketId = await at.waiting();
    expect(await at.refusal('wet', 'ticketWork.accept', { ticketId })).toBe('NOT_ON_DUTY');
    await at.onDuty('electrician');
    expect(await at.refusal('electrician', 'ticketWork.accept', { ticketId })).toBe('SKILL_MISSING');
    await at.world.seed('workloads', {
      ...{ _id: 'wet', communityId: 'yunqi', isOnDuty: true, tickets: [], worked: [] },
    });
    const queue = granted(await at.world.ask('wet', 'ticketWork.queue', { communityId: 'yunqi' }));
    expect(queue.open).toMatchObject([{ ticketId }]);
    await at.accept('wet', ticketId);
    expect(await at.ticket(ticketId)).toMatchObject({ state: 'accepted', assignee: { staffId: 'wet' } });
  });

  test('a colleague who can is offered it and must answer; others cannot be asked', async () => {
    await at.atWork('zhang');
    const ticketId = await at.waiting();
    await at.world.tick();
    await at.accept('zhang', ticketId);
    await at.atWork('ma');
    await at.hire('off');
    await at.hire('electrician', { skills: ['电工'] });
    await at.onDuty('electrician');
    const colleagues = granted(await at.world.ask('zhang', 'ticketWork.colleagues', { ticketId }));
    expect(colleagues.map(({ staffId, isAdvised }) => [staffId, isAdvised])).toEqual(
      expect.arrayContaining([
        ['ma', true],
        ['off', false],
      ]),
    );
    expect(colleagues[0]?.staffId).toBe('ma');
    for (const to of ['off', 'electrician', 'zhang', 'finance', 'nobody'])
      expect(await at.refusal('zhang', 'ticketWork.transfer', { ticketId, to, reason: '离得近' })).toBe(
        'COLLEAGUE_NOT_POSSIBLE',
      );
    const { clocks } = await at.ticket(ticketId);
    granted(await at.world.ask('zhang', 'ticketWork.transfer', { ticketId, to: 'ma', reason: '离得近' }));
    expect(await at.ticket(ticketId)).toMatchObject({
      state: 'offered',
      assignee: { staffId: 'ma' },
      turned: [{ staffId: 'zhang', how: 'transferred', reason: '离得近' }],
      clocks,
    });
    await at.accept('ma', ticketId);
  });

  test('the supervisor gives it to whomever, and who had it is told', async () => {
    await at.atWork('zhang');
    const ticketId = await at.waiting();
    await at.world.tick();
    await at.accept('zhang', ticketId);
    await at.hire('off');
    const order = { ticketId, to: 'off', reason: '更合适' };
    expect(await at.refusal('supervisor', 'ticketWork.override', { ...order, to: 'finance' })).toBe(
      'COLLEAGUE_NOT_POSSIBLE',
    );
    granted(await at.world.ask('supervisor', 'ticketWork.override', order));
    expect(await at.ticket(ticketId)).toMatchObject({ state: 'offered', assignee: { staffId: 'off' } });
    await at.world.tick();
    expect(await at.inbox('off')).toEqual(['有一张工单派给您']);
    expect(await at.inbox('zhang')).toContain('有一张工单换人了');
    expect(await at.world.read('workloads', 'off')).toMatchObject({
      isOnDuty: false,
      tickets: [{ ticketId, mayMove: false }],
    });
  });

  test('what has gone round 300 times waits for the supervisor, who still gives it to whoever ends it', async () => {
    await at.atWork('zhang');
    const now = at.world.ports.now();
    const steps = Array.from({ length: 300 }, () => ({ at: now, what: 'decline' }));
    const turned = [{ staffId: 'zhang', at: now, how: 'offDuty' as const }];
    const ticketId = await at.waiting({ steps, turned });
    await at.world.tick();
    expect(await at.ticket(ticketId)).toMatchObject({ state: 'waiting' });
    const order = { ticketId, to: 'zhang', reason: '请你办完' };
    granted(await at.world.ask('supervisor', 'ticketWork.override', order));
    await at.accept('zhang', ticketId);
    granted(await at.world.ask('zhang', 'ticketWork.checkIn', { ticketId, cannotScan: '门牌掉了' }));
    const pause = { ticketId, reason: 'part', note: '等配件' } as const;
    expect(await at.refusal('zhang', 'ticketWork.pause', pause)).toBe('TICKET_TOO_LONG');
    granted(await at.world.ask('supervisor', 'ticketWork.pause', pause));
    expect(await at.ticket(ticketId)).toMatchObject({ state: 'paused', assignee: { staffId: 'zhang' } });
  });

  test('what somebody at work has accepted and not begun goes to who is free and there much sooner, once', async () => {
    await at.atWork('zhang');
    const begun = await at.waiting();
    await at.world.tick();
    await at.accept('zhang', begun);
    const now = at.world.ports.now();
    const clock = (kind: ClockKind, minutes: number): Clock => ({
      ...{ kind, startedAt: now, by: (now + minutes * minute) as Instant, level: 0 },
    });
    const behind = await at.waiting({ clocks: [clock('respond', 5), clock('close', 2000)] });
    await at.world.tick();
    await at.accept('zhang', behind);
    await at.atWork('ma');
    expect(await at.ticket(behind)).toMatchObject({
      state: 'offered',
      assignee: { staffId: 'ma' },
      turned: [{ staffId: 'zhang', how: 'sooner' }],
    });
    expect(await at.holder(begun)).toBe('zhang');
    await at.accept('ma', behind);
    await at.atWork('li');
    expect([await at.holder(begun), await at.holder(behind)]).toEqual(['zhang', 'ma']);
  });

  test('several that wait are given together, each person one', async () => {
    await at.hire('both', { skills: ['水暖', '电工'] });
    await at.hire('wet');
    await at.onDuty('both', 'wet');
    const leak = await at.waiting();
    const lamp = await at.waiting({ problem: 'lighting' });
    await at.world.tick();
    expect([await at.holder(leak), await at.holder(lamp)]).toEqual(['wet', 'both']);
  });

  test('lists of the desks find what they count', async () => {
    await at.atWork('zhang');
    const urgent = await at.waiting({ urgency: 'emergency' });
    const desk = await at.waiting({ type: 'complaint', state: 'answering' });
    const checked = await at.waiting({ state: 'closed', clocks: [], afterCheck: { state: 'due' } });
    const list = async (which: 'open' | 'late' | 'emergencies' | 'inbox' | 'afterChecks' | 'closed') =>
      granted(await at.world.ask('supervisor', 'ticketWork.list', { communityId: 'yunqi', which })).rows.map(
        ({ ticketId }) => ticketId,
      );
    expect((await list('open')).sort()).toEqual([urgent, desk].sort());
    expect(await list('emergencies')).toEqual([urgent]);
    expect(await list('inbox')).toEqual([desk]);
    expect(await list('afterChecks')).toEqual([checked]);
    expect(await list('closed')).toEqual([checked]);
    expect(await list('late')).toEqual([]);
    await at.minutes(31);
    expect(await list('late')).toEqual([urgent]);
    const verdict = { ticketId: checked, verdict: 'good' as const };
    granted(await at.world.ask('supervisor', 'ticketWork.afterCheck', verdict));
    expect(await list('afterChecks')).toEqual([]);
    expect(await at.refusal('supervisor', 'ticketWork.afterCheck', verdict)).toBe('TICKET_MOVED');
    const audit = (await at.world.all('audits')).find(({ action }) => action === 'ticketWork.afterCheck');
    expect(audit).toMatchObject({ actor: { openid: openidOf('supervisor') } });
  });
});
