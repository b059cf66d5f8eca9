import { limits } from '../../../cloudfunctions/kernel/limits';
import { home, tenure } from './community';
import { bill, minute, PostOffice, payment } from './postOffice';
import { granted, openidOf } from './world';

jest.setTimeout(240_000);

describe('the outbox', () => {
  let office: PostOffice;

  beforeEach(async () => {
    office = await PostOffice.open();
  });
  afterEach(() => office?.world.stop());

  test('with consent: in the inbox once, on WeChat once, in the form WeChat takes', async () => {
    await office.consent('owner');
    await office.tellPerson('owner');
    expect(await office.drain()).toEqual({ more: false });
    expect(await office.drain()).toEqual({ more: false });
    expect(await office.inboxOf('owner')).toMatchObject({
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
    expect(office.reminded('owner')).toMatchObject([
      {
        data: { thing1: '3栋2单元1201', amount3: '¥1304.60' },
        page: 'packages/bills/list/index?homeId=yunqi-1201',
      },
    ]);
    expect((await office.missed()).rows).toEqual([]);
    await office.proveEmpty();
    expect(await office.world.read('feeds', openidOf('owner'))).toMatchObject({
      topics: { messages: expect.any(Number) },
    });
  });

  test('without consent: in the inbox, and on the list with whom to call', async () => {
    await office.tellPerson('owner');
    await office.drain();
    expect((await office.inboxOf('owner')).unread).toBe(1);
    expect(office.reminded('owner')).toEqual([]);
    expect(await office.missed()).toMatchObject({
      open: 1,
      rows: [
        { reason: 'noConsent', name: '王秀英', phone: '13812345678', isSeen: false, title: '本期账单出来了' },
      ],
    });
    await office.proveEmpty();
  });

  test('a colleague who is told by their account stands among the colleagues, by name', async () => {
    await office.tellPerson('engineer');
    await office.drain();
    expect((await office.missed()).rows).toEqual([]);
    expect((await office.missed('open', 'staff')).rows).toMatchObject([{ reason: 'noConsent' }]);
  });

  test('what nobody must know stays in the inbox alone', async () => {
    await office.tellPerson('owner', payment);
    await office.drain();
    expect((await office.inboxOf('owner')).unread).toBe(1);
    expect((await office.missed()).rows).toEqual([]);
  });

  test('a resident is reached through every account that holds the tenure; without one stands on the list', async () => {
    await office.tell(
      { to: { residentId: 'resident-t-owner' }, ...bill },
      { to: { residentId: 'unbound' }, ...bill },
    );
    await office.drain();
    expect((await office.inboxOf('owner')).unread).toBe(1);
    expect((await office.missed()).rows.map(({ reason }) => reason).sort()).toEqual([
      'noAccount',
      'noConsent',
    ]);
  });

  test('a receipt calls nobody: paid at the counter by somebody without WeChat, it is on no list', async () => {
    const { world } = office;
    const partyId = 'resident-t-paper';
    const person = { communityId: 'yunqi', name: '钱伯年', phone: '13857120099' };
    await world.seed('residents', { _id: partyId, ...person });
    const at = home('yunqi-1203', 'yunqi', '1203', [tenure('t-paper', 'owner')]);
    await world.seed('homes', at.home);
    await world.seed('households', at.household);
    const taken = await world.ask('customerService', 'counter.take', {
      ...{ homeId: 'yunqi-1203', partyId, amount: 15_000, channel: 'cash', payerName: '钱伯年' },
      ...{ expectedPrepaid: 15_000, expectedUsed: 0 },
    });
    expect(granted(taken)).toMatchObject({ amount: 15_000 });
    expect(await world.all('outbox')).toHaveLength(1);
    await office.drain();
    expect(await office.missed()).toMatchObject({ open: 0, rows: [] });
    await office.proveEmpty();
    await office.tell({ to: { residentId: partyId }, ...bill });
    await office.drain();
    expect((await office.missed()).rows).toMatchObject([{ reason: 'noAccount', name: '钱伯年' }]);
  });

  test('a duty is everybody who holds it today, and somebody hears when nobody does', async () => {
    const asked = { kind: 'bindingAsked', words: { place: '3栋2单元1201', name: '李*' } } as const;
    await office.tell({ to: { duty: 'customerService' }, ...asked });
    await office.drain();
    expect((await office.inboxOf('customerService')).messages).toMatchObject([{ subject: 'work' }]);
    for (const person of ['formerCustomerService', 'customerServiceElsewhere', 'finance'])
      expect((await office.inboxOf(person)).messages).toEqual([]);
    await office.tell({ to: { duty: 'nobodyHasThis' }, ...asked });
    await office.drain();
    expect((await office.missed('open', 'staff')).rows).toMatchObject([
      { reason: 'noAccount', title: '有人申请绑定房屋' },
    ]);
  });

  test('WeChat knows better: 43101 empties our count', async () => {
    await office.consent('owner', 3);
    office.world.cloud.rooms.openapi.messages.answer(openidOf('owner'), { 'nuanlin-bill': 'never' });
    await office.tellPerson('owner');
    await office.drain();
    expect((await office.inboxOf('owner')).reminders).toBe(0);
    expect((await office.missed()).rows).toMatchObject([{ reason: 'noConsent' }]);
  });

  test.each([
    ['43107', 'refused'],
    ['40003', 'noAccount'],
    ['40037', 'failed'],
    ['47003', 'failed'],
    ['45168', 'failed'],
  ])('%s ends at once: %s', async (code, reason) => {
    await office.consent('owner');
    office.refuse(code);
    await office.tellPerson('owner');
    await office.drain();
    expect((await office.missed()).rows).toMatchObject([{ reason }]);
    await office.proveEmpty();
  });

  test.each(['43108', '-1', '45009'])('%s is tried again later, and arrives', async (code) => {
    await office.consent('owner');
    office.refuse(code);
    await office.tellPerson('owner');
    await office.drain();
    expect(office.reminded('owner')).toEqual([]);
    expect((await office.inboxOf('owner')).unread).toBe(1);
    await office.drain();
    expect(office.reminded('owner')).toEqual([]);
    office.world.advance(minute);
    await office.drain();
    expect(office.reminded('owner')).toHaveLength(1);
    expect((await office.inboxOf('owner')).unread).toBe(1);
    await office.proveEmpty();
  });

  test('one that never answers is given up in the end, and written down', async () => {
    await office.consent('owner');
    office.refuse('-1', 100);
    await office.tellPerson('owner');
    for (let attempt = 0; attempt < limits.reminderAttempts; attempt += 1) {
      await office.drain();
      office.world.advance(60 * minute);
    }
    expect((await office.missed()).rows).toMatchObject([{ reason: 'failed' }]);
    await office.proveEmpty();
  });

  test('a page that is not released does not keep the message back', async () => {
    await office.consent('owner');
    office.refuse('41030');
    await office.tellPerson('owner');
    await office.drain();
    expect(office.reminded('owner')).toMatchObject([{ title: '账单通知' }]);
    expect(office.reminded('owner')[0]).not.toHaveProperty('page');
  });

  test('killed between two people: nobody is missed, nobody gets two', async () => {
    await office.consent('owner');
    await office.consent('family');
    await office.tell(
      { to: { openid: openidOf('owner') }, ...bill },
      { to: { openid: openidOf('family') }, ...bill },
    );
    office.refuse('43108');
    await office.drain();
    expect([office.reminded('owner').length, office.reminded('family').length].sort()).toEqual([0, 1]);
    office.world.advance(minute);
    await office.drain();
    expect([office.reminded('owner').length, office.reminded('family').length]).toEqual([1, 1]);
    for (const person of ['owner', 'family']) expect((await office.inboxOf(person)).messages).toHaveLength(1);
  });

  test('two drainers at once: one works', async () => {
    await office.consent('owner', 5);
    for (let n = 0; n < 3; n += 1) await office.tellPerson('owner');
    await Promise.all([office.drain(), office.drain()]);
    await office.drain();
    expect(office.reminded('owner')).toHaveLength(3);
    expect((await office.inboxOf('owner')).messages).toHaveLength(3);
  });

  test('one that cannot be told keeps no other waiting, and is not lost', async () => {
    const at = office.world.ports.now();
    const broken = { kind: 'noSuchKind', words: {}, to: { openid: openidOf('owner') } };
    await office.world.seed('outbox', {
      _id: 'broken',
      at,
      notBefore: at,
      intents: [broken],
      state: 'waiting',
    });
    await office.tellPerson('owner');
    await office.drain();
    expect((await office.inboxOf('owner')).messages).toHaveLength(1);
    for (let attempt = 0; attempt < limits.reminderAttempts; attempt += 1) {
      office.world.advance(60 * minute);
      await office.drain();
    }
    expect(await office.world.read('outbox', 'broken')).toMatchObject({ state: 'stuck' });
    expect(office.world.logged.filter(({ level }) => level === 'bug')).toHaveLength(1);
  });

  test('a lost answer of the database loses no message', async () => {
    await office.consent('owner');
    await office.tellPerson('owner');
    const { faults } = office.world.cloud.context;
    faults.add({ id: 'lost', point: 'admin.database.addDocument', kind: 'answer-lost', chance: 1, times: 1 });
    await office.drain();
    faults.clear();
    office.world.advance(minute);
    await office.drain();
    expect((await office.inboxOf('owner')).messages).toHaveLength(1);
    expect(office.reminded('owner')).toHaveLength(1);
    await office.proveEmpty();
  });

  test('more than it may look at is left for the next', async () => {
    for (let n = 0; n < 3; n += 1) await office.tellPerson('owner');
    expect(await office.drain(2)).toEqual({ more: true });
    expect(await office.drain(2)).toEqual({ more: false });
    expect((await office.inboxOf('owner')).messages).toHaveLength(3);
  });
});
