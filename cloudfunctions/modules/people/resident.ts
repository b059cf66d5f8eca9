import type { Stored } from '../../kernel/collection';

/** A person the register of one community knows (住户); may have no WeChat at all. */
export interface Resident extends Stored {
  readonly communityId: string;
  readonly name: string;
  /** Digits. */
  readonly phone?: string;
}
