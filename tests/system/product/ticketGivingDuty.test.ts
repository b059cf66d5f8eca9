import { usualTerms } from '../../../cloudfunctions/modules/tickets/terms';
import { GivingWorld } from './givingWorld';
import { granted } from './world';

jest.setTimeout(240_000);

const minute = 60_000;
const hour = 60 * minute;
const communityId = 'yunqi';

/** Who is on duty, who is planned, and by which terms. The world begins on Tuesday 2026-11-10 at nine. */
describe('duty and roster', () => {
  let at: GivingWorld;

  beforeEach(async () => {
    at = await GivingWorld.start();
  });
  afterEach(() => at?.world.stop());

  const isOnDuty = async (name: string) => (await at.world.read('workloads', name))?.isOnDuty ?? false;
  const goHome = (name: string) => at.refusal(name, 'roster.switchDuty', { communityId, isOnDuty: false });
  const plan = (day: string, shift?: { from: number; to: number }) =>
    at.refusal('supervisor', 'roster.setShift', {
      communityId,
      staffId: 'zhang',
      day,
      ...(shift ? { shift } : {}),
    });

  test('going off duty gives open offers back to be given to others at once', async () => {
    await at.atWork('zhang');
    const ticketId = await at.waiting();
    await at.world.tick();
    await at.atWork('ma');
    expect(await goHome('zhang')).toBeUndefined();
    expect(await at.ticket(ticketId)).toMatchObject({
      state: 'offered',
      assignee: { staffId: 'ma' },
      turned: [{ staffId: 'zhang', how: 'offDuty' }],
    });
    expect(await at.world.read('workloads', 'zhang')).toMatchObject({ isOnDuty: false, tickets: [] });
    expect(await goHome('zhang')).toBeUndefined();
  });

  test('nobody leaves an accepted emergency; other accepted work stays in hand', async () => {
    await at.atWork('zhang');
    const urgent = await at.waiting({ urgency: 'emergency' });
    await at.world.tick();
    await at.accept('zhang', urgent);
    expect(await goHome('zhang')).toBe('WORK_IN_HAND');
    granted(await at.world.ask('zhang', 'ticketWork.decline', { ticketId: urgent, reason: '受伤了' }));
    const general = await at.waiting();
    await at.world.tick();
    await at.accept('zhang', general);
    expect(await goHome('zhang')).toBeUndefined();
    expect(await at.ticket(general)).toMatchObject({ state: 'accepted', assignee: { staffId: 'zhang' } });
  });

  test('a shift begins with a message and ends off duty, once nothing is in hand', async () => {
    await at.hire('zhang');
    expect(await plan('2026-11-10', { from: 600, to: 720 })).toBeUndefined();
    await at.minutes(60);
    expect(await at.inbox('zhang')).toEqual(['到上班时间了']);
    await at.onDuty('zhang');
    const queue = granted(await at.world.ask('zhang', 'ticketWork.queue', { communityId }));
    const ten = Date.parse('2026-11-10T10:00:00+08:00');
    expect(queue.shift).toEqual({ from: ten, to: ten + 2 * hour });
    const ticketId = await at.waiting();
    await at.world.tick();
    await at.accept('zhang', ticketId);
    at.world.advance(2 * hour);
    await at.world.tick();
    expect(await isOnDuty('zhang')).toBe(true);
    granted(await at.world.ask('zhang', 'ticketWork.decline', { ticketId, reason: '下班了' }));
    await at.minutes(10);
    expect(await isOnDuty('zhang')).toBe(false);
    expect(await at.inbox('zhang')).toHaveLength(2);
  });

  test('two shifts in a row are one stay', async () => {
    await at.hire('zhang');
    await plan('2026-11-10', { from: 600, to: 1440 });
    expect(await plan('2026-11-11', { from: 0, to: 480 })).toBeUndefined();
    await at.onDuty('zhang');
    at.world.advance(15 * hour);
    await at.world.tick();
    expect(await isOnDuty('zhang')).toBe(true);
    at.world.advance(8 * hour);
    await at.world.tick();
    expect(await isOnDuty('zhang')).toBe(false);
  });

  test('a plan that cannot be is refused; the week shows what stands, and what was taken away does not', async () => {
    await at.hire('zhang');
    for (const [day, shift] of [
      ['2026-11-09', { from: 480, to: 960 }],
      ['2026-11-11', { from: 960, to: 480 }],
      ['2026-11-11', { from: 1440, to: 1500 }],
      ['2026-11-11', { from: 0, to: 1000 }],
    ] as const)
      expect(await plan(day, shift)).toBe('SHIFT_NOT_SOUND');
    expect(await plan('2026-11-11', { from: 1320, to: 1860 })).toBeUndefined();
    expect(await plan('2026-11-12', { from: 400, to: 800 })).toBe('SHIFT_NOT_SOUND');
    expect(await plan('2026-11-12', { from: 420, to: 800 })).toBeUndefined();
    const outcome = await at.refusal('supervisor', 'roster.setShift', {
      ...{ communityId, staffId: 'customerServiceElsewhere', day: '2026-11-12', shift: { from: 1, to: 2 } },
    });
    expect(outcome).toBe('COLLEAGUE_NOT_POSSIBLE');
    const week = async () => {
      const plans = granted(await at.world.ask('zhang', 'roster.week', { communityId, from: '2026-11-09' }));
      return plans
        .find(({ staffId }) => staffId === 'zhang')
        ?.days.flatMap(({ day, shift }) => (shift ? [[day, shift.from]] : []));
    };
    expect(await week()).toEqual([
      ['2026-11-11', 1320],
      ['2026-11-12', 420],
    ]);
    expect(await plan('2026-11-11')).toBeUndefined();
    expect(await week()).toEqual([['2026-11-12', 420]]);
    expect((await at.world.all('due')).filter(({ kind }) => kind === 'shift')).toHaveLength(1);
  });

  test('a shift of somebody who is planned no more is shown and can be taken away, nothing else', async () => {
    await at.hire('zhang');
    await plan('2026-11-11', { from: 480, to: 1020 });
    await plan('2026-11-12', { from: 480, to: 1020 });
    await at.world.remove('staffMembers', 'zhang');
    await at.hire('zhang', { duties: ['finance'] });
    const week = async () => {
      const from = '2026-11-09';
      const plans = granted(await at.world.ask('supervisor', 'roster.week', { communityId, from }));
      const found = plans.find(({ staffId }) => staffId === 'zhang');
      return (
        found && [found.isPlannedNoMore, ...found.days.flatMap(({ day, shift }) => (shift ? [day] : []))]
      );
    };
    expect(await week()).toEqual([true, '2026-11-11', '2026-11-12']);
    expect(await plan('2026-11-11', { from: 840, to: 1320 })).toBe('COLLEAGUE_NOT_POSSIBLE');
    expect(await plan('2026-11-11')).toBeUndefined();
    expect(await week()).toEqual([true, '2026-11-12']);
    expect(await plan('2026-11-12')).toBeUndefined();
    expect(await week()).toBeUndefined();
    expect((await at.world.all('due')).filter(({ kind }) => kind === 'shift')).toEqual([]);
  });

  test('the week says of whoever is on duty when they are probably free, of nobody else', async () => {
    await at.atWork('zhang');
    await at.hire('ma');
    const free = async () => {
      const plans = granted(await at.world.ask('zhang', 'roster.week', { communityId, from: '2026-11-09' }));
      return ['zhang', 'ma'].map((name) => plans.find(({ staffId }) => staffId === name)?.freeInMinutes);
    };
    expect(await free()).toEqual([0, undefined]);
    const ticketId = await at.waiting();
    await at.world.tick();
    await at.accept('zhang', ticketId);
    // A leak usually takes an hour.
    expect(await free()).toEqual([60, undefined]);
    granted(await at.world.ask('zhang', 'ticketWork.checkIn', { ticketId, cannotScan: '门牌上没有码' }));
    await at.minutes(20);
    expect(await free()).toEqual([40, undefined]);
    await at.onDuty('ma');
    expect(await free()).toEqual([40, 0]);
    expect(await goHome('ma')).toBeUndefined();
    expect(await free()).toEqual([40, undefined]);
  });

  test('the project manager sets terms that can be kept; new clocks run by them', async () => {
    const unsound = { ...usualTerms, emergency: { respond: 30, arrive: 15, close: 240, revisit: 60 } };
    expect(await at.refusal('projectManager', 'ticketDesks.setTerms', { communityId, terms: unsound })).toBe(
      'TERMS_NOT_SOUND',
    );
    const terms = { ...usualTerms, offer: { emergency: 2, general: 7 } };
    granted(await at.world.ask('projectManager', 'ticketDesks.setTerms', { communityId, terms }));
    expect(granted(await at.world.ask('supervisor', 'ticketDesks.terms', { communityId }))).toEqual(terms);
    await at.atWork('zhang');
    const ticketId = await at.waiting();
    await at.world.tick();
    const { assignee } = await at.ticket(ticketId);
    expect(assignee?.answerBy).toBe(at.world.ports.now() + 7 * minute);
  });

  test('told how the buildings stand, the rule tells ways by it; told no more, by the numbers', async () => {
    await at.hire('zhang');
    await at.world.seed('workloads', {
      ...{ _id: 'zhang', communityId, isOnDuty: true, onDutySince: at.world.ports.now() },
      ...{ lastBuilding: '13栋', tickets: [], worked: [] },
    });
    const ticketId = await at.waiting();
    const walk = async () => {
      const { candidates } = granted(await at.world.ask('supervisor', 'ticketWork.why', { ticketId }));
      return candidates.find(({ staffId }) => staffId === 'zhang')?.walkMinutes;
    };
    const set = async (terms: typeof usualTerms) =>
      granted(await at.world.ask('projectManager', 'ticketDesks.setTerms', { communityId, terms }));
    expect(await walk()).toBe(11);
    const rows = { ...usualTerms, buildingRows: [['3栋'], ['13栋']] };
    expect(await set(rows)).toEqual(rows);
    expect(await walk()).toBe(3);
    expect(await set(usualTerms)).toEqual(usualTerms);
    expect(await walk()).toBe(11);
    const twice = { ...usualTerms, buildingRows: [['3栋'], ['3栋']] };
    expect(await at.refusal('projectManager', 'ticketDesks.setTerms', { communityId, terms: twice })).toBe(
      'TERMS_NOT_SOUND',
    );
  });
});
