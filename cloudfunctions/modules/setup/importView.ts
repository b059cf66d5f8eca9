import type { ImportView } from '../../../types/contract/setup';
import { linksTo } from '../../platform/files';
import { type Job, jobOf } from '../../platform/jobStore';
import { communityById } from '../community';
import type { ImportFindings, ImportRecord } from './importRecord';
import { fileProblemSentences } from './spreadsheet';

const noSheetKnown = '没有认出一张工作表，请按“楼栋房屋、住户、收费项目”等名称命名，csv 的文件名也一样。';

/** An import as its page shows it. Up to three reads: the community, the job that works on it, and a link. */
export async function importView(record: ImportRecord): Promise<ImportView> {
  const { communityId, findings, state, fileProblem, appliedAt } = record;
  const [community, job, links] = await Promise.all([
    communityById(communityId),
    jobOfImport(record),
    findings?.problemFileId === undefined || record.filesRemovedAt !== undefined
      ? undefined
      : linksTo([findings.problemFileId]),
  ]);
  const problemList = findings?.problemFileId && links?.get(findings.problemFileId);
  return {
    ...plainView(record),
    isFirst: record.madeLive === true || community?.state === 'preparing',
    ...(job?.state === 'stuck' ? { isStuck: true as const } : {}),
    ...(fileProblem === undefined ? {} : { fileProblem: sentenceOf(fileProblem) }),
    ...((state === 'applying' || state === 'undoing') && findings
      ? { progress: { done: filesDone(job?.cursor), all: findings.planFileIds.length } }
      : {}),
    ...(appliedAt === undefined ? {} : { appliedAt }),
    ...(problemList ? { problemList } : {}),
  };
}

/** The same for a list, without anything that has to be asked for. */
export function plainView(record: ImportRecord): ImportView {
  const {
    _id: importId,
    communityId,
    fileName,
    askedAt,
    state,
    findings,
    leftOut,
    decisions = {},
    filesRemovedAt,
  } = record;
  const decided = Object.keys(decisions).length;
  return {
    importId,
    communityId,
    fileName,
    askedAt,
    state,
    rows: findings?.rows ?? 0,
    problemRows: findings?.problemRows ?? 0,
    problems: findings?.problems ?? 0,
    counts: findings?.counts ?? [],
    unused: findings?.unused ?? [],
    ...(findings?.hasOpening ? { opening: openingOf(findings) } : {}),
    ...(filesRemovedAt === undefined ? {} : { areFilesGone: true as const }),
    undecided: Math.max(0, (findings?.conflicts ?? 0) - decided),
    isFirst: false,
    leftOut,
  };
}

function openingOf(findings: ImportFindings): NonNullable<ImportView['opening']> {
  const { openingArrears: arrears, openingPrepaid: prepaid, openingVouchers: vouchers } = findings;
  return vouchers > 0 ? { arrears, prepaid, vouchers } : { arrears, prepaid };
}

function sentenceOf(problem: NonNullable<ImportRecord['fileProblem']>): string {
  return problem === 'noSheetKnown' ? noSheetKnown : fileProblemSentences[problem];
}

function jobOfImport({ state, _id }: ImportRecord): Promise<Job | undefined> | undefined {
  if (state === 'checking') return jobOf('checkImport', _id);
  if (state === 'undoing') return jobOf('undoImport', _id);
  return state === 'applying' ? jobOf('applyImport', _id) : undefined;
}

/** What `applySlice` and `undoSlice` keep as their cursor. */
function filesDone(cursor: unknown): number {
  return (cursor as { readonly file: number } | undefined)?.file ?? 0;
}
