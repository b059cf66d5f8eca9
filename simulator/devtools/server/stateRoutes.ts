import { z } from 'zod';
import { CloudError } from '../../cloud/core/errors';
import { type ControlRoute, controlRoute } from '../../cloud/http/control/route';
import type { Phones } from './phones';

/** Going back to a snapshot, phones included: the cloud alone would leave them with sessions that no longer exist. */
export function stateRoutes(phones: Phones, controlUrl: string): ControlRoute[] {
  return [
    controlRoute({
      method: 'POST',
      path: '/reset',
      summary: 'go back to {snapshot}: the cloud, no faults, phones with empty storage that log in anew',
      input: z.strictObject({ snapshot: z.string().min(1) }),
      run: async ({ input }) => {
        await tell('POST', `${controlUrl}/snapshots/${encodeURIComponent(input.snapshot)}/reset`);
        await tell('DELETE', `${controlUrl}/faults`);
        await phones.renew();
      },
    }),
  ];
}

async function tell(method: string, url: string): Promise<void> {
  const answer = await fetch(url, { method });
  if (answer.ok) return;
  const { code, message } = (await answer.json()) as { code: string; message: string };
  throw new CloudError(code, message);
}
