import { limits } from '../kernel/limits';
import { identity } from '../platform/identity';
import { runJobs } from '../platform/jobs';
import { realPorts } from '../platform/ports';
import { jobHandlers } from './handlers';

/** Works on what waits, for its timer only; nobody else gets anything done or told. */
export async function main(): Promise<void> {
  if (identity().source !== 'wx_trigger') return;
  const begun = performance.now();
  await runJobs(jobHandlers, realPorts, () => performance.now() - begun < limits.jobRun);
}
