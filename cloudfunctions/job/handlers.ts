import { draftSlice } from '../modules/charging/draftSlice';
import { publishSlice } from '../modules/charging/publishSlice';
import type { JobHandlers } from '../platform/jobs';

/** Every kind of long work with who does a slice of it. */
export const jobHandlers: JobHandlers = {
  billRun: draftSlice,
  publishBillRun: publishSlice,
};
