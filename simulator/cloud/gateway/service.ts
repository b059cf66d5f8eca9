import { z } from 'zod';
import type { CloudContext } from '../core/context';
import { CloudError } from '../core/errors';
import type { FaultRule } from '../core/faults';
import type { User, UserService } from '../users/service';
import { cloudRoutes } from './cloudRoutes';
import { clientRefusal, notSupported, RuleRefusal } from './errors';
import type { GatewayPorts } from './ports';
import { type GatewayAnswer, type GatewayRequest, type Route, readInput } from './route';
import { weixinRoutes } from './weixinRoutes';

const loginInput = z.object({
  openid: z.string().optional(),
  user: z.string().optional(),
  create: z.boolean().default(false),
  nickname: z.string().optional(),
  phone: z.string().optional(),
});
const failures = new Set([
  'SYS_ERR',
  'FUNCTIONS_EXECUTE_FAIL',
  'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
]);

/**
 * What `wx.cloud` and WeChat give to a phone. Every route but `login` acts as the user of the session, and as nobody else. A
 * failure is an answer too: `{errCode, errMsg}` in wx.cloud's own words.
 */
export class Gateway {
  private readonly routes: ReadonlyMap<string, Route>;
  private readonly users: UserService;

  constructor(
    private readonly context: CloudContext,
    ports: GatewayPorts,
  ) {
    this.users = ports.users;
    this.routes = new Map(Object.entries({ ...cloudRoutes(context, ports), ...weixinRoutes(ports) }));
  }

  /** The names and methods to mount under `/gateway/`. */
  addresses(): { readonly method: 'GET' | 'POST'; readonly route: string }[] {
    const routes = [...this.routes].map(([route, { method }]) => ({ method, route }));
    return [{ method: 'POST', route: 'login' }, ...routes];
  }

  /** Answers one request. Never throws: a refusal is an answer. */
  async handle(request: GatewayRequest): Promise<GatewayAnswer> {
    const began = performance.now();
    const requestId = this.newRequestId();
    const trace = { who: 'somebody', what: request.route };
    let problem: unknown;
    let api = request.route;
    try {
      await disturb(this.context.faults.draw(`gateway.${request.route}`));
      if (request.route === 'login') return this.login(request, trace);
      const route = this.routes.get(request.route);
      if (!route) throw notSupported(`the gateway's route ${request.route}`);
      api = route.api;
      return await this.run(route, request, { requestId, trace });
    } catch (error) {
      problem = error;
      return { ...clientRefusal(api, error) };
    } finally {
      this.note({ ...trace, requestId, began, problem });
    }
  }

  private login({ body }: GatewayRequest, trace: { who: string }): GatewayAnswer {
    const { openid, user: name, create, ...details } = readInput(body, loginInput);
    const user =
      this.chosen(openid, name) ?? (create ? this.users.create({ openid, name, ...details }) : undefined);
    if (!user)
      throw new CloudError(
        'USER_NOT_FOUND',
        `there is no user ${openid ?? name ?? '(neither openid nor user was given)'}`,
      );
    trace.who = user.openid;
    const { appid, envId } = this.context.settings;
    const session = this.users.openSession(user.openid);
    return { session, openid: user.openid, unionid: user.unionid, appid, envId, errMsg: 'login:ok' };
  }

  private chosen(openid?: string, name?: string): User | undefined {
    const wanted = openid ?? name;
    return wanted === undefined ? undefined : this.users.find(wanted);
  }

  private async run(
    route: Route,
    { session, query, body }: GatewayRequest,
    { requestId, trace }: { requestId: string; trace: { who: string; what: string } },
  ): Promise<GatewayAnswer> {
    const user = session === undefined ? undefined : this.users.sessionUser(session);
    if (!user) throw new CloudError('PERMISSION_DENIED', 'Unauthenticated access is denied');
    trace.who = user.openid;
    this.users.seen(user.openid);
    return await route.run({
      user,
      query,
      body,
      requestId,
      input: (schema) => readInput(body, schema),
      describe: (what) => {
        trace.what = `${trace.what} ${what}`;
      },
    });
  }

  private note(call: {
    who: string;
    what: string;
    requestId: string;
    began: number;
    problem: unknown;
  }): void {
    const { who, what, requestId, began, problem } = call;
    this.context.log.add({
      at: this.context.clock.now(),
      kind: 'gateway',
      who,
      what,
      milliseconds: Math.round((performance.now() - began) * 10) / 10,
      ...outcomeOf(problem),
      requestId,
      source: 'wx_client',
    });
  }

  private newRequestId(): string {
    const digits = this.context.random.stream('gateway').hex(32);
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
}

function outcomeOf(problem: unknown): { outcome: 'ok' | 'refused' | 'failed'; detail?: string } {
  if (problem === undefined) return { outcome: 'ok' };
  if (problem instanceof RuleRefusal)
    return { outcome: 'refused', detail: `${problem.code}: ${problem.why}` };
  if (problem instanceof CloudError)
    return {
      outcome: failures.has(problem.code) ? 'failed' : 'refused',
      detail: `${problem.code}: ${problem.message}`,
    };
  const detail = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  return { outcome: 'failed', detail };
}

async function disturb(struck: readonly FaultRule[]): Promise<void> {
  for (const { kind, ms = 1000, code = 'SYS_ERR', message = 'system error (injected fault)' } of struck) {
    if (kind === 'latency') await new Promise((resolve) => setTimeout(resolve, ms));
    if (kind === 'error') throw new CloudError(code, message);
  }
}
