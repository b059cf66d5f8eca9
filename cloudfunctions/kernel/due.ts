import type { Instant } from '../../types/day';
import type { Ports } from './ports';

/**
 * Looks after one thing whose time has come. May run twice, and again after it was killed anywhere: it looks how things stand and goes
 * on from there. Says when to look again.
 */
export type DueHandler = (key: string, ports: Ports) => Promise<Instant | 'never'>;

/** By the kind of the entry. */
export type DueHandlers = Readonly<Record<string, DueHandler>>;
