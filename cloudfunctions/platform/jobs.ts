import type { Instant } from '../../types/day';
import { type Changes, changes, joined, replace, save } from '../kernel/changes';
import { toDo, toRefuse } from '../kernel/decision';
import { limits } from '../kernel/limits';
import type { Ports } from '../kernel/ports';
import { readById } from './database';
import { type Job, jobId, jobs, nextJob } from './jobStore';
import { settle } from './settle';

/** What one slice did. At most 17 documents: the job's row, the audit entry and the outbox come on top. */
export interface Slice {
  readonly changes: Changes;
  /** Where the next slice begins; absent when the work is done. */
  readonly cursor?: unknown;
  /** With a cursor: nobody goes on before then (what it waits for is not there yet). */
  readonly notBefore?: Instant;
}

/**
 * Does one slice of a kind of work, from `job.cursor` on. What it gives is committed together with the new cursor, or not at all; it
 * runs again after a conflict, and a killed one is begun again by another run. What does not fit in one commit it writes
 * before, so that writing it again changes nothing. A slice should take a second or two, and never the lease.
 */
export type SliceOf = (job: Job, ports: Ports) => Promise<Slice>;

/** By the job's kind. */
export type JobHandlers = Readonly<Record<string, SliceOf>>;

export interface NewJob {
  readonly kind: string;
  readonly key: string;
  readonly communityId: string;
  readonly input: Job['input'];
}

/**
 * A job to be begun from the start, as part of a commit: `before` is what `jobOf` gave. An ended job of that key begins anew; whether
 * one that still waits may be put aside is the caller's to decide.
 */
export function startJob(
  { kind, key, communityId, input }: NewJob,
  before: Job | undefined,
  now: Instant,
): Changes {
  const fresh = { _id: jobId(kind, key), kind, key, communityId, input };
  return changes({
    writes: [save(jobs, before, { ...fresh, state: 'waiting', nextAt: now, failures: 0, startedAt: now })],
  });
}

/** A job that was given up goes on where it stopped, as part of a commit. */
export function retryJob(stuck: Job, now: Instant): Changes {
  const { incident: _past, ...rest } = stuck;
  return changes({ writes: [replace(jobs, stuck, { ...rest, state: 'waiting', failures: 0, nextAt: now })] });
}

/**
 * Works on waiting jobs, the longest waiting first, slice by slice, while there is time; leaves the rest to the next run. Two runs
 * never work on one job: a lease says who does, and a slice whose lease went to another commits nothing.
 */
export async function runJobs(handlers: JobHandlers, ports: Ports, hasTime: () => boolean): Promise<void> {
  while (hasTime()) {
    const waiting = await nextJob(ports.now());
    if (!waiting) return;
    const lease = await takeLease(waiting, ports);
    if (lease !== undefined) await workOn({ id: waiting._id, lease }, handlers, ports, hasTime);
  }
}

interface Held {
  readonly id: string;
  readonly lease: string;
}

async function takeLease(seen: Job, ports: Ports): Promise<string | undefined> {
  const lease = ports.newId();
  const taken = await settle(
    {
      author: authorOf(seen),
      decide: async () => {
        const job = await readById(jobs, seen._id);
        // Somebody else was faster; there is nobody to tell.
        if (job?.state !== 'waiting' || job.nextAt > ports.now()) return toRefuse('BUSY');
        return toDo(lease, moved(job, { ...job, lease, nextAt: leaseEnd(ports) }, 'jobTaken'));
      },
    },
    ports,
  );
  return taken.ok ? lease : undefined;
}

async function workOn(
  held: Held,
  handlers: JobHandlers,
  ports: Ports,
  hasTime: () => boolean,
): Promise<void> {
  for (;;) {
    const went = await runSlice(held, handlers, ports);
    if (went !== 'goOn') return;
    if (!hasTime()) return putDown(held, ports, (job) => ({ ...job, nextAt: ports.now() }));
  }
}

async function runSlice(held: Held, handlers: JobHandlers, ports: Ports): Promise<'goOn' | 'over'> {
  try {
    return await sliceOnce(held, handlers, ports);
  } catch (error) {
    const incident = ports.newId();
    ports.log({ level: 'bug', what: 'slice', incident, facts: { job: held.id }, error });
    await putDown(held, ports, (job) => ({ ...afterFailure(job, ports.now()), incident }));
    return 'over';
  }
}

async function sliceOnce(held: Held, handlers: JobHandlers, ports: Ports): Promise<'goOn' | 'over'> {
  const seen = await stillHeld(held);
  if (!seen) return 'over';
  const handler = handlers[seen.kind];
  if (!handler) throw new Error(`nobody does ${seen.kind}`);
  const done = await settle(
    {
      author: authorOf(seen),
      decide: async () => {
        const job = await stillHeld(held);
        if (!job) return toRefuse('BUSY');
        const slice = await handler(job, ports);
        return toDo(isOver(slice), joined(slice.changes, moved(job, next(job, slice, ports))));
      },
    },
    ports,
  );
  // Refused: another run has the job now, or conflicts rained. The lease's end brings it back.
  return done.ok && !done.value ? 'goOn' : 'over';
}

function isOver({ cursor, notBefore }: Slice): boolean {
  return cursor === undefined || notBefore !== undefined;
}

async function stillHeld({ id, lease }: Held): Promise<Job | undefined> {
  const job = await readById(jobs, id);
  return job?.state === 'waiting' && job.lease === lease ? job : undefined;
}

/** The lease is given back. */
async function putDown(held: Held, ports: Ports, after: (job: Job) => Job): Promise<void> {
  const seen = await stillHeld(held);
  if (!seen) return;
  await settle(
    {
      author: authorOf(seen),
      decide: async () => {
        const job = await stillHeld(held);
        if (!job) return toRefuse('BUSY');
        const { lease: _given, ...rest } = after(job);
        return toDo(job._id, moved(job, rest, 'jobPutDown'));
      },
    },
    ports,
  );
}

/** Later each time; given up after some. */
function afterFailure(job: Job, now: Instant): Job {
  const failures = job.failures + 1;
  const nextAt = (now + limits.jobRetry * 2 ** (failures - 1)) as Instant;
  return { ...job, failures, nextAt, state: failures >= limits.jobFailures ? 'stuck' : 'waiting' };
}

function next(job: Job, { cursor, notBefore }: Slice, ports: Ports): Job {
  const { lease, incident: _past, ...rest } = job;
  if (cursor !== undefined && notBefore !== undefined)
    return { ...rest, cursor, failures: 0, nextAt: notBefore };
  if (cursor === undefined) return { ...rest, state: 'done', failures: 0, endedAt: ports.now() };
  return { ...rest, ...(lease ? { lease } : {}), cursor, failures: 0, nextAt: leaseEnd(ports) };
}

function leaseEnd(ports: Ports): Instant {
  return (ports.now() + limits.jobLease) as Instant;
}

function moved(job: Job, to: Job, what = to.state === 'done' ? 'jobDone' : 'jobWentOn'): Changes {
  const { communityId } = job;
  return changes({
    writes: [replace(jobs, job, to)],
    audit: [{ what, beneficiary: { communityId }, subjects: [`jobs/${job._id}`] }],
  });
}

function authorOf({ kind, communityId }: Job) {
  return { action: `job.${kind}`, actor: { as: 'job' }, communityId };
}
