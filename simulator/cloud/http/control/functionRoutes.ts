import { CloudError } from '../../core/errors';
import type { FunctionService } from '../../functions/service';
import type { StorageService } from '../../storage/service';
import type { Timers } from '../../triggers/timers';
import { type ControlRoute, controlRoute } from './route';

interface Shown {
  readonly functions: FunctionService;
  readonly timers: Timers;
  readonly storage: StorageService;
}

/** What runs and what is kept: functions, their timers, files. */
export function functionRoutes({ functions, timers, storage }: Shown): ControlRoute[] {
  return [
    controlRoute({
      method: 'GET',
      path: '/control/functions',
      summary: 'instances of each function, and when its timer fires next',
      run: () => ({ instances: functions.instances(), timers: timers.upcoming() }),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/functions/calls/:requestId/crash',
      summary: 'kill the instance that runs this call, in mid-call',
      run: ({ params: { requestId = '' } }) => {
        if (!functions.crash(requestId))
          throw new CloudError('CALL_NOT_FOUND', `no call ${requestId} is running`);
      },
    }),
    controlRoute({
      method: 'GET',
      path: '/control/files',
      summary: 'stored files: id, owner, size',
      run: () => ({ files: storage.list() }),
    }),
  ];
}
