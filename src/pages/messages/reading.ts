import type { InboxMessage } from '../../../types/contract/messages';

/** What was read on this phone a moment ago counts at once, and a message that came in two pages is shown once. */
export function readHere(
  messages: readonly InboxMessage[],
  unread: number,
  read: ReadonlySet<string>,
): { readonly messages: readonly InboxMessage[]; readonly unread: number } {
  const once = [...new Map(messages.map((message) => [message.messageId, message])).values()];
  const justRead = once.filter(({ messageId, isRead }) => !isRead && read.has(messageId)).length;
  return {
    messages: once.map((message) => (read.has(message.messageId) ? { ...message, isRead: true } : message)),
    unread: Math.max(0, unread - justRead),
  };
}
