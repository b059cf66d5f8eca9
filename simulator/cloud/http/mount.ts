import type { FastifyInstance } from 'fastify';
import type { CloudContext } from '../core/context';
import type { Rooms } from '../rooms';
import { mountAccess } from './access';
import { AdminDesk } from './adminDesk';
import { AdminEndpoint } from './adminEndpoint';
import { clockRoutes } from './control/clockRoutes';
import { faultRoutes } from './control/faultRoutes';
import { functionRoutes } from './control/functionRoutes';
import { logRoutes } from './control/logRoutes';
import { messageRoutes } from './control/messageRoutes';
import { payRoutes } from './control/payRoutes';
import { mountControl } from './control/route';
import { stateRoutes } from './control/stateRoutes';
import { userRoutes } from './control/userRoutes';
import { mountGateway } from './gateway';
import { mountStorage } from './storage';
import { mountWebSocket } from './websocket';

/** Puts every address of the cloud on its one server. */
export function mountHttp(
  app: FastifyInstance,
  context: CloudContext,
  rooms: Rooms,
  keepNow: () => void,
): void {
  mountAdmin(app, context, rooms);
  mountStorage(app, rooms.storage);
  mountAccess(app, rooms.access);
  mountGateway(app, rooms.gateway);
  mountWebSocket(app, rooms.watch);
  mountControl(app, [
    ...clockRoutes(context),
    ...faultRoutes(context),
    ...stateRoutes({
      state: context.state,
      keepNow,
      settle: () => {
        rooms.functions.endCalls();
        return context.agenda.settle();
      },
    }),
    ...logRoutes(context),
    ...userRoutes(rooms.users),
    ...payRoutes(rooms.pay.control),
    ...messageRoutes(rooms.openapi),
    ...functionRoutes(rooms),
  ]);
}

function mountAdmin(
  app: FastifyInstance,
  { callers, faults, random, log, clock }: CloudContext,
  rooms: Rooms,
): void {
  const desk = new AdminDesk(callers, faults, random.stream('requests'), (action, error) =>
    log.add({
      at: clock.now(),
      kind: 'simulator',
      who: 'admin',
      what: action,
      milliseconds: 0,
      outcome: 'failed',
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  for (const actions of rooms.actions) desk.add(actions);
  const endpoint = new AdminEndpoint(desk);
  app.post(
    '/admin',
    { errorHandler: (error, _request, reply) => endpoint.refuseBody(error, reply) },
    (request, reply) => endpoint.answer(request, reply),
  );
}
