import { assetUrl } from '../builtins/assets';
import { localFiles } from '../system/localFiles';
import type { Wx } from './convention';

type Context = ReturnType<Wx['createInnerAudioContext']>;
type Listener = (result: never) => void;

/** WeChat's event by the browser's. */
const events: Readonly<Record<string, string>> = {
  Canplay: 'canplay',
  Play: 'play',
  Pause: 'pause',
  Ended: 'ended',
  TimeUpdate: 'timeupdate',
  Waiting: 'waiting',
  Seeking: 'seeking',
  Seeked: 'seeked',
};

/** `wx.createInnerAudioContext()` over the browser's player. Before anybody has touched the phone it plays without sound. */
export function createInnerAudioContext(): Context {
  const player = new Audio();
  const own = { stop: new Set<Listener>(), error: new Set<Listener>() };
  let source = '';
  // What is named by a link is found a moment later; `play` right after it waits for it.
  let found: Promise<void> | undefined;
  const set = (url: string) => {
    source = url;
    found = undefined;
    const local = localFiles.url(url);
    if (local) player.src = local;
    else
      found = assetUrl(url, '').then((address) => {
        if (source === url) player.src = address;
      });
  };
  const tell = (kind: 'stop' | 'error', result: object = {}) => {
    for (const listener of own[kind]) listener(result as never);
  };
  player.addEventListener('error', () =>
    tell('error', { errMsg: `${player.error?.message ?? 'error'}: ${source}`, errCode: 10003 }),
  );
  const context = {
    ...registrations(player, own),
    play: () => {
      player.muted = !navigator.userActivation.hasBeenActive;
      const asked = found ? found.then(() => player.play()) : player.play();
      void asked.catch((error: Error) => tell('error', { errMsg: error.message, errCode: 10001 }));
    },
    pause: () => player.pause(),
    stop: () => {
      player.pause();
      player.currentTime = 0;
      tell('stop');
    },
    seek: (position: number) => {
      player.currentTime = position;
    },
    destroy: () => {
      player.pause();
      player.removeAttribute('src');
    },
  };
  mirror(context, player, 'currentTime', 'duration', 'paused', 'loop', 'autoplay', 'volume', 'playbackRate');
  Object.defineProperty(context, 'src', { get: () => source, set });
  return Object.assign(context, {
    startTime: 0,
    obeyMuteSwitch: true,
    buffered: 0,
    referrerPolicy: 'no-referrer',
  }) as unknown as Context;
}

function registrations(player: HTMLAudioElement, own: Record<'stop' | 'error', Set<Listener>>) {
  const pairs = Object.entries(events).flatMap(([name, event]) => [
    [`on${name}`, (listener: EventListener) => player.addEventListener(event, listener)],
    [`off${name}`, (listener: EventListener) => player.removeEventListener(event, listener)],
  ]);
  const more = (['stop', 'error'] as const).flatMap((kind) => {
    const name = kind === 'stop' ? 'Stop' : 'Error';
    return [
      [`on${name}`, (listener: Listener) => own[kind].add(listener)],
      [`off${name}`, (listener?: Listener) => (listener ? own[kind].delete(listener) : own[kind].clear())],
    ];
  });
  return Object.fromEntries([...pairs, ...more]) as Record<string, unknown>;
}

/** Properties that are the player's own. */
function mirror(context: object, player: HTMLAudioElement, ...names: (keyof HTMLAudioElement)[]): void {
  for (const name of names)
    Object.defineProperty(context, name, {
      enumerable: true,
      get: () => player[name],
      set: (value: never) => Object.assign(player, { [name]: value }),
    });
}
