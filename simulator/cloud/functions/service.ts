import { z } from 'zod';
import type { AdminActions, AdminCall } from '../core/admin';
import type { CloudContext } from '../core/context';
import { CloudError, invalidParam } from '../core/errors';
import { type Bundle, Bundles } from './bundles';
import { pruneCodeCache } from './codeCache';
import { type Disturbance, disturbanceOf } from './disturbance';
import {
  checkEventSize,
  type Failure,
  failureOf,
  InvocationError,
  longestEvent,
  longestResult,
} from './failures';
import { Fleet, loadTimeout } from './fleet';
import type { Ending, Instance } from './instance';
import {
  callEnvironment,
  eventText,
  functionContext,
  type Invocation,
  type InvocationResult,
} from './invocation';

const invokeParams = z.object({
  function_name: z.string(),
  request_data: z.string().optional(),
  qualifier: z.string().optional(),
});

interface Outcome {
  readonly result?: string;
  readonly failure?: Failure;
  readonly isRefused?: boolean;
  readonly isCold: boolean;
  readonly lines: readonly string[];
}

/**
 * Runs cloud functions as the platform does: a pool of processes per function, one call at a time in each, the caller's identity
 * in the environment for that call only, `Date` on the business clock, timeouts on real time.
 */
export class FunctionService {
  readonly bundles: Bundles;
  readonly actions: AdminActions = {
    'functions.invokeFunction': async (params, call) => this.invokeForSdk(params, call),
  };
  private readonly fleet: Fleet;
  private readonly running = new Map<string, Instance>();
  private isStopped = false;
  /** Counts the states that calls have run in. */
  private era = 0;

  constructor(private readonly context: CloudContext) {
    this.bundles = new Bundles(context.settings.dist, (name, problem) =>
      this.complain(name, problem.message),
    );
    this.fleet = new Fleet(context, (name, lastWords) =>
      this.complain(name, `an instance died between two calls: ${lastWords}`),
    );
    context.state.onReplaced(() => this.endCalls());
  }

  start(): void {
    pruneCodeCache();
    this.bundles.start();
  }

  /** Ends every instance, also in mid-call. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.bundles.stop();
    await this.fleet.stop();
  }

  /** Runs a function and waits for its result. Refusals and failures are `InvocationError`s in the platform's words. */
  async invoke(invocation: Invocation): Promise<InvocationResult> {
    const requestId = invocation.requestId ?? this.newRequestId();
    const began = performance.now();
    const outcome = await this.attempt(invocation, requestId);
    const milliseconds = Math.round((performance.now() - began) * 10) / 10;
    const { result, failure, isCold, lines } = outcome;
    this.context.log.add({
      at: this.context.clock.now(),
      kind: 'function',
      who: invocation.caller.openid ?? invocation.caller.source,
      what: invocation.name,
      milliseconds,
      outcome: failure === undefined ? 'ok' : outcome.isRefused ? 'refused' : 'failed',
      ...(failure && { detail: `${failure.code}: ${failure.message}` }),
      requestId,
      source: invocation.caller.source,
      isCold,
      lines,
    });
    if (result === undefined) {
      throw new InvocationError(failure?.code ?? 'SYS_ERR', failure?.message ?? 'no result', requestId);
    }
    return { result, requestId, isCold, milliseconds, lines };
  }

  /** Kills the instance that runs this call, in mid-call. Whether there was one. */
  crash(requestId: string): boolean {
    const instance = this.running.get(requestId);
    instance?.kill();
    return instance !== undefined;
  }

  /** How many instances each function has right now. */
  instances(): { name: string; instances: number; busy: number }[] {
    return this.fleet.list();
  }

  /** The state is replaced: calls under way belong to the old one. They end here, and what they still send opens nothing. */
  endCalls(): void {
    this.era += 1;
    this.context.callers.revokeAll();
    for (const instance of this.running.values()) instance.kill();
  }

  private async attempt(invocation: Invocation, requestId: string): Promise<Outcome> {
    const { name, caller } = invocation;
    const { era } = this;
    const refused = (failure: Failure): Outcome => ({ failure, isRefused: true, isCold: false, lines: [] });
    if (this.isStopped) return refused({ code: 'SYS_ERR', message: 'the cloud is stopping' });
    let bundle: Bundle;
    try {
      bundle = this.bundles.find(name);
    } catch (error) {
      if (error instanceof CloudError) return refused({ code: error.code, message: error.message });
      throw error;
    }
    const event = eventText(invocation.event, caller, this.context.settings.appid);
    const tooLong = checkEventSize(event, invocation.longestEvent ?? longestEvent);
    if (tooLong) return refused(tooLong);
    const disturbance = disturbanceOf(this.context.faults.draw(`function.${name}`));
    if (disturbance.latency > 0) await sleep(disturbance.latency);
    if (disturbance.error) return { failure: disturbance.error, isCold: false, lines: [] };
    return this.run(bundle, { ...invocation, event, requestId, era }, disturbance);
  }

