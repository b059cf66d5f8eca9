import type { Instant } from '../../../../types/day';
import { save, type Write } from '../../../kernel/changes';
import { ascending, closedCollection } from '../../../kernel/collection';
import { findAll, readById, readByIds } from '../../../platform/database';
import type { Ticket } from '../ticket';
import { emptyWorkload, staffTouched, type Workload, workloadAfter } from './workload';

export const workloads = closedCollection<Workload>('workloads', [
  ascending('communityId', 'isOnDuty', '_id'),
]);

/** One read. Undefined: never on duty, never given anything. */
export function workloadOf(staffId: string): Promise<Workload | undefined> {
  return readById(workloads, staffId);
}

/** In no order. One read for every hundred; none where nobody is named. */
export function workloadsOf(staffIds: readonly string[]): Promise<readonly Workload[]> {
  return readByIds(workloads, staffIds);
}

/** Everybody on duty in a community. One read for every hundred. */
export function workloadsOnDuty(communityId: string): Promise<readonly Workload[]> {
  return findAll(workloads, { communityId, isOnDuty: true });
}

/**
 * The writes that keep workloads in step with a ticket: part of every commit that changes one. `read` are the workloads of `staffTouched`
 * as they were read; who has none yet is given one.
 */
export function workloadWrites(
  read: readonly Workload[],
  before: Ticket | undefined,
  after: Ticket,
  now: Instant,
): readonly Write[] {
  return staffTouched(before, after).flatMap((staffId) => {
    const found = read.find(({ _id }) => _id === staffId);
    const workload = found ?? emptyWorkload(staffId, after.communityId);
    const next = workloadAfter(workload, after, now);
    return next === workload ? [] : [save(workloads, found, next)];
  });
}
