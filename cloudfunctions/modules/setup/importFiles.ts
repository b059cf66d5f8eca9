import type { Instant } from '../../../types/day';
import { changes, type Due, replace } from '../../kernel/changes';
import { toDo } from '../../kernel/decision';
import type { DueHandler } from '../../kernel/due';
import { limits } from '../../kernel/limits';
import type { Ports } from '../../kernel/ports';
import { is } from '../../platform/database';
import { removeFiles } from '../../platform/files';
import { removeOld } from '../../platform/removeOld';
import { settle } from '../../platform/settle';
import { type ImportRecord, type ListKind, rowsPerPage } from './importRecord';
import { importById, importPages, imports, pageId, standingOf } from './importStore';

/** Names, phones and debts of a whole community lie in these files: they go 30 days after the import was applied or given up. */
export function filesDue(importId: string, now: Instant): Due {
  return { kind: 'importFiles', key: importId, at: (now + limits.importFilesKept) as Instant };
}

/**
 * Removes the uploaded file, the plan, the list of problems and the lists a phone pages through; one that nobody has applied counts as
 * given up from then on. What it stated (its base) stays while the next import is compared with it. Begun again, it goes on.
 */
export const lookAfterImportFiles: DueHandler = async (importId, ports) => {
  const record = await importById(importId);
  if (!record || record.filesRemovedAt !== undefined) return 'never';
  // Still being worked on, or stuck: its plan is needed.
  if (record.state === 'applying' || record.state === 'undoing')
    return (ports.now() + limits.importFilesKept) as Instant;
  const again = (ports.now() + limits.tickRetry) as Instant;
  const isAbandoned = record.state === 'checking' || record.state === 'checked';
  // First nobody can apply it any more, then its plan goes.
  if (isAbandoned && !(await noted(importId, { state: 'givenUp' }, ports))) return again;
  await removeFiles(await filesOf(record));
  await removePages(record);
  return (await noted(importId, { filesRemovedAt: ports.now() }, ports)) ? 'never' : again;
};

async function filesOf(record: ImportRecord): Promise<readonly string[]> {
  const { _id, communityId, fileId, findings, state } = record;
  const { problemFileId, planFileIds = [], baseFileId, comparedWith } = findings ?? {};
  const [standing, before] = await Promise.all([
    standingOf(communityId),
    comparedWith === undefined ? undefined : importById(comparedWith),
  ]);
  const isBase = standing?.applied?.importId === _id;
  // The one it was compared with has had its day once this one is applied.
  const older = state === 'applied' ? before?.findings?.baseFileId : undefined;
  const bases = [...(isBase ? [] : [baseFileId]), older];
  return [fileId, problemFileId, ...planFileIds, ...bases].flatMap((file) => file ?? []);
}

async function removePages({ _id: importId, findings }: ImportRecord): Promise<void> {
  const kept = Object.entries(findings?.kept ?? {}) as [ListKind, number][];
  const ids = kept.flatMap(([which, rows]) =>
    Array.from({ length: Math.ceil(rows / rowsPerPage) }, (_, number) => pageId(importId, which, number)),
  );
  for (let from = 0; from < ids.length; from += limits.documentsPerQuery)
    await removeOld(importPages, { _id: is.oneOf(ids.slice(from, from + limits.documentsPerQuery)) });
}

/** Writes it down unless somebody works on the import meanwhile. */
async function noted(importId: string, what: Partial<ImportRecord>, ports: Ports): Promise<boolean> {
  const author = { action: 'tick.importFiles', actor: { as: 'tick' } };
  const settled = await settle(
    {
      author,
      decide: async () => {
        const record = await importById(importId);
        if (!record || record.state === 'applying' || record.state === 'undoing')
          return toDo(false, changes({}));
        const { communityId } = record;
        const audit = [
          { what: 'importFilesRemoved', beneficiary: { communityId }, subjects: [`imports/${importId}`] },
        ];
        return toDo(true, changes({ writes: [replace(imports, record, { ...record, ...what })], audit }));
      },
    },
    ports,
  );
  return settled.ok && settled.value;
}
