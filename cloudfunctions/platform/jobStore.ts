import type { Instant } from '../../types/day';
import { ascending, closedCollection, type Stored } from '../kernel/collection';
import { limits } from '../kernel/limits';
import { count, find, is, readById } from './database';

/** waiting → done; `stuck` after too many failures in a row: somebody must look, and may start it again. */
export type JobState = 'waiting' | 'done' | 'stuck';

/** Long work in slices (作业). `_id` is kind·key: the same work is never there twice. */
export interface Job extends Stored {
  readonly kind: string;
  readonly key: string;
  readonly communityId: string;
  /** Plain data, as it was started with. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Where the next slice begins, as the last one said; absent at the beginning. */
  readonly cursor?: unknown;
  readonly state: JobState;
  /** When somebody may take it: now, the end of the lease, or later after a failure. */
  readonly nextAt: Instant;
  /** Who works on it; without it nobody does. */
  readonly lease?: string;
  /** Slices that failed since the last one that did not. */
  readonly failures: number;
  /** Under which number the last failure was logged; absent once a slice has gone well. */
  readonly incident?: string;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
}

export const jobs = closedCollection<Job>('jobs', [
  ascending('state', 'nextAt'),
  ascending('communityId', 'state'),
]);

export function jobId(kind: string, key: string): string {
  return `${kind}·${key}`;
}

/** The job of that kind and key, ended ones too. One read. */
export function jobOf(kind: string, key: string): Promise<Job | undefined> {
  return readById(jobs, jobId(kind, key));
}

/** The job that has waited longest for somebody to take it. One read. */
export async function nextJob(now: Instant): Promise<Job | undefined> {
  const [job] = await find(jobs, {
    where: { state: 'waiting', nextAt: is.atMost(now) },
    orderBy: [['nextAt', 'asc']],
    limit: 1,
  });
  return job;
}

/** A community's work that was given up, in no order; at most 100. */
export function stuckJobsOf(communityId: string): Promise<readonly Job[]> {
  return find(jobs, { where: { communityId, state: 'stuck' }, limit: limits.documentsPerQuery });
}

export function countStuckJobs(communityId: string): Promise<number> {
  return count(jobs, { communityId, state: 'stuck' });
}

export function jobById(id: string): Promise<Job | undefined> {
  return readById(jobs, id);
}
