import type { JobHandlers } from '../platform/jobs';

/** Every kind of long work with who does a slice of it. */
export const jobHandlers: JobHandlers = {};
