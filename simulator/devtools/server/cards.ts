import type { SentCard } from './phoneView';

/** A card in a chat, as everybody in it sees it. */
export interface ChatCard extends SentCard {
  /** Grows. */
  readonly id: number;
  /** Who sent it. */
  readonly openid: string;
  /** Business time, milliseconds. */
  readonly at: number;
}

/** The cards that phones sent to chats, for the others to open. They live as long as the devtools. */
export class Cards {
  private cards: ChatCard[] = [];
  private lastId = 0;

  constructor(private readonly now: () => Promise<number>) {}

  async add(openid: string, { chat, title, path }: SentCard): Promise<void> {
    const at = await this.now();
    this.lastId += 1;
    this.cards.push({ id: this.lastId, openid, chat, title, path, at });
  }

  after(id: number): readonly ChatCard[] {
    return this.cards.filter((card) => card.id > id);
  }

  clear(): void {
    this.cards = [];
  }
}
