import { openTypes } from '../builtins/openTypes';
import type { OpenPage } from '../pages/page';
import { askForChat, type Card, type Chats } from '../system/chats';
import { button, h, openLayer } from '../system/layer';
import { pagePicture } from '../system/pagePicture';
import type { PhoneSystem } from '../system/phoneSystem';
import { openSettingsPage } from '../system/settingsPage';
import { ApiRefusal, performing } from './convention';

interface Shared {
  readonly title?: string;
  readonly path?: string;
  readonly imageUrl?: string;
  /** Decides instead of the rest if it comes within three seconds. [doc] */
  readonly promise?: Promise<Omit<Shared, 'promise'>>;
}

const patience = 3000;

/** Cards: from a button, or from the menu behind the capsule. */
export function shareApi(system: PhoneSystem, chats: Chats) {
  const hidden = new WeakSet<OpenPage>();
  const share = async (from: 'button' | 'menu', target?: object) => {
    const page = system.stack.top();
    if (page) await sharePage(system, chats, page, { from, ...(target ? { target } : {}) });
  };
  openTypes.add('share', (element) =>
    share('button', { id: element.id, dataset: { ...element.__wxElement?.dataset } }),
  );
  const mayShare = () => {
    const page = system.stack.top();
    return page !== undefined && !hidden.has(page) && typeof page.instance.onShareAppMessage === 'function';
  };
  connectCapsule(() => openMenu(system, mayShare() ? () => void share('menu') : undefined));
  const top = () => {
    const page = system.stack.top();
    if (!page) throw new ApiRefusal('no page is open');
    return page;
  };
  return {
    showShareMenu: performing('showShareMenu', () => void hidden.delete(top())),
    hideShareMenu: performing('hideShareMenu', () => void hidden.add(top())),
    updateShareMenu: performing('updateShareMenu', () => {}),
  };
}

async function sharePage(system: PhoneSystem, chats: Chats, page: OpenPage, event: object): Promise<void> {
  const content = await contentOf(page, event);
  const query = Object.entries(page.url.query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const own = `${page.path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const card: Pick<Card, 'title' | 'path' | 'imageUrl'> = {
    title: content.title ?? system.appName,
    path: (content.path ?? own).replace(/^\//, ''),
    imageUrl: content.imageUrl || (await pagePicture(page.frame)),
  };
  const chat = await askForChat(system.prompts, card);
  if (chat !== undefined) chats.send(chat, card);
}

async function contentOf(page: OpenPage, event: object): Promise<Omit<Shared, 'promise'>> {
  const { promise, ...given } = (page.call('onShareAppMessage', event) ?? {}) as Shared;
  if (!promise) return given;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Omit<Shared, 'promise'>>((resolve) => {
    timer = setTimeout(() => resolve(given), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function connectCapsule(open: () => void): void {
  document.querySelector('.capsule')?.addEventListener('click', open);
}

/** The menu behind the capsule. */
function openMenu(system: PhoneSystem, share: (() => void) | undefined): void {
  const entry = (text: string, work: () => void) =>
    button('menu-entry', text, () => {
      close();
      work();
    });
  const forward = share ? entry('转发给朋友', share) : h('button', 'menu-entry', '当前页面不可转发');
  if (!share) (forward as HTMLButtonElement).disabled = true;
  const close: () => void = openLayer(
    'sheet',
    '菜单',
    h('div', 'system-app', h('i', 'system-logo', system.appName.slice(0, 1)), h('span', '', system.appName)),
    h(
      'div',
      'menu-entries',
      forward,
      entry('设置', () => void openSettingsPage(system)),
      entry('隐私保护指引', () => system.privacy.openContract()),
      entry('重新进入小程序', () => location.reload()),
    ),
    button('system-button is-wide', '取消', () => close()),
  );
}
