import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, EmptyState, Icon, Page, Reminders } from '@/components';
import { useConsent } from '@/hooks/useConsent';
import { useNow } from '@/hooks/useNow';
import { useTabPage } from '@/hooks/useTabPage';
import { useMe } from '@/stores/me';
import type { InboxMessage } from '../../../types/contract/messages';
import { byStretch, messageTime, remindersWords, subjectIcons } from './inboxWords';
import { useInbox } from './useInbox';
import './index.css';

/** The inbox: everything that was told, whether WeChat could bring it or not. */
export default function Messages() {
  useTabPage();
  const { asked, messages, unread, openMessage, readAll, more, hasMore, isLoading } = useInbox();
  const [reminders, setReminders] = useState<number>();
  const isStaff = useMe(({ me }) => (me?.posts.length ?? 0) > 0);
  const consent = useConsent('inbox', ...(isStaff ? (['work'] as const) : []));
  return (
    <Page name="messages" banner={<AnswerBanner asked={asked} />}>
      <Answered asked={asked} title="消息暂时看不到" cards={[2, 2]}>
        {(inbox) => (
          <>
            {unread > 0 && (
              <View className="between">
                <View className="type-second">{`${unread} 条未读`}</View>
                <View className="link between__end" ariaRole="button" onClick={readAll}>
                  全部标为已读
                </View>
              </View>
            )}
            <List messages={messages} onOpen={openMessage} />
            {hasMore && <Button kind="quiet" label="更早的消息" isBusy={isLoading} onTap={more} />}
            <Reminders
              words={remindersWords(reminders ?? inbox.reminders)}
              consent={consent}
              onMore={setReminders}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface ListProps {
  readonly messages: readonly InboxMessage[];
  readonly onOpen: (message: InboxMessage) => void;
}

function List({ messages, onOpen }: ListProps) {
  const now = useNow();
  if (messages.length === 0) {
    return <EmptyState drawing="letterbox" title="还没有消息" line="账单、收款、退款、发票都会告诉您。" />;
  }
  return (
    <>
      {byStretch(messages, now).map(({ name, messages: group }) => (
        <View key={name}>
          <View className="type-second messages__stretch">{name}</View>
          <Card isFlush>
            {group.map((message) => (
              <Message key={message.messageId} message={message} now={now} onOpen={onOpen} />
            ))}
          </Card>
        </View>
      ))}
    </>
  );
}

interface MessageProps {
  readonly message: InboxMessage;
  readonly now: number;
  readonly onOpen: (message: InboxMessage) => void;
}

function Message({ message, now, onOpen }: MessageProps) {
  const { title, body, at, isRead, subject, messageId } = message;
  return (
    <View
      id={`message-${messageId}`}
      className="row"
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={`${isRead ? '' : '未读，'}${title}，${body}`}
      onClick={() => onOpen(message)}
    >
      <View className={`row__disc row__disc--${isRead ? 'plain' : 'brand'}`}>
        <Icon name={subjectIcons[subject]} />
      </View>
      <View className="row__middle">
        <View className={isRead ? '' : 'strong'}>{title}</View>
        <View className="row__line">{body}</View>
      </View>
      <View className="messages__time">
        <View className="type-second tabular">{messageTime(at, now)}</View>
        {!isRead && <View className="messages__dot" />}
      </View>
    </View>
  );
}
