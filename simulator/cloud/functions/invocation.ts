import type { Bundle } from './bundles';

/** Who begins a call and from where. The platform states it; nothing the caller sends can change it. */
export interface InvocationCaller {
  /** The simulated WeChat user; absent for timers, payment results, devices and outside scripts. */
  readonly openid?: string;
  readonly unionid?: string;
  /** `wx_client`, `wx_trigger`, `wx_paycallback`, `wx_http`, …, with `,scf` for every function on the way [document]. */
  readonly source: string;
  /** `TRIGGER_SRC`: `timer` for timers. */
  readonly triggerSource?: string;
  readonly clientIp?: string;
}

export interface Invocation {
  readonly name: string;
  /** Any JSON value; nothing at all is `{}`. */
  readonly event?: unknown;
  readonly caller: InvocationCaller;
  /** Made up unless given. */
  readonly requestId?: string;
  /** Bytes; 100 KB unless given (the HTTP access service allows more for files). */
  readonly longestEvent?: number;
  /** A function makes the call and keeps its own instance meanwhile. */
  readonly isNested?: boolean;
}

export interface InvocationResult {
  /** JSON. */
  readonly result: string;
  readonly requestId: string;
  readonly isCold: boolean;
  readonly milliseconds: number;
  /** What the function printed. */
  readonly lines: readonly string[];
}

/**
 * The event as the function receives it. A call from a mini-program carries the caller in `event.userInfo`, whatever the
 * mini-program itself put there [document].
 */
export function eventText(event: unknown, caller: InvocationCaller, appid: string): string {
  const given = event ?? {};
  const isRecord = typeof given === 'object' && !Array.isArray(given);
  if (caller.source !== 'wx_client' || caller.openid === undefined || !isRecord) return JSON.stringify(given);
  return JSON.stringify({ ...given, userInfo: { appId: appid, openId: caller.openid } });
}

/** The environment variables of one call, and only of that call: they are what `getWXContext()` reads [measured]. */
export function callEnvironment(
  caller: InvocationCaller,
  call: { readonly appid: string; readonly token: string; readonly requestId: string },
): Record<string, string> {
  const context: Record<string, string | undefined> = {
    WX_OPENID: caller.openid,
    WX_APPID: call.appid,
    WX_UNIONID: caller.unionid,
    WX_CLIENTIP: caller.clientIp,
    WX_API_TOKEN: call.token,
  };
  const present = Object.entries(context).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(present),
    WX_CONTEXT_KEYS: present.map(([name]) => name).join(','),
    TCB_SOURCE: caller.source,
    TCB_SEQID: call.requestId,
    ...(caller.triggerSource === undefined ? {} : { TRIGGER_SRC: caller.triggerSource }),
  };
}

/** The environment variables an instance has all its life. The time zone is UTC unless the function's configuration sets it [document]. */
export function instanceEnvironment(
  bundle: Bundle,
  sdk: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    TZ: 'UTC',
    ...bundle.config.envVariables,
    ...sdk,
    SCF_FUNCTIONNAME: bundle.name,
    SCF_FUNCTIONVERSION: '$LATEST',
  };
}

/** `context`, the second argument of `exports.main` [measured]. */
export function functionContext(
  bundle: Bundle,
  call: {
    readonly requestId: string;
    readonly envId: string;
    readonly environment: Readonly<Record<string, string>>;
  },
): Record<string, unknown> {
  return {
    request_id: call.requestId,
    function_name: bundle.name,
    function_version: '$LATEST',
    namespace: call.envId,
    memory_limit_in_mb: bundle.config.memorySize,
    time_limit_in_ms: bundle.config.timeout * 1000,
    environment: JSON.stringify(call.environment),
  };
}
