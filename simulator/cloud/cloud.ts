import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Agenda } from './core/agenda';
import { Callers } from './core/callers';
import { Clock } from './core/clock';
import type { CloudContext } from './core/context';
import { Continuity } from './core/continuity';
import { watchedEnvironment } from './core/environment';
import { CloudError } from './core/errors';
import { Faults } from './core/faults';
import { Log } from './core/log';
import { Random } from './core/random';
import { defaultSettings, type Settings, sdkEnvironment } from './core/settings';
import { State } from './core/state';
import { mountHttp } from './http/mount';
import { createServer } from './http/server';
import { createRooms, type Rooms } from './rooms';

/** A running local WeChat Cloud. */
export interface Cloud {
  readonly adminUrl: string;
  readonly gatewayUrl: string;
  readonly controlUrl: string;
  /** The complete environment of a process that uses `wx-server-sdk` against this cloud. */
  readonly env: Record<string, string>;
  readonly context: CloudContext;
  readonly rooms: Rooms;
  stop(): Promise<void>;
}

/**
 * Starts a cloud in this process, on a free port unless one is named, its state in a temporary folder unless one is named.
 * Refuses a state folder in use, a damaged state file, a taken port and wrong project files, each by name.
 */
export async function startCloud(options: Partial<Settings> = {}): Promise<Cloud> {
  const settings: Settings = { ...defaultSettings, port: 0, ...options };
  const state = new State(settings.stateFolder);
  let server: FastifyInstance | undefined;
  try {
    let baseUrl = '';
    const { context, continuity } = createContext(settings, state, () => baseUrl);
    const rooms = createRooms(context);
    server = createServer();
    mountHttp(server, context, rooms, () => continuity.keepNow());
    baseUrl = await listen(server, settings.port);
    await rooms.start();
    continuity.start();
    context.agenda.start();
    return describe(baseUrl, context, rooms, { server, continuity });
  } catch (error) {
    await server?.close();
    state.close();
    throw error;
  }
}

function createContext(settings: Settings, state: State, baseUrl: () => string) {
  const kept = Continuity.keptClock(state);
  const clock = new Clock(
    settings.clockStart ?? kept?.instant ?? Date.now(),
    settings.clockStart ? 1 : kept?.rate,
  );
  const random = new Random(settings.seed, 0);
  const continuity = new Continuity(state, clock, random);
  const log = new Log();
  const onError = (kind: string, error: unknown) =>
    log.add({
      at: clock.now(),
      kind: 'simulator',
      who: 'agenda',
      what: kind,
      milliseconds: 0,
      outcome: 'failed',
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  const tokens = random.stream('tokens');
  const context: CloudContext = {
    settings,
    state,
    clock,
    agenda: new Agenda(state, clock, onError),
    random,
    faults: new Faults(random.stream('faults')),
    log,
    callers: new Callers(() => tokens.hex(40), settings.appid),
    environment: watchedEnvironment(settings.dist),
    baseUrl,
  };
  return { context, continuity };
}

async function listen(server: FastifyInstance, port: number): Promise<string> {
  try {
    await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CloudError(
      'PORT_IN_USE',
      `port ${port} is taken; stop what holds it or choose another with --port`,
    );
  }
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

function describe(
  baseUrl: string,
  context: CloudContext,
  rooms: Rooms,
  parts: { server: FastifyInstance; continuity: Continuity },
): Cloud {
  const adminUrl = `${baseUrl}/admin`;
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await context.agenda.stop();
    await rooms.stop();
    await parts.server.close();
    parts.continuity.stop();
    context.state.close();
  };
  return {
    adminUrl,
    gatewayUrl: `${baseUrl}/gateway`,
    controlUrl: `${baseUrl}/control`,
    env: sdkEnvironment(adminUrl, context.settings.envId),
    context,
    rooms,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
