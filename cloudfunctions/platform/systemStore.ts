import type { Instant } from '../../types/day';
import { type FeedRow, feedCollection } from '../../types/topic';
import type { AuditEntry } from '../kernel/audit';
import { ascending, type Collection, closedCollection, type Stored } from '../kernel/collection';
import type { RequestRecord } from '../kernel/idempotency';
import type { MessageIntent } from '../kernel/message';
import { systemCollections } from '../kernel/plan';

/** Answered requests, kept 7 days; the tick removes older ones by `at`. `_id` is openid·action·requestId. */
export const requests = closedCollection<RequestRecord>(systemCollections.requests, [ascending('at')]);

/** Who did what for whom; one entry per commit. */
export const audits = closedCollection<AuditEntry>(systemCollections.audits, [
  ascending('communityId', 'at'),
  ascending('actor.openid', 'at'),
  ascending('notes.beneficiary.homeId', 'at'),
]);

/**
 * What one commit wants people to be told; `_id` is the audit entry's. The drainer makes inbox rows `_id·n·openid` of it and takes
 * it away when everybody has been told.
 */
export interface Outgoing extends Stored {
  /** When it was committed. */
  readonly at: Instant;
  readonly communityId?: string;
  readonly intents: readonly MessageIntent[];
  /** `stuck`: a bug of ours stands in its way; it is logged and somebody must look. */
  readonly state: 'waiting' | 'stuck';
  /** Not to be tried before. */
  readonly notBefore: Instant;
  readonly attempts?: number;
  /** Reminders that WeChat has taken, `n·openid`: not to be sent again. */
  readonly reminded?: readonly string[];
}
export const outbox = closedCollection<Outgoing>(systemCollections.outbox, [ascending('state', 'notBefore')]);

/** What the tick looks at when its time has come. `_id` is kind·key. */
export interface DueEntry extends Stored {
  readonly kind: string;
  readonly key: string;
  readonly at: Instant;
}
export const due = closedCollection<DueEntry>(systemCollections.due, [ascending('at')]);

/** The one collection phones may watch, each its own row. Not versioned: its counters only rise. */
export const feeds: Collection<FeedRow & Stored> = {
  name: feedCollection,
  indexes: [],
  rules: { read: 'doc._openid == auth.openid', write: false },
};
