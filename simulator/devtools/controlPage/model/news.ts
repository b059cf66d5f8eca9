import type { ChatCard, Message } from '../live/entities';

/** One row of the message centre: a subscription message, or a card in a chat. */
export interface News {
  readonly key: string;
  readonly kind: 'message' | 'card';
  /** Who received the message; who sent the card. */
  readonly openid: string;
  readonly text: string;
  /** The page it opens, with its query; absent for a message without one. */
  readonly path?: string;
  readonly at: number;
}

/** Both kinds in one list, newest first. */
export function newsOf(messages: readonly Message[], cards: readonly ChatCard[]): News[] {
  const rows: News[] = [
    ...messages.map(({ id, openid, title, fields, page, at }) => ({
      key: `message-${id}`,
      kind: 'message' as const,
      openid,
      text: `${title}：${fields.map(({ value }) => value).join('，')}`,
      ...(page && { path: page }),
      at,
    })),
    ...cards.map(({ id, openid, chat, title, path, at }) => ({
      key: `card-${id}`,
      kind: 'card' as const,
      openid,
      text: `发到${chat}：${title}`,
      path,
      at,
    })),
  ];
  return rows.reverse().sort((one, other) => other.at - one.at);
}
