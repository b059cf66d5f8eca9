import { limits } from '../kernel/limits';
import { identity } from '../platform/identity';
import { runJobs } from '../platform/jobs';
import { realPorts } from '../platform/ports';
import { jobHandlers } from './handlers';

/** Its timer, and our own `api` where a phone's request has started work (`wakeJob`). */
const callers: readonly (string | undefined)[] = ['wx_trigger', 'wx_client,scf', 'wx_devtools,scf'];

/** Works on what waits; takes nothing from the call and tells nothing. Anybody else gets nothing done. */
export async function main(): Promise<void> {
  if (!callers.includes(identity().source)) return;
  const begun = performance.now();
  await runJobs(jobHandlers, realPorts, () => performance.now() - begun < limits.jobRun);
}
