import type { AuditEntry } from '../../../cloudfunctions/kernel/audit';
import type { MessageIntent } from '../../../cloudfunctions/kernel/message';
import type { InputOf } from '../../../types/contract';
import { Reporting } from './reporting';
import { codeOf, granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const minute = 60_000;

describe('what staff take down and put right', () => {
  let world: World;
  let at: Reporting;

  beforeEach(async () => {
    at = await Reporting.start();
    world = at.world;
  });
  afterEach(() => world?.stop());

  const inHome = { kind: 'home', building: '3', unit: '2', room: '1201' } as const;
  const taken = (more: Partial<InputOf<'tickets.takeReport'>> = {}): InputOf<'tickets.takeReport'> => ({
    ...{ communityId: 'yunqi', channel: 'phone', place: inHome },
    ...{ type: 'repair', problem: 'leak', urgency: 'general', text: '厨房漏水', photos: [] },
    ...more,
  });

  test('by phone for a home: its owner stands as the reporter and finds the ticket on the phone', async () => {
    const ticket = granted(await world.ask('customerService', 'tickets.takeReport', taken()));
    expect(ticket).toMatchObject({
      ...{ channel: 'phone', homeId: 'yunqi-1201', place: '3栋2单元1201', textCheck: 'passed' },
      contact: { name: '王秀英', phone: '139****0001' },
      steps: [{ what: 'reported', by: '您' }],
    });
    const { ticketId } = ticket;
    const seen = granted(await world.ask('owner', 'tickets.ticket', { ticketId }));
    expect(seen).toMatchObject({ contact: { name: '王**' }, steps: [{ what: 'reported', by: '客服' }] });
    expect(granted(await world.ask('owner', 'tickets.cancel', { ticketId, reason: '好了' })).state).toBe(
      'cancelled',
    );
  });

  test('a complaint by the number of one who lives there is that one’s alone', async () => {
    const contact = { name: '李先生', phone: '13900000002' };
    const complaint = taken({ type: 'complaint', problem: 'noise', text: '楼上吵', contact });
    const { ticketId } = granted(await world.ask('customerService', 'tickets.takeReport', complaint));
    expect(codeOf(await world.ask('family', 'tickets.ticket', { ticketId }))).toBeUndefined();
    expect(codeOf(await world.ask('owner', 'tickets.ticket', { ticketId }))).toBe('NOT_ALLOWED');
  });

  test('a caller nobody knows is kept as named, and no account is given the ticket', async () => {
    const contact = { name: '陈先生', phone: '13700000000' };
    const { ticketId } = granted(
      await world.ask('engineer', 'tickets.takeReport', taken({ contact, channel: 'walkIn' })),
    );
    const { reporter } = (await world.read('tickets', ticketId)) as unknown as { reporter: object };
    expect(reporter).toEqual({ ...contact, takenBy: 'engineer' });
  });

  test('a place of the common area has no home', async () => {
    const place = { kind: 'common', building: '3', where: '大堂' } as const;
    const ticket = granted(
      await world.ask('guard', 'tickets.takeReport', taken({ place, channel: 'walkIn' })),
    );
    expect(ticket).toMatchObject({ place: '3栋 大堂' });
    expect(ticket).not.toHaveProperty('homeId');
    const { building } = (await world.read('tickets', ticket.ticketId)) as unknown as { building: string };
    expect(building).toBe('3栋');
  });

  test('what a guard finds on patrol is dispatched, with its photo; the guard follows it as its reporter, and no resident sees it', async () => {
    const place = { kind: 'common', building: '3', where: '地下车库' } as const;
    const photos = [await at.upload('guard', 'found.jpg')];
    const found = taken({ ...{ place, channel: 'patrol', problem: 'facility' }, text: '道闸杆断了', photos });
    const ticket = granted(await world.ask('guard', 'tickets.takeReport', found));
    expect(ticket).toMatchObject({ channel: 'patrol', state: 'waiting', photos: [{ check: 'pending' }] });
    const { ticketId } = ticket;
    expect(await world.read('tickets', ticketId)).toMatchObject({
      reporter: { openid: openidOf('guard'), takenBy: 'guard' },
    });
    expect(await world.read('due', `ticket·${ticketId}`)).toBeDefined();
    const followed = granted(await world.ask('guard', 'tickets.ticket', { ticketId }));
    expect(followed.can).toEqual(expect.arrayContaining(['tickets.add', 'tickets.cancel']));
    expect(codeOf(await world.ask('owner', 'tickets.ticket', { ticketId }))).toBe('NOT_ALLOWED');
    expect(codeOf(await world.ask('owner', 'tickets.takeReport', found))).toBe('NOT_ALLOWED');
  });

  test.each([
    ['a home that is not there', { place: { ...inHome, room: '9999' } }, 'HOME_NOT_FOUND'],
    ['no words', { text: '' }, 'NOTHING_REPORTED'],
    ['a community’s home by another’s staff', { communityId: 'wutong' }, 'NOT_ALLOWED'],
  ] as const)('%s is refused', async (_name, more, code) => {
    expect(codeOf(await world.ask('customerService', 'tickets.takeReport', taken(more)))).toBe(code);
  });

  describe('putting right', () => {
    const correct = (ticketId: string, more: Partial<InputOf<'tickets.correct'>>) =>
      world.ask('customerService', 'tickets.correct', {
        ...{ ticketId, type: 'repair', problem: 'leak', urgency: 'general', reason: '电话里问清楚了' },
        ...more,
      });

    test('a complaint that is a burst pipe is dispatched as an emergency, with what it opens', async () => {
      const { ticketId } = await at.report('owner', {
        type: 'complaint',
        problem: 'service',
        text: '没人来修',
      });
      world.advance(10 * minute);
      const right = granted(await correct(ticketId, { problem: 'burst', urgency: 'emergency' }));
      expect(right).toMatchObject({ type: 'repair', urgency: 'emergency', state: 'waiting' });
      expect(right.links).toHaveLength(1);
      const running = right.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
      expect(running.map(({ kind, by }) => [kind, (by - at.now()) / minute])).toEqual([
        ['respond', 15],
        ['arrive', 30],
      ]);
      expect(await world.read('due', `ticket·${ticketId}`)).toMatchObject({ at: at.now() + 10 * minute });
      expect(await world.read('due', `ticket·${right.links[0]?.ticketId}`)).toBeDefined();
      expect(granted(await correct(ticketId, { problem: 'burst', urgency: 'emergency' })).links).toHaveLength(
        1,
      );
    });

    test('a repair that is a question leaves the engineer’s hands and load', async () => {
      await seedEngineer();
      const { ticketId } = await at.report('owner', {});
      expect((await world.read('workloads', 'engineer'))?.tickets).toHaveLength(1);
      const right = granted(await correct(ticketId, { type: 'enquiry', problem: 'fee' }));
      expect(right).toMatchObject({ type: 'enquiry', urgency: 'enquiry', state: 'answering' });
      expect(right).not.toHaveProperty('engineer');
      expect(await toldOf('已转给客服，不用去了')).toEqual([openidOf('engineer')]);
      expect(await toldOf('已转给客服答复')).toEqual([openidOf('owner')]);
      expect((await world.read('workloads', 'engineer'))?.tickets).toEqual([]);
      expect(codeOf(await world.ask('family', 'tickets.ticket', { ticketId }))).toBe('NOT_ALLOWED');
    });

    test('whoever has been given what is an emergency is told so', async () => {
      await seedEngineer();
      const { ticketId } = await at.report('owner', {});
      granted(await world.ask('engineer', 'ticketWork.accept', { ticketId }));
      granted(await correct(ticketId, { problem: 'burst', urgency: 'emergency' }));
      expect(await toldOf('已改为紧急，请马上处理')).toEqual([openidOf('engineer')]);
    });

    test('what is over is not put right', async () => {
      const { ticketId } = await at.report('owner', {});
      granted(await world.ask('owner', 'tickets.cancel', { ticketId, reason: '好了' }));
      expect(codeOf(await correct(ticketId, { type: 'enquiry' }))).toBe('TICKET_MOVED');
    });
  });

  test('whoever has it opens the whole number from accepting on, and no longer when it is over; each time is in the audit', async () => {
    await seedEngineer();
    const { ticketId } = await at.report('owner', {});
    const open = (person: string, requestId?: string) =>
      world.ask(person, 'ticketWork.openContact', { ticketId }, requestId);
    expect(codeOf(await open('engineer'))).toBe('NOT_ALLOWED');
    granted(await world.ask('engineer', 'ticketWork.accept', { ticketId }));
    expect(granted(await open('engineer', 'opened-once'))).toEqual({ name: '王秀英', phone: '13900000001' });
    expect(granted(await open('engineer', 'opened-once')).phone).toBe('13900000001');
    expect(granted(await open('customerService')).phone).toBe('13900000001');
    expect(codeOf(await open('owner'))).toBe('NOT_ALLOWED');
    expect(await openedBy(ticketId)).toEqual([openidOf('customerService'), openidOf('engineer')]);
    const masked = granted(await world.ask('engineer', 'tickets.ticket', { ticketId })).contact;
    expect(masked?.phone).toBe('139****0001');
    const seen = granted(await world.ask('owner', 'tickets.ticket', { ticketId }));
    expect(seen).toMatchObject({ assignee: '张师傅', engineer: { name: '张建国', phone: '13800000000' } });
    granted(await world.ask('owner', 'tickets.cancel', { ticketId, reason: '好了' }));
    expect(codeOf(await open('engineer', 'opened-once'))).toBe('NOT_ALLOWED');
    expect(await toldOf('已取消，不用去了')).toEqual([openidOf('engineer')]);
    expect(await toldOf('已取消')).toEqual([]);
  });

  test('whoever has left the staff reads nothing of what they had in hand', async () => {
    await seedEngineer();
    const { ticketId } = await at.report('owner', {});
    granted(await world.ask('engineer', 'ticketWork.accept', { ticketId }));
    const member = await world.read('staffMembers', 'engineer');
    await world.remove('staffMembers', 'engineer');
    await world.seed('staffMembers', { ...member, _id: 'engineer', to: '2020-12-31' });
    for (const action of ['tickets.ticket', 'ticketWork.why', 'ticketWork.colleagues'] as const)
      expect(codeOf(await world.ask('engineer', action, { ticketId }))).toBe('NOT_ALLOWED');
  });

  /** Who opened the number, as the audit has it; in order of their names. */
  async function openedBy(ticketId: string): Promise<readonly (string | undefined)[]> {
    const all = (await world.all('audits')) as unknown as readonly AuditEntry[];
    return all
      .filter(({ notes }) =>
        notes.some(
          ({ what, subjects }) => what === 'contactOpened' && subjects.includes(`tickets/${ticketId}`),
        ),
      )
      .map(({ actor }) => actor.openid)
      .sort();
  }

  /** Who was told of this change. */
  async function toldOf(change: string): Promise<readonly (string | undefined)[]> {
    const all = (await world.all('outbox')) as unknown as readonly { intents: readonly MessageIntent[] }[];
    const told = all.flatMap(({ intents }) => intents).filter(({ words }) => words.change === change);
    return told.map(({ to }) => to.openid);
  }

  async function seedEngineer(): Promise<void> {
    await world.seed('workloads', {
      ...{ _id: 'engineer', communityId: 'yunqi', isOnDuty: true, onDutySince: 0, tickets: [], worked: [] },
    });
    await world.remove('staffMembers', 'engineer');
    await world.seed('staffMembers', {
      ...{ _id: 'engineer', communityId: 'yunqi', name: '张建国', phone: '13800000000', from: '2020-01-01' },
      ...{ duties: ['engineer'], skills: ['水暖'], areas: [], openid: openidOf('engineer') },
    });
  }
});
