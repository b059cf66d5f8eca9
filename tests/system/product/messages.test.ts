import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../../../cloudfunctions/environment';
import { limits } from '../../../cloudfunctions/kernel/limits';
import type { MessageIntent } from '../../../cloudfunctions/kernel/message';
import { people, seedCommunities } from './community';
import { codeOf, granted, openidOf, startWorld, type World } from './world';

jest.setTimeout(60_000);

const minute = 60_000;
const words = { place: '3栋2单元1201', month: '2026-10', bills: 3, amount: 130_460 };
const bill = { kind: 'billPublished', words, page: 'bills?homeId=yunqi-1201' } as const;

/** The outbox on the real SDK against the simulated WeChat: inboxes, consents, reminders, and whom nothing reached. */
describe('messages', () => {
  let world: World;
  let drain: typeof import('../../../cloudfunctions/modules/messages')['drainOutbox'];
  let numbers = 0;

  beforeEach(async () => {
    world = await startWorld();
    ({ drainOutbox: drain } = await import('../../../cloudfunctions/modules/messages'));
    const { dist } = world.cloud.context.settings;
    writeFileSync(join(dist, 'environment.json'), JSON.stringify(environment));
    await seedCommunities(world);
    await world.seed('residents', {
      _id: 'resident-t-owner',
      communityId: 'yunqi',
      name: '王秀英',
      phone: '13812345678',
    });
    for (const [index, person] of people.entries()) world.phoneCode(person, `1380000${1000 + index}`);
  });
  afterEach(() => world?.stop());

  /** As a commit leaves it. */
  async function told(...intents: readonly MessageIntent[]): Promise<string> {
    const at = world.ports.now();
    const id = `audit${++numbers}`;
    await world.seed('outbox', {
      _id: id,
      at,
      notBefore: at,
      communityId: 'yunqi',
      intents,
      state: 'waiting',
    });
    return id;
  }
  const fault = (kind: string, code?: string, times = 1) =>
    world.cloud.context.faults.add({
      id: `send ${kind}`,
      point: 'openapi.subscribeMessage.send',
      kind,
      chance: 1,
      times,
      ...(code ? { code } : {}),
    });
  const consent = async (person: string, templateId = 'nuanlin-bill', times = 1) => {
    for (let time = 0; time < times; time += 1) {
      world.cloud.rooms.openapi.messages.answer(openidOf(person), { [templateId]: 'accept' });
      granted(
        await world.ask(person, 'messages.recordConsent', { answers: [{ templateId, answer: 'accept' }] }),
      );
    }
  };
  const inboxOf = async (person: string) => granted(await world.ask(person, 'messages.listInbox', {}));
  const reminded = (person: string) =>
    world.cloud.rooms.openapi.messages.delivered({ openid: openidOf(person) });
  const missed = async (which: 'open' | 'settled' = 'open') =>
    granted(await world.ask('finance', 'messages.listNotReached', { communityId: 'yunqi', which }));
  const dismissed = async () => expect(await world.all('outbox')).toEqual([]);

  test('with consent: in the inbox once, on WeChat once, in the form WeChat takes', async () => {
    await consent('owner');
    await told({ to: { openid: openidOf('owner') }, ...bill });
    expect(await drain(world.ports, 50)).toEqual({ more: false });
    expect(await drain(world.ports, 50)).toEqual({ more: false });
    expect(await inboxOf('owner')).toMatchObject({
      unread: 1,
      reminders: 0,
      messages: [
        {
          subject: 'bill',
          title: '本期账单出来了',
          body: '3栋2单元1201，10月账单 3 笔，共 ¥1,304.60',
          isRead: false,
          page: 'packages/bills/list/index?homeId=yunqi-1201',
        },
      ],
    });
    expect(reminded('owner')).toMatchObject([
      {
        data: { thing1: '3栋2单元1201', amount3: '¥1304.60' },
        page: 'packages/bills/list/index?homeId=yunqi-1201',
      },
    ]);
    expect((await missed()).rows).toEqual([]);
    await dismissed();
    expect(await world.read('feeds', openidOf('owner'))).toMatchObject({
      topics: { messages: expect.any(Number) },
    });
  });

  test('without consent: in the inbox, and on the list with whom to call', async () => {
    await told({ to: { openid: openidOf('owner') }, ...bill });
    await drain(world.ports, 50);
    expect((await inboxOf('owner')).unread).toBe(1);
    expect(reminded('owner')).toEqual([]);
    expect(await missed()).toMatchObject({
      open: 1,
      rows: [
        { reason: 'noConsent', name: '王秀英', phone: '13812345678', isSeen: false, title: '本期账单出来了' },
      ],
    });
    await dismissed();
  });

  test('what nobody must know stays in the inbox alone', async () => {
    const intent = { kind: 'paymentReceived', words, page: 'receipt?orderId=1' } as const;
    await told({ to: { openid: openidOf('owner') }, ...intent });
    await drain(world.ports, 50);
    expect((await inboxOf('owner')).unread).toBe(1);
    expect((await missed()).rows).toEqual([]);
  });

  test('a resident is reached through every account that holds the tenure; without one stands on the list', async () => {
    await told(
      { to: { residentId: 'resident-t-owner' }, ...bill },
      { to: { residentId: 'unbound' }, ...bill },
    );
    await drain(world.ports, 50);
    expect((await inboxOf('owner')).unread).toBe(1);
    expect((await missed()).rows.map(({ reason }) => reason).sort()).toEqual(['noAccount', 'noConsent']);
  });

  test('a duty is everybody who holds it today, and somebody hears when nobody does', async () => {
    const asked = { kind: 'bindingAsked', words: { place: '3栋2单元1201', name: '李*' } } as const;
    await told({ to: { duty: 'customerService' }, ...asked });
    await drain(world.ports, 50);
    expect((await inboxOf('customerService')).messages).toMatchObject([{ subject: 'work' }]);
    for (const person of ['formerCustomerService', 'customerServiceElsewhere', 'finance'])
      expect((await inboxOf(person)).messages).toEqual([]);
    await told({ to: { duty: 'nobodyHasThis' }, ...asked });
    await drain(world.ports, 50);
    expect((await missed()).rows).toMatchObject([{ reason: 'noAccount', title: '有人申请绑定房屋' }]);
  });

  test('WeChat knows better: 43101 empties our count', async () => {
    await consent('owner', 'nuanlin-bill', 3);
    world.cloud.rooms.openapi.messages.answer(openidOf('owner'), { 'nuanlin-bill': 'never' });
    await told({ to: { openid: openidOf('owner') }, ...bill });
    await drain(world.ports, 50);
    expect((await inboxOf('owner')).reminders).toBe(0);
    expect((await missed()).rows).toMatchObject([{ reason: 'noConsent' }]);
  });

  test.each([
    ['43107', 'refused'],
    ['40003', 'noAccount'],
    ['40037', 'failed'],
    ['47003', 'failed'],
    ['45168', 'failed'],
  ])('%s ends at once: %s', async (code, reason) => {
    await consent('owner');
    fault('error', code);
    await told({ to: { openid: openidOf('owner') }, ...bill });
    await drain(world.ports, 50);
    expect((await missed()).rows).toMatchObject([{ reason }]);
    await dismissed();
  });

  test.each(['43108', '-1', '45009'])('%s is tried again later, and arrives', async (code) => {
    await consent('owner');
    fault('error', code);
    await told({ to: { openid: openidOf('owner') }, ...bill });
    await drain(world.ports, 50);
    expect(reminded('owner')).toEqual([]);
    expect((await inboxOf('owner')).unread).toBe(1);
    await drain(world.ports, 50);
    expect(reminded('owner')).toEqual([]);
    world.advance(minute);
    await drain(world.ports, 50);
    expect(reminded('owner')).toHaveLength(1);
    expect((await inboxOf('owner')).unread).toBe(1);
    await dismissed();
  });

  test('one that never answers is given up in the end, and written down', async () => {
    await consent('owner');
    fault('error', '-1', 100);
    await told({ to: { openid: openidOf('owner') }, ...bill });
    for (let attempt = 0; attempt < limits.reminderAttempts; attempt += 1) {
      await drain(world.ports, 50);
      world.advance(60 * minute);
    }
    expect((await missed()).rows).toMatchObject([{ reason: 'failed' }]);
    await dismissed();
  });

  test('a page that is not released does not keep the message back', async () => {
    await consent('owner');
    fault('error', '41030');
    await told({ to: { openid: openidOf('owner') }, ...bill });
    await drain(world.ports, 50);
    expect(reminded('owner')).toMatchObject([{ title: '账单通知' }]);
    expect(reminded('owner')[0]).not.toHaveProperty('page');
  });

  test('killed between two people: nobody is missed, nobody gets two', async () => {
    await consent('owner');
    await consent('family');
    await told(
      { to: { openid: openidOf('owner') }, ...bill },
      { to: { openid: openidOf('family') }, ...bill },
    );
    fault('error', '43108');
    await drain(world.ports, 50);
    expect([reminded('owner').length, reminded('family').length].sort()).toEqual([0, 1]);
    world.advance(minute);
    await drain(world.ports, 50);
    expect([reminded('owner').length, reminded('family').length]).toEqual([1, 1]);
    for (const person of ['owner', 'family']) expect((await inboxOf(person)).messages).toHaveLength(1);
  });

  test('two drainers at once: one works', async () => {
    await consent('owner', 'nuanlin-bill', 5);
    for (let n = 0; n < 3; n += 1) await told({ to: { openid: openidOf('owner') }, ...bill });
    await Promise.all([drain(world.ports, 50), drain(world.ports, 50)]);
    await drain(world.ports, 50);
    expect(reminded('owner')).toHaveLength(3);
    expect((await inboxOf('owner')).messages).toHaveLength(3);
  });

  test('one that cannot be told keeps no other waiting, and is not lost', async () => {
    const at = world.ports.now();
    const broken = { kind: 'noSuchKind', words: {}, to: { openid: openidOf('owner') } };
    await world.seed('outbox', { _id: 'broken', at, notBefore: at, intents: [broken], state: 'waiting' });
    await told({ to: { openid: openidOf('owner') }, ...bill });
    await drain(world.ports, 50);
    expect((await inboxOf('owner')).messages).toHaveLength(1);
    for (let attempt = 0; attempt < limits.reminderAttempts; attempt += 1) {
      world.advance(60 * minute);
      await drain(world.ports, 50);
    }
    expect(await world.read('outbox', 'broken')).toMatchObject({ state: 'stuck' });
    expect(world.logged.filter(({ level }) => level === 'bug')).toHaveLength(1);
  });

  test('a lost answer of the database loses no message', async () => {
    await consent('owner');
    await told({ to: { openid: openidOf('owner') }, ...bill });
    const { faults } = world.cloud.context;
    faults.add({ id: 'lost', point: 'admin.database.addDocument', kind: 'answer-lost', chance: 1, times: 1 });
    await drain(world.ports, 50);
    faults.clear();
    world.advance(minute);
    await drain(world.ports, 50);
    expect((await inboxOf('owner')).messages).toHaveLength(1);
    expect(reminded('owner')).toHaveLength(1);
    await dismissed();
  });

  test('more than it may look at is left for the next', async () => {
    for (let n = 0; n < 3; n += 1) await told({ to: { openid: openidOf('owner') }, ...bill });
    expect(await drain(world.ports, 2)).toEqual({ more: true });
    expect(await drain(world.ports, 2)).toEqual({ more: false });
    expect((await inboxOf('owner')).messages).toHaveLength(3);
  });

  describe('the inbox', () => {
    test('marks one’s own as read, single or all; others’ stay as they are', async () => {
      await told({ to: { openid: openidOf('owner') }, ...bill });
      await told({ to: { openid: openidOf('owner') }, ...bill });
      await told({ to: { openid: openidOf('family') }, ...bill });
      await drain(world.ports, 50);
      const ids = (await inboxOf('owner')).messages.map(({ messageId }) => messageId);
      const theirs = (await inboxOf('family')).messages.map(({ messageId }) => messageId);
      const [first = ''] = ids;
      expect(
        granted(await world.ask('owner', 'messages.markRead', { messageIds: [first, ...theirs, 'none'] })),
      ).toEqual({ unread: 1 });
      expect((await inboxOf('family')).unread).toBe(1);
      expect((await inboxOf('owner')).messages.map(({ isRead }) => isRead).sort()).toEqual([false, true]);
      expect(granted(await world.ask('owner', 'messages.markRead', { messageIds: 'all' }))).toEqual({
        unread: 0,
      });
      expect((await inboxOf('owner')).messages.every(({ isRead }) => isRead)).toBe(true);
      world.advance(1000);
      await told({ to: { openid: openidOf('owner') }, ...bill });
      await drain(world.ports, 50);
      expect((await inboxOf('owner')).unread).toBe(1);
    });

    test('pages by 20, newest first, and nobody sees another’s', async () => {
      for (let n = 0; n < 23; n += 1) {
        await told({ to: { openid: openidOf('owner') }, ...bill });
        world.advance(1000);
      }
      await drain(world.ports, 50);
      const first = await inboxOf('owner');
      expect([first.messages.length, first.unread]).toEqual([20, 23]);
      const next = { after: first.next ?? '' };
      const second = granted(await world.ask('owner', 'messages.listInbox', next));
      expect(second.messages).toHaveLength(3);
      const times = [...first.messages, ...second.messages].map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect((await inboxOf('stranger')).messages).toEqual([]);
    });
  });

  describe('the list', () => {
    test('is worked off: by whom and how, once; what was read meanwhile is seen', async () => {
      await told({ to: { openid: openidOf('owner') }, ...bill });
      await drain(world.ports, 50);
      const [row] = (await missed()).rows;
      const notReachedId = row?.notReachedId ?? '';
      await world.ask('owner', 'messages.markRead', { messageIds: 'all' });
      expect((await missed()).rows).toMatchObject([{ isSeen: true }]);
      const how = { notReachedId, how: 'called', note: '已电话告知' } as const;
      expect(codeOf(await world.ask('financeElsewhere', 'messages.settleNotReached', how))).toBe(
        'NOT_ALLOWED',
      );
      expect(granted(await world.ask('finance', 'messages.settleNotReached', how))).toMatchObject({
        settled: { how: 'called', by: 'finance', note: '已电话告知' },
      });
      expect(codeOf(await world.ask('customerService', 'messages.settleNotReached', how))).toBe(
        'NOT_REACHED_SETTLED',
      );
      expect(await missed()).toMatchObject({ open: 0, rows: [] });
      expect((await missed('settled')).rows).toHaveLength(1);
    });
  });

  test('consent counts accepted requests only, for templates we have', async () => {
    const answers = [
      { templateId: 'nuanlin-bill', answer: 'accept' },
      { templateId: 'nuanlin-refund', answer: 'reject' },
      { templateId: 'nuanlin-work', answer: 'ban' },
      { templateId: 'unknown', answer: 'accept' },
    ] as const;
    expect(
      granted(await world.ask('owner', 'messages.recordConsent', { answers: [...answers] }, 'request-c')),
    ).toEqual({
      reminders: 1,
    });
    expect(
      granted(await world.ask('owner', 'messages.recordConsent', { answers: [...answers] }, 'request-c')),
    ).toEqual({
      reminders: 1,
    });
    const templates = granted(await world.ask('owner', 'messages.templates', {}));
    expect(templates.filter(({ occasions }) => occasions.includes('paid'))).toHaveLength(2);
    expect(templates.filter(({ occasions }) => occasions.includes('inbox')).length).toBeLessThanOrEqual(5);
  });
});
