import type { ParsedOf } from '../../../types/contract';
import type { ImportView } from '../../../types/contract/setup';
import { granted, refused } from '../../../types/refusal';
import { changes, create, joined } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Ports } from '../../kernel/ports';
import type { Changing, Context } from '../../kernel/routes';
import { liesRightIn } from '../../platform/files';
import { startJob } from '../../platform/jobs';
import { wakeJob } from '../../platform/wakeJob';
import { filesDue } from './importFiles';
import { importById, imports } from './importStore';
import { importView } from './importView';

export type MadeImport = { readonly importId: string };

/** Row G6: hands in an uploaded file to be checked. Nothing of it is brought in. Refuses IMPORT_FILE_NOT_HERE. */
export const checkImport: Changing<ParsedOf<'setup.checkImport'>, void, MadeImport, ImportView> = {
  decide: async (
    { communityId, fileId, fileName },
    { caller, now, newId },
  ): Promise<Decision<MadeImport>> => {
    // Only what was uploaded for this community's imports is read: an id of any other file opens nothing, nor of our own lists of an import.
    if (!liesRightIn(fileId, `imports/${communityId}/`)) return toRefuse('IMPORT_FILE_NOT_HERE');
    const importId = newId();
    const record = {
      _id: importId,
      communityId,
      fileId,
      fileName,
      askedBy: caller.openid,
      askedAt: now,
      state: 'checking' as const,
      leftOut: 0,
    };
    return toDo(
      { importId },
      joined(
        changes({
          writes: [create(imports, record)],
          audit: [{ what: 'importAsked', beneficiary: { communityId }, subjects: [`imports/${importId}`] }],
          due: [filesDue(importId, now)],
        }),
        startJob({ kind: 'checkImport', key: importId, communityId, input: { importId } }, undefined, now),
      ),
    );
  },
  answer: answerBegun,
};

/** Somebody waits to see it go on: the work begins now, not at its next minute. */
export async function answerBegun(made: MadeImport, _context: Context, ports: Ports) {
  await wakeJob(ports);
  return answerImport(made);
}

/** The import as it stands now. */
export async function answerImport({ importId }: MadeImport) {
  const record = await importById(importId);
  return record ? granted(await importView(record)) : refused('NOT_ALLOWED');
}
