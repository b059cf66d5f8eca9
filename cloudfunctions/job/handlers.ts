import { draftSlice } from '../modules/charging/draftSlice';
import { publishSlice } from '../modules/charging/publishSlice';
import { totalsSlice } from '../modules/desk/totalsSlice';
import { reconcileSlice } from '../modules/reconciliation/reconcileDay';
import { applySlice } from '../modules/setup/applySlice';
import { checkSlice } from '../modules/setup/checkSlice';
import { undoSlice } from '../modules/setup/undoSlice';
import type { JobHandlers } from '../platform/jobs';

/** Every kind of long work with who does a slice of it. */
export const jobHandlers: JobHandlers = {
  applyImport: applySlice,
  billRun: draftSlice,
  checkImport: checkSlice,
  publishBillRun: publishSlice,
  reconcile: reconcileSlice,
  totals: totalsSlice,
  undoImport: undoSlice,
};