  private async run(
    bundle: Bundle,
    call: Invocation & { event: string; requestId: string; era: number },
    disturbance: Disturbance,
  ): Promise<Outcome> {
    const pool = this.fleet.poolOf(bundle);
    if (disturbance.isCold) pool.coolDown();
    const lease = await pool.take({ isNested: call.isNested });
    if (!lease.instance) {
      const failure = failureOf(lease.ending, loadTimeout / 1000);
      return { failure, isCold: true, lines: lease.lines };
    }
    const { instance, isCold } = lease;
    if (call.era !== this.era) {
      pool.give(instance);
      const failure = { code: 'SYS_ERR', message: 'the state was replaced before the function began' };
      return { failure, isCold, lines: [] };
    }
    const ending = await this.runOn(instance, bundle, call, disturbance.cut);
    pool.give(instance);
    const lines = instance.takeLines();
    if (ending.kind === 'result') return { result: ending.result, isCold, lines };
    return { failure: failureOf(ending, bundle.config.timeout), isCold, lines };
  }

  private async runOn(
    instance: Instance,
    bundle: Bundle,
    call: Invocation & { event: string; requestId: string },
    cut: Disturbance['cut'],
  ): Promise<Ending> {
    const { settings, callers, clock } = this.context;
    const { caller, requestId } = call;
    const token = callers.mint({
      openid: caller.openid,
      unionid: caller.unionid,
      appid: settings.appid,
      source: caller.source,
      clientIp: caller.clientIp ?? '127.0.0.1',
      functionName: bundle.name,
      openapiPermissions: bundle.config.permissions.openapi,
      invocationId: requestId,
    });
    const environment = callEnvironment(caller, { appid: settings.appid, token, requestId });
    this.running.set(requestId, instance);
    const knife = cut?.after === undefined ? undefined : setTimeout(() => instance.kill(), cut.after);
    try {
      const ending = await instance.invoke({
        event: call.event,
        context: functionContext(bundle, { requestId, envId: settings.envId, environment }),
        environment,
        clock: clock.state(),
        timeout: bundle.config.timeout * 1000,
        longestResult,
      });
      if (!cut) return ending;
      instance.kill();
      return cut.as === 'timedOut' ? { kind: 'timedOut' } : { kind: 'exited', code: null, signal: 'SIGKILL' };
    } finally {
      clearTimeout(knife);
      this.running.delete(requestId);
      callers.revoke(token);
    }
  }

  /** A call from inside a function (or an outside script): the chain grows by one, the user stays. */
  private async invokeForSdk(params: Record<string, unknown>, call: AdminCall) {
    const checked = invokeParams.safeParse(params);
    if (!checked.success) throw invalidParam(checked.error.issues[0]?.message ?? 'wrong parameters');
    const { function_name: name, request_data: data, qualifier = '$LATEST' } = checked.data;
    if (qualifier !== '$LATEST') {
      throw new CloudError('FUNCTION_QUALIFIER_NOT_FOUND', `the local cloud keeps no versions: ${qualifier}`);
    }
    const { caller } = call;
    const { result } = await this.invoke({
      name,
      event: parseEvent(data),
      caller: {
        openid: caller.openid,
        unionid: caller.unionid,
        source: caller.source === '' ? 'scf' : `${caller.source},scf`,
        clientIp: caller.clientIp,
      },
      requestId: call.requestId,
      isNested: caller.functionName !== undefined,
    });
    return { data: { response_data: result } };
  }

  private complain(functionName: string, detail: string): void {
    this.context.log.add({
      at: this.context.clock.now(),
      kind: 'simulator',
      who: 'functions',
      what: functionName,
      milliseconds: 0,
      outcome: 'failed',
      detail,
    });
  }

  private newRequestId(): string {
    const digits = this.context.random.stream('functions').hex(32);
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
}

function parseEvent(text: string | undefined): unknown {
  if (!text) return {};
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParam('request_data is not JSON');
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
