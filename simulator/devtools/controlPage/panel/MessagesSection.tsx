import { useState } from 'react';
import type { ChatCard, Message, PhoneView } from '../live/entities';
import { act } from '../live/notice';
import { useTail } from '../live/poll';
import { request } from '../live/request';
import { type News, newsOf } from '../model/news';
import { isSameDay, minuteText, momentText } from '../model/time';
import { Section } from '../parts/Section';

interface Props {
  now: number;
  phones: readonly PhoneView[];
  active: PhoneView | undefined;
  nameOf: (openid: string) => string;
  choose: (id: string) => void;
}

const shown = 3;
/** WeChat's numbers for the way into a mini-program. [doc: 场景值] */
const scenes = { message: 1014, card: 1007 };

/**
 * What arrives in WeChat outside of the mini-program. A tap opens the page that is named: of a message on its user's phone, of a
 * card on the active one, as if its user were in that chat.
 */
export function MessagesSection({ now, phones, active, nameOf, choose }: Props) {
  const messages = useTail<Message>('/control/messages', 'messages', 500);
  const cards = useTail<ChatCard>('/cards', 'cards', 100);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [isLong, setLong] = useState(false);
  const all = newsOf(messages, cards);
  const today = all.filter(({ at }) => isSameDay(at, now)).length;
  const open = (news: News) =>
    act(async () => {
      const id = news.kind === 'card' ? active?.id : await phoneOf(news.openid, phones);
      if (id === undefined) return;
      choose(id);
      const { path, kind } = news;
      if (path) await request('POST', `/phones/${id}/open`, { path, scene: scenes[kind] });
      setOpened(new Set([...opened, news.key]));
    });
  return (
    <Section
      name="消息中心"
      aside={
        <>
          今天 {today} 条
          {all.length > shown && (
            <button type="button" className="plain" onClick={() => setLong(!isLong)}>
              {isLong ? '收起' : '全部'}
            </button>
          )}
        </>
      }
    >
      <div className={`messages ${isLong ? 'is-long' : ''}`}>
        {all.slice(0, isLong ? 50 : shown).map((news) => (
          <button key={news.key} type="button" className="message" onClick={() => void open(news)}>
            <code title={momentText(news.at, now)}>{minuteText(news.at)}</code>
            <span>{nameOf(news.openid)}</span>
            <span className="text">{news.text}</span>
            <Chip
              news={news}
              isOpened={opened.has(news.key)}
              isOffline={phones.find(({ openid }) => openid === news.openid)?.network === 'offline'}
            />
          </button>
        ))}
        {all.length === 0 && <p className="empty">还没有消息。订阅消息和发到聊天的卡片会出现在这里。</p>}
      </div>
    </Section>
  );
}

function Chip({ news, isOpened, isOffline }: { news: News; isOpened: boolean; isOffline: boolean }) {
  if (isOpened) return <em className="chip">已打开</em>;
  if (news.kind === 'card') return <em className="chip is-link">卡片</em>;
  if (isOffline) return <em className="chip">断网待收</em>;
  return <em className="chip is-good">已送达</em>;
}

/** The user's phone; it is brought onto the page when it is not there, and then given time to show its first page. */
async function phoneOf(openid: string, phones: readonly PhoneView[]): Promise<string> {
  const here = phones.find((phone) => phone.openid === openid);
  if (here) return here.id;
  const { id } = await request<{ id: string }>('POST', '/phones', { openid });
  for (let tries = 0; tries < 40; tries += 1) {
    const { phones: now } = await request<{ phones: PhoneView[] }>('GET', '/phones');
    if (now.find((phone) => phone.id === id)?.path !== undefined) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return id;
}
