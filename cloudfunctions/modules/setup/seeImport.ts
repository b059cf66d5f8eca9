import type { ParsedOf } from '../../../types/contract';
import type {
  ImportPageView,
  ImportProblem,
  ImportRow,
  ImportRowPage,
  ImportView,
} from '../../../types/contract/setup';
import { granted, type Outcome, refused } from '../../../types/refusal';
import { rowsPerPage } from './importRecord';
import { importById, importPage, importsOf } from './importStore';
import { importView, plainView } from './importView';

export async function seeImport({ importId }: ParsedOf<'setup.seeImport'>): Promise<Outcome<ImportView>> {
  const record = await importById(importId);
  return record ? granted(await importView(record)) : refused('NOT_ALLOWED');
}

/** Newest first, 20 a page. */
export async function listImports({
  communityId,
  after,
}: ParsedOf<'setup.listImports'>): Promise<Outcome<ImportPageView>> {
  const { rows, next } = await importsOf(communityId, after);
  return granted({ imports: rows.map(plainView), ...(next === undefined ? {} : { next }) });
}

/** One list of an import, 20 rows a page, in the order of the file. The cursor is the page's number. */
export async function importRows({
  importId,
  which,
  after,
}: ParsedOf<'setup.importRows'>): Promise<Outcome<ImportRowPage>> {
  const record = await importById(importId);
  if (!record) return refused('NOT_ALLOWED');
  const number = /^\d{1,4}$/.test(after ?? '') ? Number(after) : 0;
  const page = await importPage(importId, which, number);
  const kept = record.findings?.kept[which] ?? 0;
  const next = (number + 1) * rowsPerPage < kept ? { next: String(number + 1) } : {};
  // What the check kept under a list's name is that list's.
  const rows = (page?.rows ?? []) as unknown[];
  if (which === 'problems') return granted({ problems: rows as ImportProblem[], rows: [], ...next });
  const decisions = record.decisions ?? {};
  const decided = (rows as ImportRow[]).map((row) => {
    const decision = row.conflictId === undefined ? undefined : decisions[row.conflictId];
    return decision ? { ...row, decision } : row;
  });
  return granted({ problems: [], rows: decided, ...next });
}
