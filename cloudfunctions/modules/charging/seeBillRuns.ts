import type { ParsedOf } from '../../../types/contract';
import type { BillRunRow, BillRunRowPage, BillRunView } from '../../../types/contract/charging';
import type { Day } from '../../../types/day';
import { placeName } from '../../../types/place';
import { granted, type Outcome, refused } from '../../../types/refusal';
import type { Context } from '../../kernel/routes';
import type { Page } from '../../platform/database';
import { type Job, jobOf } from '../../platform/jobStore';
import { homesByIds } from '../community';
import { type BillRun, type BillRunRecord, billRunView } from './billRun';
import { billRunById, billRunsOf, billsOfMonth, rowsOfRun } from './billRunStore';
import { unbillableSentences } from './unbillable';

/** Newest first. */
export async function seeBillRuns({
  communityId,
}: ParsedOf<'charging.billRuns'>): Promise<Outcome<readonly BillRunView[]>> {
  return granted(await Promise.all((await billRunsOf(communityId)).map(viewOf)));
}

export async function seeBillRun({
  billRunId,
}: {
  readonly billRunId: string;
}): Promise<Outcome<BillRunView>> {
  const run = await billRunById(billRunId);
  return run ? granted(await viewOf(run)) : refused('NOT_ALLOWED');
}

/** A run with what becomes of the work on it; of a list one or two are at work at most, so the others cost no read. */
async function viewOf(run: BillRun): Promise<BillRunView> {
  const job = await jobOfRun(run);
  return { ...billRunView(run), ...(job?.state === 'stuck' ? { isStuck: true as const } : {}) };
}

/** The job that works on it now; no read where nothing does. */
function jobOfRun({ state, communityId }: BillRun): Promise<Job | undefined> | undefined {
  if (state === 'drafting') return jobOf('billRun', communityId);
  return state === 'publishing' ? jobOf('publishBillRun', communityId) : undefined;
}

/** What finance looks at before publishing: what stands out, what could not be billed and why, and all bills; 20 a page. */
export async function seeBillRunRows(
  { billRunId, which, after }: ParsedOf<'charging.billRunRows'>,
  _context: Context,
): Promise<Outcome<BillRunRowPage>> {
  if (which === 'bills') return seeBills(billRunId, after);
  const page = await rowsOfRun(billRunId, which === 'outliers' ? 'outlier' : 'unbillable', after);
  return granted(pageOf(page, page.rows.map(rowOf)));
}

async function seeBills(billRunId: string, after: string | undefined): Promise<Outcome<BillRunRowPage>> {
  const run = await billRunById(billRunId);
  if (!run) return refused('NOT_ALLOWED');
  const page = await billsOfMonth(run.communityId, run.month, after);
  const homes = await homesByIds(page.rows.map(({ homeId }) => homeId));
  const places = new Map(homes.map(({ _id, place }) => [_id, placeName(place)]));
  const rows = page.rows.map(({ _id, homeId, itemName, amount }): BillRunRow => {
    return { rowId: _id, place: places.get(homeId) ?? '', itemName, billId: _id, amount };
  });
  return granted(pageOf(page, rows));
}

function pageOf({ next }: Page<unknown>, rows: readonly BillRunRow[]): BillRunRowPage {
  return next === undefined ? { rows } : { rows, next };
}

function rowOf({ _id, place, itemName, billId, amount, lastAmount, ...row }: BillRunRecord): BillRunRow {
  return {
    rowId: _id,
    place,
    itemName,
    ...(billId === undefined ? {} : { billId }),
    ...(amount === undefined ? {} : { amount }),
    ...(lastAmount === undefined ? {} : { lastAmount }),
    ...(row.outlier === undefined ? {} : { outlier: row.outlier }),
    ...(row.reason === undefined ? {} : { unbillable: unbillableSentences[row.reason] }),
    ...(row.day === undefined ? {} : { day: row.day as Day }),
  };
}
