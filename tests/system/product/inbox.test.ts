import { PostOffice } from './postOffice';
import { codeOf, granted } from './world';

jest.setTimeout(240_000);

describe('messages in the hands of people', () => {
  let office: PostOffice;

  beforeEach(async () => {
    office = await PostOffice.open();
  });
  afterEach(() => office?.world.stop());

  describe('the inbox', () => {
    test('marks one’s own as read, single or all; others’ stay as they are', async () => {
      await office.tellPerson('owner');
      await office.tellPerson('owner');
      await office.tellPerson('family');
      await office.drain();
      const ids = (await office.inboxOf('owner')).messages.map(({ messageId }) => messageId);
      const theirs = (await office.inboxOf('family')).messages.map(({ messageId }) => messageId);
      const [first = ''] = ids;
      expect(
        granted(
          await office.world.ask('owner', 'messages.markRead', { messageIds: [first, ...theirs, 'none'] }),
        ),
      ).toEqual({ unread: 1 });
      expect((await office.inboxOf('family')).unread).toBe(1);
      expect((await office.inboxOf('owner')).messages.map(({ isRead }) => isRead).sort()).toEqual([
        false,
        true,
      ]);
      expect(granted(await office.world.ask('owner', 'messages.markRead', { messageIds: 'all' }))).toEqual({
        unread: 0,
      });
      expect((await office.inboxOf('owner')).messages.every(({ isRead }) => isRead)).toBe(true);
      office.world.advance(1000);
      await office.tellPerson('owner');
      await office.drain();
      expect((await office.inboxOf('owner')).unread).toBe(1);
    });

    test('pages by 20, newest first, and nobody sees another’s', async () => {
      for (let n = 0; n < 23; n += 1) {
        await office.tellPerson('owner');
        office.world.advance(1000);
      }
      await office.drain();
      const first = await office.inboxOf('owner');
      expect([first.messages.length, first.unread]).toEqual([20, 23]);
      const next = { after: first.next ?? '' };
      const second = granted(await office.world.ask('owner', 'messages.listInbox', next));
      expect(second.messages).toHaveLength(3);
      const times = [...first.messages, ...second.messages].map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect((await office.inboxOf('stranger')).messages).toEqual([]);
    });
  });

  describe('the list', () => {
    test('is worked off: by whom and how, once; what was read meanwhile is seen', async () => {
      await office.tellPerson('owner');
      await office.drain();
      const [row] = (await office.missed()).rows;
      const notReachedId = row?.notReachedId ?? '';
      await office.world.ask('owner', 'messages.markRead', { messageIds: 'all' });
      expect((await office.missed()).rows).toMatchObject([{ isSeen: true }]);
      const how = { notReachedId, how: 'called', note: '已电话告知' } as const;
      expect(codeOf(await office.world.ask('financeElsewhere', 'messages.settleNotReached', how))).toBe(
        'NOT_ALLOWED',
      );
      expect(granted(await office.world.ask('finance', 'messages.settleNotReached', how))).toMatchObject({
        settled: { how: 'called', by: 'finance', note: '已电话告知' },
      });
      expect(codeOf(await office.world.ask('customerService', 'messages.settleNotReached', how))).toBe(
        'NOT_REACHED_SETTLED',
      );
      expect(await office.missed()).toMatchObject({ open: 0, rows: [] });
      expect((await office.missed('settled')).rows).toHaveLength(1);
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
      granted(
        await office.world.ask('owner', 'messages.recordConsent', { answers: [...answers] }, 'request-c'),
      ),
    ).toEqual({
      reminders: 1,
    });
    expect(
      granted(
        await office.world.ask('owner', 'messages.recordConsent', { answers: [...answers] }, 'request-c'),
      ),
    ).toEqual({
      reminders: 1,
    });
    const templates = granted(await office.world.ask('owner', 'messages.templates', {}));
    expect(templates.filter(({ occasions }) => occasions.includes('paid'))).toHaveLength(2);
    const left = (id: string) => templates.find(({ templateId }) => templateId === id)?.remaining;
    expect(['nuanlin-bill', 'nuanlin-refund', 'nuanlin-work'].map(left)).toEqual([1, 0, 0]);
  });
});
