import type { Instant } from '../../../../../types/day';
import { ascending, closedCollection, type Stored } from '../../../../kernel/collection';
import { is, readById, readByIds } from '../../../../platform/database';
import type { Condition } from '../../../../platform/sdk';

/**
 * WeChat's look at one file; `_id` is WeChat's trace. The verdict may come before our own commit that tells of which ticket the file is:
 * then it stands here alone, and that commit finds it.
 */
export interface ContentCheck extends Stored {
  readonly at: Instant;
  readonly ticketId?: string;
  readonly fileId?: string;
  /** The copy of the file that WeChat looks at. */
  readonly copyId?: string;
  readonly verdict?: 'passed' | 'refused' | 'unknown';
}

export const contentChecks = closedCollection<ContentCheck>('contentChecks', [ascending('at')]);

/** One read. */
export function contentCheckById(traceId: string): Promise<ContentCheck | undefined> {
  return readById(contentChecks, traceId);
}

/** In no order; at most 100. One read; none without traces. */
export function contentChecksByIds(traceIds: readonly string[]): Promise<readonly ContentCheck[]> {
  return readByIds(contentChecks, traceIds);
}

/** Names old rows, for whoever removes them. */
export function contentChecksBefore(instant: number): Condition {
  return { at: is.below(instant) };
}
