import type { ParsedOf } from '../../../types/contract';
import type { ImportRow, ImportView } from '../../../types/contract/setup';
import { changes, replace } from '../../kernel/changes';
import { type Decision, toDo, toRefuse } from '../../kernel/decision';
import type { Changing } from '../../kernel/routes';
import { answerImport, type MadeImport } from './checkImport';
import { type ImportRecord, rowsPerPage } from './importRecord';
import { importById, importPages, imports, manyById, pageId } from './importStore';

/**
 * Says of fields that were changed in the app since the last import whose word counts. Without names: of all that are undecided.
 * Refuses IMPORT_NOT_READY, IMPORT_ALREADY_APPLIED, NO_SUCH_CONFLICT.
 */
export const decideConflicts: Changing<ParsedOf<'setup.decideConflicts'>, void, MadeImport, ImportView> = {
  decide: async ({ importId, take, conflictIds }): Promise<Decision<MadeImport>> => {
    const record = await importById(importId);
    if (!record) return toRefuse('NOT_ALLOWED');
    if (record.state === 'applying' || record.state === 'applied') return toRefuse('IMPORT_ALREADY_APPLIED');
    if (record.state !== 'checked') return toRefuse('IMPORT_NOT_READY');
    const before = record.decisions ?? {};
    const all = await conflictIdsOf(record);
    const meant = conflictIds ?? all.filter((id) => !Object.hasOwn(before, id));
    if (meant.some((id) => !all.includes(id))) return toRefuse('NO_SUCH_CONFLICT');
    const decisions = { ...before, ...Object.fromEntries(meant.map((id) => [id, take] as const)) };
    const { communityId } = record;
    return toDo(
      { importId },
      changes({
        writes: [replace(imports, record, { ...record, decisions })],
        audit: [
          {
            what: 'importConflictsDecided',
            beneficiary: { communityId },
            subjects: [`imports/${importId}`],
            facts: { take, conflicts: meant.length },
          },
        ],
      }),
    );
  },
  answer: answerImport,
};

async function conflictIdsOf({ _id, findings }: ImportRecord): Promise<readonly string[]> {
  const pages = Math.ceil((findings?.kept.conflicts ?? 0) / rowsPerPage);
  const ids = Array.from({ length: pages }, (_, number) => pageId(_id, 'conflicts', number));
  const found = await manyById(importPages, ids);
  return found.flatMap(({ rows }) => rows.flatMap((row) => (row as unknown as ImportRow).conflictId ?? []));
}
