import { button, h, openLayer } from './layer';
import { appLine } from './permissions';
import { oneOf, type Prompts } from './prompts';

/** What WeChat knows of the person: from the cloud's list of users. */
interface Profile {
  readonly nickname?: string;
  readonly phone?: string;
}

async function profile(): Promise<Profile> {
  const response = await fetch('/phone/profile');
  return response.ok ? ((await response.json()) as Profile) : {};
}

export async function askForPhoneNumber(prompts: Prompts, appName: string): Promise<'allow' | 'deny'> {
  const { phone } = await profile();
  const shown = phone ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '微信绑定的号码';
  return prompts.ask<'allow' | 'deny'>({
    kind: 'getPhoneNumber',
    read: oneOf('getPhoneNumber', 'allow', 'deny'),
    draw: (choose) =>
      openLayer(
        'sheet',
        '手机号',
        appLine(appName, '申请'),
        h('h2', 'system-question', '获取并验证你的手机号'),
        h('div', 'system-choice', h('b', '', shown), h('small', '', '微信绑定号码')),
        h(
          'div',
          'system-pair',
          button('system-button', '不允许', () => choose('deny')),
          button('system-button is-primary', '允许', () => choose('allow')),
        ),
      ),
  });
}

/** From outside: `'wechat'` for the picture WeChat has, a place in the album, or `'cancel'`. */
export function askForAvatar(prompts: Prompts, pictures: readonly Blob[]): Promise<Blob | undefined> {
  return prompts.ask<Blob | undefined>({
    kind: 'chooseAvatar',
    read: (given) => {
      if (given === 'cancel') return undefined;
      const picture = pictures[given === 'wechat' ? 0 : Number(given)];
      if (!picture)
        throw new Error(`chooseAvatar is answered with 'wechat', 'cancel' or a place in the album`);
      return picture;
    },
    draw: (choose) =>
      openLayer(
        'sheet',
        '选择头像',
        h('h2', 'system-question', '选择头像'),
        h('div', 'avatar-row', ...pictures.slice(0, 4).map((picture) => avatarTile(picture, choose))),
        button('system-button is-wide', '取消', () => choose(undefined)),
      ),
  });
}

function avatarTile(picture: Blob, choose: (picture: Blob) => void): HTMLElement {
  const tile = button('avatar-tile', '', () => choose(picture));
  const image = h('img', '');
  image.src = URL.createObjectURL(picture);
  image.alt = '头像';
  tile.append(image);
  return tile;
}

/** A strip above the keyboard with the nickname; returns the way to take it off. */
export async function offerNickname(take: (nickname: string) => void): Promise<() => void> {
  const { nickname = '微信用户' } = await profile();
  const strip = h('div', 'nickname-strip', h('span', '', '用微信昵称'));
  const close = () => strip.remove();
  const choice = button('nickname-choice', nickname, () => {
    take(nickname);
    close();
  });
  // The field keeps the focus.
  choice.addEventListener('mousedown', (event) => event.preventDefault());
  strip.append(choice);
  document.body.append(strip);
  return close;
}
