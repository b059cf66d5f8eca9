import { assetUrl } from '../builtins/assets';
import { Kept } from './kept';
import { button, h, openLayer } from './layer';
import type { Prompts } from './prompts';

/** A mini-program card that was sent to a chat. */
export interface Card {
  readonly id: number;
  readonly chat: string;
  readonly title: string;
  /** Page and query, as `onLaunch` of the phone that opens it will see them. */
  readonly path: string;
  /** What the mini-program gave, or a picture of its page (`data:`). */
  readonly imageUrl: string;
  /** Milliseconds. */
  readonly sentAt: number;
}

const known = ['家人', '邻居群', '文件传输助手'];

/** The chats of this phone's user, as far as cards were sent to them. */
export class Chats {
  private readonly sent = new Kept<readonly Card[]>('cards', []);

  /** Told of every card that goes out: other phones hear of it through the devtools. */
  constructor(private readonly told: (card: Card) => void) {}

  cards(): readonly Card[] {
    return this.sent.get();
  }

  send(chat: string, content: Pick<Card, 'title' | 'path' | 'imageUrl'>): Card {
    const card = { id: this.cards().length + 1, chat, ...content, sentAt: Date.now() };
    this.sent.set([...this.cards(), card]);
    this.told(card);
    return card;
  }
}

/** Which chat a card goes to; undefined when it is given up. From outside: `'cancel'` or the name of a chat. */
export function askForChat(
  prompts: Prompts,
  { title, imageUrl }: Pick<Card, 'title' | 'imageUrl'>,
): Promise<string | undefined> {
  return prompts.ask<string | undefined>({
    kind: 'share',
    details: { title, chats: known },
    read: (given) => {
      if (typeof given !== 'string' || given === '')
        throw new Error(`share is answered with 'cancel' or a chat's name`);
      return given === 'cancel' ? undefined : given;
    },
    draw: (choose) =>
      openLayer(
        'sheet',
        '发送给',
        h('h2', 'system-question', '发送给'),
        h('div', 'share-card', pictureOf(imageUrl), h('span', '', title)),
        h('div', 'chat-row', ...known.map((chat) => chatEntry(chat, choose))),
        button('system-button is-wide', '取消', () => choose(undefined)),
      ),
  });
}

function pictureOf(imageUrl: string): HTMLElement {
  const picture = h('img', 'share-picture');
  picture.alt = '';
  void assetUrl(imageUrl, '').then((url) => {
    picture.src = url;
  });
  return picture;
}

function chatEntry(chat: string, choose: (chat: string) => void): HTMLElement {
  const entry = button('chat-entry', '', () => choose(chat));
  entry.append(h('i', 'system-logo', chat.slice(0, 1)), h('span', '', chat));
  return entry;
}
