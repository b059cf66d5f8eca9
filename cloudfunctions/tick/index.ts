import { limits } from '../kernel/limits';
import { identity } from '../platform/identity';
import { realPorts } from '../platform/ports';
import { dueHandlers } from './handlers';
import { runTick } from './runTick';

/** The one timer, every minute; nobody else gets anything done or told. */
export async function main(): Promise<void> {
  if (identity().source !== 'wx_trigger') return;
  const begun = performance.now();
  await runTick(dueHandlers, realPorts, () => performance.now() - begun < limits.tickRun);
}
