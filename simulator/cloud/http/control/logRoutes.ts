import { z } from 'zod';
import type { CloudContext } from '../../core/context';
import { type ControlRoute, controlRoute } from './route';

const query = z.strictObject({
  after: z.coerce.number().int().nonnegative().optional(),
  kind: z.string().optional(),
  what: z.string().optional(),
  who: z.string().optional(),
  requestId: z.string().optional(),
  limit: z.coerce.number().int().positive().max(10_000).optional(),
});

/** Who called what, how long it took, what it printed. */
export function logRoutes({ log }: Pick<CloudContext, 'log'>): ControlRoute[] {
  const summary = 'calls, newest last: ?after=<id>&kind=&what=&who=&requestId=&limit=200';
  const run = ({ input }: { input: z.output<typeof query> }) => ({ entries: log.find(input) });
  return [
    controlRoute({ method: 'GET', path: '/logs', summary, input: query, run }),
    controlRoute({ method: 'GET', path: '/control/logs', summary: 'the same as /logs', input: query, run }),
  ];
}
