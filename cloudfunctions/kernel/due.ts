import type { Instant } from '../../types/day';
import type { Ports } from './ports';

/**
 * Looks after one thing whose time has come. May run twice, and again after it was killed anywhere: it looks how things stand and goes
 * on from there. Says when to look again.
 */
export type DueHandler = (key: string, ports: Ports) => Promise<Instant | 'never'>;

/** As `DueHandler`, for things that rest on one reading: all that are due at the same time are looked after in one call. */
export interface DueTogether {
  /** What a key rests on: those with the same answer go together. Pure. */
  readonly of: (key: string) => string;
  /** When to look again at each of these keys, all of which rest on the one thing. */
  readonly lookAfter: (
    of: string,
    keys: readonly string[],
    ports: Ports,
  ) => Promise<(key: string) => Instant | 'never'>;
}

/** By the kind of the entry. */
export type DueHandlers = Readonly<Record<string, DueHandler | DueTogether>>;
