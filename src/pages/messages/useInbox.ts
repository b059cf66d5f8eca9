import { useEffect, useState } from 'react';
import { type Asked, useAnswer } from '@/hooks/useAnswer';
import { usePullDown } from '@/hooks/usePullDown';
import { ask, change, newRequestId } from '@/services/cloud';
import { badgeMessages } from '@/services/device';
import { useReachBottom } from '@/services/lifecycle';
import { open } from '@/services/routes';
import type { Inbox, InboxMessage } from '../../../types/contract/messages';
import { readHere } from './reading';

export interface InboxHook {
  readonly asked: Asked<Inbox>;
  readonly messages: readonly InboxMessage[];
  readonly unread: number;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  openMessage(message: InboxMessage): void;
  readAll(): void;
  more(): void;
}

interface Older {
  readonly messages: readonly InboxMessage[];
  readonly next: string | undefined;
}

/** The newest page is asked for again as messages come; older pages are added below it. */
export function useInbox(): InboxHook {
  const asked = useAnswer('messages.listInbox', {}, { isKept: true, topics: ['messages'] });
  const { answer, again } = asked;
  const [older, setOlder] = useState<Older>();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const [isLoading, setLoading] = useState(false);
  const inbox = answer.kind === 'ready' ? answer.value : undefined;
  const { messages, unread } = readHere(
    [...(inbox?.messages ?? []), ...(older?.messages ?? [])],
    inbox?.unread ?? 0,
    read,
  );
  useEffect(() => {
    if (inbox) badgeMessages(unread);
  }, [inbox, unread]);
  const next = older ? older.next : inbox?.next;
  usePullDown(() => {
    setOlder(undefined);
    return again();
  });

  const mark = async (which: 'all' | string[]) => {
    const ids = which === 'all' ? messages.map(({ messageId }) => messageId) : which;
    setRead((before) => new Set([...before, ...ids]));
    await change('messages.markRead', { messageIds: which }, newRequestId());
    void again();
  };
  const more = async () => {
    if (next === undefined || isLoading) return;
    setLoading(true);
    const page = await ask('messages.listInbox', { after: next });
    setLoading(false);
    if (page.ok)
      setOlder({ messages: [...(older?.messages ?? []), ...page.value.messages], next: page.value.next });
  };
  useReachBottom(() => void more());
  return {
    asked,
    messages,
    unread,
    hasMore: next !== undefined,
    isLoading,
    openMessage: (message) => {
      if (!message.isRead) void mark([message.messageId]);
      if (message.page) openPage(message.page);
    },
    readAll: () => void mark('all'),
    more: () => void more(),
  };
}

function openPage(page: string): void {
  const [path = '', query = ''] = page.split('?');
  const parameters = query
    .split('&')
    .filter((part) => part.includes('='))
    .map((part) => part.split('=', 2).map(decodeURIComponent) as [string, string]);
  open(`/${path}`, Object.fromEntries(parameters));
}
