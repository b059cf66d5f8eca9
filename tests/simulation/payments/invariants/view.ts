import type { Books } from './books';
import type { Mirror } from './mirror';
import type { WeChatSide } from './wechatSide';

/** What the laws look at. */
export interface View {
  readonly mirror: Mirror;
  readonly books: Books;
  readonly wechat: WeChatSide;
  readonly merchantId: string;
  /** What a party may have prepaid, in fen. */
  readonly prepayCap: number;
  /** Business time, milliseconds. */
  readonly now: number;
}

/** A law that does not hold, and what does not fit. */
export interface Violation {
  readonly law: string;
  readonly what: string;
}

export function broken(law: string, what: string): Violation {
  return { law, what };
}
