import type { Instant } from '../../../types/day';
import { type Changes, changes, replace, save } from '../../kernel/changes';
import type { Collection, Stored } from '../../kernel/collection';
import { bringAbout } from '../../platform/bulk';
import { jobOf } from '../../platform/jobStore';
import type { SliceOf } from '../../platform/jobs';
import { hasOwnBookings } from '../ledger';
import { filesDue } from './importFiles';
import type { ImportRecord } from './importRecord';
import { importById, importStandings, imports, standingOf } from './importStore';
import { readPlan } from './planFiles';
import { collections, loadDesk } from './records/loadDesk';
import { takenBack } from './records/takenBack';

/** Where the next slice begins: a file of the plan. */
interface Cursor {
  readonly file: number;
}

/**
 * Takes one file of a first import's plan out again: what it made is removed, what it changed says again what it said. Begun again at
 * any point it finds what is left. The slice that brings in ends first: two would work against each other.
 */
export const undoSlice: SliceOf = async (job, ports) => {
  const record = await importById(String(job.input.importId));
  if (record?.state !== 'undoing' || !record.findings) return { changes: changes({}) };
  const cursor = (job.cursor as Cursor | undefined) ?? { file: 0 };
  const notBefore = await appliedUntil(record._id, ports.now());
  if (notBefore !== undefined) return { changes: changes({}), cursor, notBefore };
  const fileId = record.findings.planFileIds[cursor.file];
  if (fileId === undefined) return { changes: await end(record, ports.now()) };
  // Since it was asked for: then it stops here, and a person must look.
  if (await hasOwnBookings(record.communityId)) throw new Error(`${record.communityId} is in use`);
  const planned = await readPlan(fileId);
  const desk = await loadDesk(planned.map(({ step }) => step));
  const author = { action: 'job.undoImport', actor: { as: 'job' }, communityId: record.communityId };
  for (const { collection, wanted, there } of byCollection(takenBack(planned, desk)))
    await bringAbout(collection, { wanted, there }, author, ports);
  return { changes: changes({}), cursor: { file: cursor.file + 1 } satisfies Cursor };
};

/** When the lease of the one who still brings in ends; undefined where nobody does. */
async function appliedUntil(importId: string, now: Instant): Promise<Instant | undefined> {
  const job = await jobOf('applyImport', importId);
  return job?.state === 'waiting' && job.lease !== undefined && job.nextAt > now ? job.nextAt : undefined;
}

interface Moved {
  readonly collection: Collection<Stored>;
  readonly wanted: readonly Stored[];
  readonly there: readonly Stored[];
}

function byCollection(taken: ReturnType<typeof takenBack>): readonly Moved[] {
  return collections.flatMap((collection) => {
    const own = taken.filter(({ of }) => of === collection.name);
    const there = own.map(({ was }) => was);
    return there.length > 0 ? [{ collection, wanted: own.flatMap(({ next }) => next ?? []), there }] : [];
  });
}

/** Nothing of it is left: another file can be checked and brought in; a check from before is too old. */
async function end(record: ImportRecord, now: Instant): Promise<Changes> {
  const { communityId, _id: importId } = record;
  const standing = await standingOf(communityId);
  const { applying: _done, ...rest } = standing ?? { _id: communityId };
  return changes({
    writes: [
      replace(imports, record, { ...record, state: 'givenUp' }),
      save(importStandings, standing, { ...rest, givenUp: importId }),
    ],
    audit: [{ what: 'importGivenUp', beneficiary: { communityId }, subjects: [`imports/${importId}`] }],
    due: [filesDue(importId, now)],
  });
}
