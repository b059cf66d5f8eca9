import type { ParsedOf } from '../../../types/contract';
import type { Inbox, InboxMessage } from '../../../types/contract/messages';
import type { Instant } from '../../../types/day';
import { granted, type Outcome } from '../../../types/refusal';
import { limits } from '../../kernel/limits';
import type { Context } from '../../kernel/routes';
import { reminders } from './consent';
import { consentsOf, countUnreadAfter, type InboxRow, inboxOf, readUpTo } from './messagesStore';

/** One's own messages, newest first, with what is unread and how many reminders WeChat may still bring. */
export async function listInbox(
  { after }: ParsedOf<'messages.listInbox'>,
  { caller }: Context,
): Promise<Outcome<Inbox>> {
  const { openid } = caller;
  const [page, mark, agreed] = await Promise.all([
    inboxOf(openid, after),
    readUpTo(openid),
    consentsOf(openid),
  ]);
  return granted({
    messages: page.rows.map((row) => shown(row, mark)),
    unread: await countedAfter(openid, mark),
    reminders: reminders(agreed),
    ...(page.next === undefined ? {} : { next: page.next }),
  });
}

/** For a badge: at most 99. Two reads. */
export async function countUnread(openid: string): Promise<number> {
  return countedAfter(openid, await readUpTo(openid));
}

async function countedAfter(openid: string, mark: Instant): Promise<number> {
  return Math.min(await countUnreadAfter(openid, mark), limits.unreadCounted);
}

function shown({ _id, subject, title, body, at, isRead, page }: InboxRow, mark: Instant): InboxMessage {
  const message = { messageId: _id, subject, title, body, at, isRead: isRead || at <= mark };
  return page === undefined ? message : { ...message, page };
}
