import type { InboxMessage } from '../../../types/contract/messages';
import { readHere } from './reading';

const message = (messageId: string, isRead = false): InboxMessage => ({
  messageId,
  subject: 'bill',
  title: '',
  body: '',
  at: 0,
  isRead,
});

test('what was read here counts at once, once', () => {
  const { messages, unread } = readHere(
    [message('a'), message('b'), message('c', true)],
    7,
    new Set(['a', 'c']),
  );
  expect(messages.map(({ isRead }) => isRead)).toEqual([true, false, true]);
  expect(unread).toBe(6);
});

test('a message that a new page pushed into the next one is shown once', () => {
  expect(readHere([message('a'), message('a')], 1, new Set()).messages).toHaveLength(1);
});
