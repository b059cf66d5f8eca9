import { limits } from '../kernel/limits';
import type { Ports } from '../kernel/ports';
import { sdk } from './sdk';

/**
 * Lets the job function begin now instead of at its next minute, after somebody's request has started work and waits to see it go
 * on. Waits only until the call is on its way. Not heard: the minute comes all the same.
 */
export async function wakeJob({ pause }: Ports): Promise<void> {
  const heard = sdk()
    .callFunction({ name: 'job', data: {} })
    .then(
      () => undefined,
      () => undefined,
    );
  await Promise.race([heard, pause(limits.jobHeard)]);
}
