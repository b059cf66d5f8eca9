import { z } from 'zod';
import { type ControlRoute, controlRoute } from '../../cloud/http/control/route';
import type { CloudState } from './cloudState';
import type { Scenarios } from './scenarios';

/** Going back, phones included: the cloud alone would leave them with sessions that no longer exist. */
export function stateRoutes(state: CloudState, scenarios: Scenarios): ControlRoute[] {
  return [
    controlRoute({
      method: 'POST',
      path: '/reset',
      summary: 'go back to {snapshot}: the cloud, no faults, phones with empty storage that log in anew',
      input: z.strictObject({ snapshot: z.string().min(1) }),
      run: async ({ input }) => {
        await state.goTo(input.snapshot);
        scenarios.currentId = undefined;
      },
    }),
    controlRoute({
      method: 'GET',
      path: '/scenarios',
      summary: 'situations kept under a name',
      run: async () => ({ scenarios: await scenarios.list(), currentId: scenarios.currentId }),
    }),
    controlRoute({
      method: 'POST',
      path: '/scenarios',
      summary: 'keep what is now as {name}: the cloud, its faults, the phones and their settings',
      input: z.strictObject({ name: z.string() }),
      run: ({ input }) => scenarios.keep(input.name),
    }),
    controlRoute({
      method: 'POST',
      path: '/scenarios/:id/load',
      summary: 'bring a kept situation back',
      run: ({ params: { id = '' } }) => scenarios.load(id),
    }),
    controlRoute({
      method: 'DELETE',
      path: '/scenarios/:id',
      summary: 'forget a kept situation',
      run: ({ params: { id = '' } }) => scenarios.remove(id),
    }),
  ];
}
