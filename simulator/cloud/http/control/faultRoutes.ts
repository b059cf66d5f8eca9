import { z } from 'zod';
import type { CloudContext } from '../../core/context';
import { CloudError } from '../../core/errors';
import { checkFault } from './faultPoints';
import { type ControlRoute, controlRoute } from './route';

const rule = z.strictObject({
  id: z.string().min(1).max(64).optional(),
  point: z.string().min(1).max(128),
  kind: z.string().min(1).max(32),
  chance: z.number().gt(0).max(1).default(1),
  times: z.number().int().positive().optional(),
  ms: z.number().int().nonnegative().max(3_600_000).optional(),
  code: z.string().max(64).optional(),
  message: z.string().max(512).optional(),
});

/** Disturbances on purpose; `docs/simulator.md` lists the points and what each kind does there. */
export function faultRoutes({ faults, random }: Pick<CloudContext, 'faults' | 'random'>): ControlRoute[] {
  return [
    controlRoute({
      method: 'GET',
      path: '/control/faults',
      summary: 'the faults in force',
      run: () => faults.list(),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/faults',
      summary: 'add a fault {point, kind, chance?, times?, ms?, code?, message?, id?}',
      input: rule,
      run: ({ input }) => {
        checkFault(input);
        const id = input.id ?? `fault-${random.stream('faultIds').hex(8)}`;
        faults.add({ ...input, id });
        return { id };
      },
    }),
    controlRoute({
      method: 'DELETE',
      path: '/control/faults/:id',
      summary: 'remove one fault',
      run: ({ params }) => {
        if (!faults.remove(params.id ?? ''))
          throw new CloudError('FAULT_NOT_FOUND', `no fault is named ${params.id}`);
      },
    }),
    controlRoute({
      method: 'DELETE',
      path: '/control/faults',
      summary: 'remove all faults',
      run: () => faults.clear(),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/seed',
      summary: 'begin all chance anew from {seed}, to repeat a run exactly',
      input: z.strictObject({ seed: z.number().int() }),
      run: ({ input }) => random.restart(0, input.seed),
    }),
  ];
}
