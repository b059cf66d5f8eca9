import { type CSSProperties, useState } from 'react';
import type { ClockReading } from '../live/clock';
import type { FontSize, Network, PhoneView, Theme, User } from '../live/entities';
import { act } from '../live/notice';
import { request } from '../live/request';
import { Segments } from '../parts/Segments';
import { PhoneFoot } from './PhoneFoot';
import { StatusBar } from './StatusBar';
import { UserPicker } from './UserPicker';

interface Props {
  phone: PhoneView;
  phones: readonly PhoneView[];
  users: readonly User[];
  activeId: string | undefined;
  choose: (id: string) => void;
  clock: ClockReading | undefined;
  scale: number;
  width: number;
}

const fontSizes = [
  { value: 'standard', text: '标准' },
  { value: 'large', text: '大' },
  { value: 'extraLarge', text: '特大' },
] as const;
const networks = [
  { value: 'online', text: '在线' },
  { value: 'slow', text: '弱网' },
  { value: 'offline', text: '断网', isBad: true },
] as const;
/** One phone with everything that is set from outside of it. */
export function PhoneColumn({ phone, phones, users, activeId, choose, clock, scale, width }: Props) {
  const [loads, setLoads] = useState(0);
  const user = users.find(({ openid }) => openid === phone.openid);
  const name = user?.name ?? phone.openid;
  const style = { '--scale': scale, width } as CSSProperties;
  return (
    <article
      className={`phone-column ${phone.id === activeId ? 'is-active' : ''}`}
      style={style}
      aria-label={`${name} 的手机`}
      onPointerDown={() => choose(phone.id)}
    >
      <UserPicker phone={phone} phones={phones} users={users} />
      <PhoneSettings phone={phone} />
      <div className="phone">
        <div className="glass">
          <iframe
            key={loads}
            src={phone.url}
            title={`${name} 的手机`}
            data-phone={phone.id}
            allow="camera; microphone; geolocation; clipboard-read; clipboard-write"
          />
          <StatusBar clock={clock} network={phone.network} text={phone.barText} />
          <i className={`home-bar is-${phone.barText}`} />
          {phone.isHidden && (
            <button type="button" className="asleep" onClick={() => void act(() => show(phone.id))}>
              小程序在后台
              <small>点这里回到前台</small>
            </button>
          )}
        </div>
      </div>
      <PhoneFoot phone={phone} name={name} reload={() => setLoads(loads + 1)} />
    </article>
  );
}

function PhoneSettings({ phone }: { phone: PhoneView }) {
  const set = (what: string, value: object) =>
    void act(() => request('PUT', `/phones/${phone.id}/${what}`, value));
  return (
    <div className="settings">
      <Segments
        label="字号"
        choices={fontSizes}
        chosen={phone.fontSize}
        choose={(size: FontSize) => set('fontSize', { size })}
      />
      <Segments
        label="网络"
        choices={networks}
        chosen={phone.network}
        choose={(network: Network) => set('network', { network })}
      />
      <button
        type="button"
        className="button"
        aria-pressed={phone.theme === 'dark'}
        onClick={() => set('theme', { theme: (phone.theme === 'dark' ? 'light' : 'dark') satisfies Theme })}
      >
        深色
      </button>
    </div>
  );
}

function show(id: string): Promise<unknown> {
  return request('PUT', `/phones/${id}/hidden`, { hidden: false });
}
