import type { ActionName } from '../../types/contract';
import { dayOf } from '../../types/day';
import { type Outcome, refused } from '../../types/refusal';
import { admission, type Reach, type Rule, type Target } from '../kernel/access';
import type { Caller } from '../kernel/caller';
import { requestRecordId } from '../kernel/idempotency';
import type { Ports } from '../kernel/ports';
import type { Context, Reading, Runner } from '../kernel/routes';
import { loadCaller } from '../modules/people';
import { readById } from '../platform/database';
import { type Identity, personAt } from '../platform/identity';
import { runnerOf } from '../platform/runner';
import { requests } from '../platform/systemStore';
import { type ParsedRequest, parseRequest } from './request';
import { routes } from './routes';

/** A route whose action is not known before it runs; its input has been parsed by that action's schema. */
interface OpenRoute {
  readonly reach: Reach<unknown>;
  readonly who: readonly Rule[];
  readonly read?: Reading<unknown, unknown>;
  readonly change?: (input: unknown, run: Runner) => Promise<Outcome<unknown>>;
}

/**
 * Answers one request of one phone: contract, who, use case. Never throws: a bug is logged and answered as INTERNAL with the
 * incident's number.
 */
export async function serve(event: unknown, caller: Identity, ports: Ports): Promise<Outcome<unknown>> {
  const parsed = parseRequest(event);
  if (!parsed.ok) return parsed;
  const openid = personAt(caller);
  if (!openid) return refused('NOT_LOGGED_IN');
  try {
    return await answer(parsed.value, openid, ports);
  } catch (error) {
    const incident = ports.newId();
    ports.log({ level: 'bug', what: parsed.value.action, incident, error });
    return refused('INTERNAL', { incident });
  }
}

async function answer(request: ParsedRequest, openid: string, ports: Ports): Promise<Outcome<unknown>> {
  const { action, input, requestId } = request;
  const key = requestId === undefined ? undefined : { openid, action, requestId };
  const [caller, record] = await Promise.all([
    loadCaller(openid, dayOf(ports.now())),
    key ? readById(requests, requestRecordId(key)) : undefined,
  ]);
  const route = openRoute(action);
  const target = await route.reach(input, caller);
  const rule = target && admission(route.who, caller, target);
  if (!target || !rule) return refused('NOT_ALLOWED');
  const context = () => contextNow(caller, target, ports);
  if (route.read) return route.read(input, context());
  if (!route.change || !key) throw new Error(`${action} has no use case`);
  const communityId = target.kind === 'self' ? undefined : target.communityId;
  const author = { action, actor: { openid, as: rule.name }, communityId, requestId };
  return route.change(input, runnerOf({ author, key, record, context }, ports));
}

function openRoute(action: ActionName): OpenRoute {
  // Each route takes its own action's input; parseRequest has matched the two.
  return routes[action] as unknown as OpenRoute;
}

function contextNow(caller: Caller, target: Target, ports: Ports): Context {
  const now = ports.now();
  return { caller, target, now, today: dayOf(now), newId: ports.newId };
}
