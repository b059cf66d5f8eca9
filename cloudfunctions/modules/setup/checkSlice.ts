import { dayOf } from '../../../types/day';
import { noFen } from '../../../types/money';
import { type Changes, changes, replace } from '../../kernel/changes';
import type { Ports } from '../../kernel/ports';
import { bringAbout } from '../../platform/bulk';
import { keepFile, readFile } from '../../platform/files';
import type { SliceOf } from '../../platform/jobs';
import { communityById } from '../community';
import {
  type ImportFindings,
  type ImportPage,
  type ImportRecord,
  type ListKind,
  rowsPerPage,
  standingMark,
} from './importRecord';
import { importById, importPages, imports, manyById, pageId, standingOf } from './importStore';
import { loadBilled } from './loadBilled';
import { loadKnown } from './loadKnown';
import { keepBase, keepPlan, readBase } from './planFiles';
import { baseKey, type ImportPlan, planImport } from './planImport';
import { problemSheet, problemViews } from './problemList';
import { deskOf } from './records/loadDesk';
import { type Register, readRegister } from './register/register';
import { readWorkbook, type Workbook } from './sheets/workbook';
import { pagesOf, slicesOf } from './slicePages';
import { readSpreadsheet, writeXlsx } from './spreadsheet';

/** Ours: rows of a list that a phone can page through; the counts count all. */
const rowsKept = 2000;

/**
 * Checks a file that was handed in: reads it, holds it against itself and the records, and lays down what is wrong with it or what it
 * would do. Of the community's own records nothing is written. One slice; begun again, it finds the same.
 */
export const checkSlice: SliceOf = async (job, ports) => {
  const record = await importById(String(job.input.importId));
  if (record?.state !== 'checking') return { changes: changes({}) };
  const [bytes, community] = await Promise.all([readFile(record.fileId), communityById(record.communityId)]);
  if (!bytes || !community) return { changes: rejected(record, { fileProblem: 'empty' }) };
  const file = readSpreadsheet(bytes, record.fileName);
  if (file.kind === 'unreadable') return { changes: rejected(record, { fileProblem: file.problem }) };
  const workbook = readWorkbook(file.sheets);
  if (workbook.present.size === 0) return { changes: rejected(record, { fileProblem: 'noSheetKnown' }) };
  // Read before the records: what changes them meanwhile makes this check too old.
  const standing = await standingOf(record.communityId);
  const known = await loadKnown(community, workbook);
  const now = ports.now();
  const register = readRegister(workbook, known, { now, today: dayOf(now) });
  if (register.problems.length > 0) {
    return { changes: await withProblems(record, workbook, register.problems, ports) };
  }
  const stated = standing?.applied ? await readBase(standing.applied.baseFileId) : [];
  const base = new Map(stated.map(([kind, key, fields]) => [baseKey(kind, key), fields] as const));
  const desk = await deskOf(known, register.steps);
  const billed = await loadBilled(register.steps, known, desk);
  const plan = planImport({ register, workbook, known, desk, base, billed });
  if (plan.problems.length > 0) {
    return { changes: await withProblems(record, workbook, plan.problems, ports) };
  }
  const found = { plan, register, workbook, comparedWith: standingMark(standing) };
  return { changes: await withPlan(record, found, ports) };
};

function rejected(record: ImportRecord, because: Partial<ImportRecord>): Changes {
  return ended(record, { ...record, ...because, state: 'rejected' });
}

function ended(record: ImportRecord, next: ImportRecord): Changes {
  const { communityId, _id } = record;
  return changes({
    writes: [replace(imports, record, next)],
    audit: [{ what: 'importChecked', beneficiary: { communityId }, subjects: [`imports/${_id}`] }],
  });
}

const nothingKept = { problems: 0, new: 0, changed: 0, conflicts: 0, missing: 0 };

async function withProblems(
  record: ImportRecord,
  workbook: Workbook,
  problems: Register['problems'],
  ports: Ports,
): Promise<Changes> {
  const views = problemViews(problems.slice(0, rowsKept));
  await keepPages(record, { problems: views }, ports);
  const path = `imports/${record.communityId}/${record._id}/要改的行.xlsx`;
  const problemFileId = await keepFile(path, writeXlsx([problemSheet(problems)]));
  const findings: ImportFindings = {
    rows: workbook.rowCount,
    problemRows: new Set(problems.map(({ sheet, row }) => `${row} ${sheet}`)).size,
    problems: problems.length,
    counts: [],
    unused: workbook.unused,
    openingArrears: noFen,
    openingPrepaid: noFen,
    openingVouchers: noFen,
    hasOpening: false,
    conflicts: 0,
    problemFileId,
    kept: { ...nothingKept, problems: views.length },
    planFileIds: [],
  };
  return rejected(record, { findings });
}

interface Found {
  readonly plan: ImportPlan;
  readonly register: Register;
  readonly workbook: Workbook;
  readonly comparedWith: string | undefined;
}

async function withPlan(record: ImportRecord, found: Found, ports: Ports): Promise<Changes> {
  const { plan, register, workbook, comparedWith } = found;
  // Undecided conflicts must all be reached; the other lists are for reading.
  const lists = {
    conflicts: plan.rows.conflicts,
    new: plan.rows.new.slice(0, rowsKept),
    changed: plan.rows.changed.slice(0, rowsKept),
    missing: plan.rows.missing.slice(0, rowsKept),
  };
  await keepPages(record, lists, ports);
  const planFileIds: string[] = [];
  for (const [number, steps] of slicesOf(plan.planned).entries())
    planFileIds.push(await keepPlan(record, number, steps));
  const baseFileId = await keepBase(record, plan.base);
  const { conflicts, new: added, changed, missing } = lists;
  const findings: ImportFindings = {
    rows: workbook.rowCount,
    problemRows: 0,
    problems: 0,
    counts: plan.counts,
    unused: workbook.unused,
    openingArrears: plan.openingArrears,
    openingPrepaid: plan.openingPrepaid,
    openingVouchers: plan.openingVouchers,
    hasOpening: plan.hasOpening,
    conflicts: conflicts.length,
    ...(register.payee ? { payee: register.payee } : {}),
    kept: {
      ...nothingKept,
      conflicts: conflicts.length,
      new: added.length,
      changed: changed.length,
      missing: missing.length,
    },
    planFileIds,
    baseFileId,
    ...(comparedWith === undefined ? {} : { comparedWith }),
  };
  return ended(record, { ...record, state: 'checked', findings });
}

type Lists = { readonly [K in ListKind]?: readonly object[] };

/** Lists in pages by number; a check that is begun again finds the same ones. */
async function keepPages(
  { _id: importId, communityId }: ImportRecord,
  lists: Lists,
  ports: Ports,
): Promise<void> {
  const wanted = (Object.entries(lists) as [ListKind, readonly object[]][]).flatMap(([which, rows]) =>
    pagesOf(rows, rowsPerPage).map((some, number): ImportPage => {
      const plain = some as ImportPage['rows'];
      return { _id: pageId(importId, which, number), version: 1, importId, rows: plain };
    }),
  );
  const there = await manyById(
    importPages,
    wanted.map(({ _id }) => _id),
  );
  const author = { action: 'job.checkImport', actor: { as: 'job' }, communityId };
  await bringAbout(importPages, { wanted, there }, author, ports);
}
