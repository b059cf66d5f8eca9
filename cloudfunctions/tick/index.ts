import { limits } from '../kernel/limits';
import { drainOutbox } from '../modules/messages';
import { identity } from '../platform/identity';
import { realPorts } from '../platform/ports';
import { dueHandlers } from './handlers';
import { runTick } from './runTick';

/** The one timer, every minute; nobody else gets anything done or told. */
export async function main(): Promise<void> {
  if (identity().source !== 'wx_trigger') return;
  const begun = performance.now();
  const hasTime = () => performance.now() - begun < limits.tickRun;
  await runTick(dueHandlers, realPorts, hasTime);
  while (hasTime()) if (!(await drainOutbox(realPorts, limits.outgoingAtOnce)).more) return;
}
