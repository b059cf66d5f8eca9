import { useState } from 'react';
import type { Message, PhoneView } from '../live/entities';
import { act } from '../live/notice';
import { useTail } from '../live/poll';
import { request } from '../live/request';
import { isSameDay, minuteText, momentText } from '../model/time';
import { Section } from '../parts/Section';

interface Props {
  now: number;
  phones: readonly PhoneView[];
  nameOf: (openid: string) => string;
  choose: (id: string) => void;
}

const shown = 3;

/** Subscription messages as they arrive. A tap opens the page that the message names, on its user's phone. */
export function MessagesSection({ now, phones, nameOf, choose }: Props) {
  const messages = useTail<Message>('/control/messages', 'messages', 500);
  const [read, setRead] = useState<ReadonlySet<number>>(new Set());
  const [isLong, setLong] = useState(false);
  const today = messages.filter(({ at }) => isSameDay(at, now)).length;
  const rows = [...messages].reverse().slice(0, isLong ? 50 : shown);
  const open = (message: Message) =>
    act(async () => {
      choose(await openOnPhone(message, phones));
      setRead(new Set([...read, message.id]));
    });
  return (
    <Section
      name="消息中心"
      aside={
        <>
          今天 {today} 条
          {messages.length > shown && (
            <button type="button" className="plain" onClick={() => setLong(!isLong)}>
              {isLong ? '收起' : '全部'}
            </button>
          )}
        </>
      }
    >
      <div className={`messages ${isLong ? 'is-long' : ''}`}>
        {rows.map((message) => {
          const isOffline = phones.find(({ openid }) => openid === message.openid)?.network === 'offline';
          return (
            <button key={message.id} type="button" className="message" onClick={() => void open(message)}>
              <code title={momentText(message.at, now)}>{minuteText(message.at)}</code>
              <span>{nameOf(message.openid)}</span>
              <span className="text">{textOf(message)}</span>
              <Chip isRead={read.has(message.id)} isOffline={isOffline} />
            </button>
          );
        })}
        {rows.length === 0 && <p className="empty">还没有订阅消息。云函数发出的消息会出现在这里。</p>}
      </div>
    </Section>
  );
}

function Chip({ isRead, isOffline }: { isRead: boolean; isOffline: boolean }) {
  if (isRead) return <em className="chip">已打开</em>;
  if (isOffline) return <em className="chip">断网待收</em>;
  return <em className="chip is-good">已送达</em>;
}

function textOf({ title, fields }: Message): string {
  return `${title}：${fields.map(({ value }) => value).join('，')}`;
}

/** Brings the user's phone onto the page when it is not there; the id of the phone. */
async function openOnPhone({ openid, page }: Message, phones: readonly PhoneView[]): Promise<string> {
  const here = phones.find((phone) => phone.openid === openid);
  const id = here?.id ?? (await request<{ id: string }>('POST', '/phones', { openid })).id;
  if (here && page) await request('POST', `/phones/${id}/open`, { url: `/${page.replace(/^\//, '')}` });
  return id;
}
