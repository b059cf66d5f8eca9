import { CloudError } from '../../core/errors';
import type { FunctionService } from '../../functions/service';
import type { StorageService } from '../../storage/service';
import type { Timers } from '../../triggers/timers';
import type { WatchService } from '../../watch/service';
import { type ControlRoute, controlRoute } from './route';

interface Shown {
  readonly functions: FunctionService;
  readonly timers: Timers;
  readonly storage: StorageService;
  readonly watch: WatchService;
}

/** What runs and what is kept: functions, their timers, files, watches. */
export function functionRoutes({ functions, timers, storage, watch }: Shown): ControlRoute[] {
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
    controlRoute({
      method: 'GET',
      path: '/control/watches',
      summary: 'open watches: collection and user',
      run: () => ({ watches: watch.list() }),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/watches/cut',
      summary: 'cut every watch connection, as a bad network does; clients come back by themselves',
      run: () => ({ cut: watch.cutConnections() }),
    }),
  ];
}
