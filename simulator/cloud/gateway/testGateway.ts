import type { AdminActions } from '../core/admin';
import type { CloudContext } from '../core/context';
import { CloudError } from '../core/errors';
import type { LogEntry } from '../core/log';
import type { RulesFile } from '../core/project';
import { StorageService } from '../storage/service';
import { type User, UserService } from '../users/service';
import type { GatewayPorts } from './ports';
import type { GatewayAnswer } from './route';
import { Gateway } from './service';
import { createTestContext } from './testContext';

const own = 'doc._openid == auth.openid';
const rules: Record<string, RulesFile> = {
  todos: { read: own, write: own },
  news: { read: true, write: false },
  board: { read: true, create: 'doc.publisher == auth.openid', update: true, delete: own },
  hidden: { read: false, write: false },
};

interface Asked {
  readonly action: string;
  readonly params: Record<string, unknown>;
  readonly openid?: string;
}

/** For tests: a gateway before rooms that only write down what reaches them. */
export interface TestGateway {
  readonly context: CloudContext;
  readonly gateway: Gateway;
  readonly ports: GatewayPorts;
  readonly user: User;
  readonly asked: readonly Asked[];
  readonly invoked: readonly unknown[];
  ask(
    route: string,
    body?: unknown,
    more?: { session?: string; query?: Record<string, string> },
  ): Promise<GatewayAnswer>;
  database(name: string, params: Record<string, unknown>): Promise<GatewayAnswer>;
  lastLog(): LogEntry | undefined;
}

export function createTestGateway(): TestGateway {
  const context = createTestContext({
    functionRules: { '*': { invoke: 'auth != null' }, payNotify: { invoke: false } },
  });
  const users = new UserService(context);
  const user = users.create({ name: 'wang' });
  const ownSession = users.openSession(user.openid);
  const asked: Asked[] = [];
  const invoked: unknown[] = [];
  const ports: GatewayPorts = {
    users,
    storage: new StorageService(context),
    functions: {
      invoke: async (invocation) => {
        invoked.push(invocation);
        const failure = functionFailures[invocation.name];
        if (failure) throw failure;
        return { result: JSON.stringify({ said: invocation.event }), requestId: invocation.requestId };
      },
    },
    database: { actions: recorded(asked), collectionRules: rulesOf, get: () => undefined },
    ...dialogs,
  };
  const gateway = new Gateway(context, ports);
  const ask: TestGateway['ask'] = (route, body = {}, more = {}) => {
    const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
    return gateway.handle({ route, session: ownSession, query: {}, ...more, body: bytes });
  };
  return {
    context,
    gateway,
    ports,
    user,
    asked,
    invoked,
    ask,
    database: (name, params) => ask('database', { action: `database.${name}`, ...params }),
    lastLog: () => context.log.find({ kind: 'gateway' }).at(-1),
  };
}

const functionFailures: Record<string, CloudError | undefined> = {
  broken: new CloudError('FUNCTIONS_EXECUTE_FAIL', 'Error: no\n    at main'),
  slow: new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', 'Invoking task timed out after 3 seconds'),
  missing: new CloudError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.'),
};

const dialogs: Pick<GatewayPorts, 'wallet' | 'messages' | 'phoneCodes'> = {
  wallet: { pay: ({ openid, choice }) => ({ errMsg: `requestPayment:ok ${openid} ${choice}` }) },
  messages: {
    answer: (openid, answers) => ({ ...answers, errMsg: `requestSubscribeMessage:ok ${openid}` }),
    subscriptions: (openid) => ({ mainSwitch: true, itemSettings: { of: openid } }),
    delivered: (query) => [query],
  },
  phoneCodes: { mint: (openid) => `code of ${openid}` },
};

function recorded(asked: Asked[]): AdminActions {
  const names = [
    'getDocument',
    'calculateDocument',
    'insertDocument',
    'modifyDocument',
    'removeDocument',
    'aggregateDocuments',
    'addCollection',
    'startTransaction',
    'modifyAndReturnDoc',
  ];
  const actions = names.map((name): AdminActions => {
    const action = `database.${name}`;
    return {
      [action]: async (params, { caller }) => {
        asked.push({ action, params, openid: caller.openid });
        return { data: { list: [] } };
      },
    };
  });
  return Object.assign({}, ...actions) as AdminActions;
}

function rulesOf(name: string): RulesFile {
  const found = rules[name];
  if (found) return found;
  throw new CloudError('DATABASE_COLLECTION_NOT_EXIST', '[ResourceNotFound] Db or Table not exist.');
}
