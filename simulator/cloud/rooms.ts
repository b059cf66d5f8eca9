import type { AdminActions } from './core/admin';
import type { CloudContext } from './core/context';
import { readDatabaseFile } from './core/project';
import { DatabaseService } from './database/service';
import { FunctionService } from './functions/service';
import { Gateway } from './gateway/service';
import { ownDownloads } from './openapi/downloads';
import { OpenApiService } from './openapi/service';
import { PayService } from './pay/service';
import { checkRules } from './rules/check';
import { StorageService } from './storage/service';
import { HttpAccess } from './triggers/access';
import { MessagePush } from './triggers/push';
import { Timers } from './triggers/timers';
import { UserService } from './users/service';
import { WatchService } from './watch/service';

/** What the registry asks of an emulated service; each part is optional. */
interface Room {
  readonly actions?: AdminActions;
  start?(): Promise<void> | void;
  stop?(): Promise<void> | void;
}

/** Every emulated service, built once and introduced to those it needs. */
export interface Rooms {
  readonly database: DatabaseService;
  readonly functions: FunctionService;
  readonly users: UserService;
  readonly storage: StorageService;
  readonly pay: PayService;
  readonly openapi: OpenApiService;
  readonly timers: Timers;
  readonly access: HttpAccess;
  readonly gateway: Gateway;
  readonly watch: WatchService;
  readonly actions: readonly AdminActions[];
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The only place where rooms meet. */
export function createRooms(context: CloudContext): Rooms {
  checkRules(readDatabaseFile(context.settings.dist), context.environment());
  const database = new DatabaseService(context);
  const functions = new FunctionService(context);
  const users = new UserService(context);
  const storage = new StorageService(context);
  const pay = new PayService(context, {
    invokeFunction: (call) => functions.invoke(call),
    callAsUser: (call) => callAsUser(gateway, users, call),
  });
  const push = new MessagePush(context, functions);
  const openapi = new OpenApiService(context, {
    users: { find: (openid) => visitorOf(users, openid) },
    push,
    files: ownDownloads(context.baseUrl),
    pay,
  });
  const timers = new Timers(context, functions);
  const access = new HttpAccess(context, functions);
  const { actions } = database;
  const gateway: Gateway = new Gateway(context, {
    ...{
      users,
      storage,
      functions,
      wallet: pay.wallet,
      messages: openapi.messages,
      phoneCodes: openapi.phoneCodes,
    },
    database: {
      actions,
      collectionRules: (name) => database.engine.collectionRules(name),
      get: (name, id) => database.engine.get(name, id),
    },
  });
  const watch = new WatchService(context, { database: database.engine, users });
  const all: readonly Room[] = [database, storage, functions, openapi, timers, watch];
  return {
    ...{ database, functions, users, storage, pay, openapi, timers, access, gateway, watch },
    actions: all.flatMap((room) => (room.actions ? [room.actions] : [])),
    start: async () => {
      for (const room of all) await room.start?.();
    },
    stop: async () => {
      for (const room of [...all].reverse()) await room.stop?.();
    },
  };
}

/** Through the gateway and its rules, as from a phone in that user's hand. */
function callAsUser(
  gateway: Gateway,
  users: UserService,
  { openid, name, data }: { openid: string; name: string; data: unknown },
) {
  const body = Buffer.from(JSON.stringify({ name, data }));
  return gateway.handle({ route: 'call', session: users.openSession(openid), query: {}, body });
}

/** By openid alone: WeChat knows nobody by name. */
function visitorOf(users: UserService, openid: string) {
  const user = users.find(openid);
  if (user?.openid !== openid) return undefined;
  return { phone: user.phone, lastVisit: users.lastSeen(openid) };
}
