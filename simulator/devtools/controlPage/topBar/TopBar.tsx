import type { ClockReading } from '../live/clock';
import type { PhoneView, User } from '../live/entities';
import { act, tell } from '../live/notice';
import { usePolled } from '../live/poll';
import { request } from '../live/request';
import { momentText, snapshotName } from '../model/time';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { Scenarios } from './Scenarios';
import { Snapshots } from './Snapshots';

const sdkVersion = '3.8.12';

export function TopBar(props: {
  title: string;
  firstSnapshot: string;
  clock: ClockReading | undefined;
  users: readonly User[];
  phones: readonly PhoneView[];
  active: PhoneView | undefined;
  /** Whether this page's own server answers. */
  isServed: boolean;
}) {
  const { title, firstSnapshot, clock, users, phones, active, isServed } = props;
  const functions = usePolled<{ instances: unknown[] }>('/control/functions', 5000)?.instances.length;
  const absent = users.filter(({ openid }) => !phones.some((phone) => phone.openid === openid));
  return (
    <header className="top-bar">
      <h1>
        <Icon name="phones" size={20} />
        {title}
      </h1>
      <Scenarios firstSnapshot={firstSnapshot} clock={clock} phones={phones} active={active} />
      <button
        type="button"
        className="button"
        disabled={!clock}
        onClick={() => clock && keep(clock.milliseconds)}
      >
        <Icon name="bookmark" />
        存快照
      </button>
      <Snapshots firstSnapshot={firstSnapshot} clock={clock} />
      <Menu label="加手机" face={<AddFace />} disabled={absent.length === 0}>
        {(close) =>
          absent.map(({ openid, name, nickname }) => (
            <button
              key={openid}
              type="button"
              onClick={() => {
                close();
                void act(() => request('POST', '/phones', { openid }));
              }}
            >
              {name} <small>{nickname}</small>
            </button>
          ))
        }
      </Menu>
      <div className="facts">
        <span className={clock ? 'connected' : 'disconnected'}>
          {clock ? '本地云已连接' : isServed ? '本地云没有回应' : '模拟器没有回应'}
        </span>
        <span>{functions ?? '—'} 个云函数</span>
        <span>基础库 {sdkVersion}</span>
      </div>
    </header>
  );
}

function AddFace() {
  return (
    <>
      <Icon name="plus" />
      加手机
    </>
  );
}

function keep(now: number): void {
  void act(async () => {
    await request('PUT', `/control/snapshots/${snapshotName(now)}`);
    tell(`已存快照 ${momentText(now, now)}。`);
  });
}
