import { type FormEvent, useState } from 'react';
import type { PhoneView, User } from '../live/entities';
import { act } from '../live/notice';
import { request } from '../live/request';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';

interface Props {
  phone: PhoneView;
  phones: readonly PhoneView[];
  users: readonly User[];
}

/** Whose phone it is. Another user's choice brings their phone here, with what is stored on it. */
export function UserPicker({ phone, phones, users }: Props) {
  const user = users.find(({ openid }) => openid === phone.openid);
  const change = (openid: string) => act(() => request('PUT', `/phones/${phone.id}/user`, { openid }));
  return (
    <Menu label="换用户" className="user-picker" face={<Face user={user} openid={phone.openid} />}>
      {(close) => (
        <>
          {users.map((one) => (
            <button
              key={one.openid}
              type="button"
              aria-current={one.openid === phone.openid}
              onClick={() => {
                close();
                void change(one.openid);
              }}
            >
              {one.name} <small>{one.nickname}</small>
              {one.openid !== phone.openid && phones.some(({ openid }) => openid === one.openid) && (
                <small className="at-end">换位置</small>
              )}
            </button>
          ))}
          <NewUser
            made={(openid) => {
              close();
              void change(openid);
            }}
          />
          {phones.length > 1 && (
            <button
              type="button"
              onClick={() => {
                close();
                void act(() => request('DELETE', `/phones/${phone.id}`));
              }}
            >
              移走这部手机
            </button>
          )}
        </>
      )}
    </Menu>
  );
}

function Face({ user, openid }: { user: User | undefined; openid: string }) {
  const name = user?.name ?? openid;
  return (
    <>
      <b className="avatar">{[...name][0]}</b>
      <strong>{name}</strong>
      <span>{user?.nickname}</span>
      <Icon name="upDown" />
    </>
  );
}

function NewUser({ made }: { made: (openid: string) => void }) {
  const [name, setName] = useState('');
  const make = (event: FormEvent) => {
    event.preventDefault();
    void act(async () => {
      const { openid } = await request<User>('POST', '/control/users', { name: name.trim() });
      made(openid);
    });
  };
  return (
    <form onSubmit={make}>
      <input
        value={name}
        onChange={(event) => setName(event.target.value)}
        placeholder="新用户的名字"
        aria-label="新用户的名字"
      />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        新建
      </button>
    </form>
  );
}
