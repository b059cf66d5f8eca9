import type { InboxMessage } from '../../../types/contract/messages';
import { byStretch, messageTime, remindersWords } from './inboxWords';

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at('2026-11-16T14:36:00');
const message = (messageId: string, time: string): InboxMessage => ({
  messageId,
  subject: 'bill',
  title: messageId,
  body: '',
  at: at(time),
  isRead: false,
});

test('messages stand under the stretch they belong to', () => {
  const messages = [
    message('a', '2026-11-16T10:05:00'),
    message('b', '2026-11-15T19:42:00'),
    message('c', '2026-11-15T09:00:00'),
    message('d', '2026-10-22T09:00:00'),
  ];
  expect(byStretch(messages, now).map(({ name, messages: group }) => [name, group.length])).toEqual([
    ['今天', 1],
    ['昨天', 2],
    ['更早', 1],
  ]);
  expect(messageTime(at('2026-11-15T09:00:00'), now)).toBe('9:00');
  expect(messageTime(at('2026-10-22T09:00:00'), now)).toBe('10月22日');
});

test('no reminder left is no message lost', () => {
  expect(remindersWords(3)).toContain('还能发 3 次');
  expect(remindersWords(0)).toContain('消息仍在这里');
});
