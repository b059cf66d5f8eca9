import type { CloudContext } from '../core/context';
import { CloudError } from '../core/errors';
import type { FunctionService } from '../functions/service';

/** An HTTP request to the access service, below its mount point. */
export interface AccessRequest {
  readonly method: string;
  /** With a leading slash, without the query. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  readonly clientIp: string;
}

export interface AccessResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
}

type Route = { readonly path: string; readonly function: string };

const longestText = 100 * 1024;
const longestFile = 6 * 1024 * 1024;
/** Room for a file in base64 and the headers. */
const longestEvent = 9 * 1024 * 1024;
const textTypes = /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded))/;
const json = { 'content-type': 'application/json; charset=utf-8' };

/** The longest prefix that ends at a slash wins: `/device` serves `/device` and `/device/1`, not `/devices` [guess]. */
export function findRoute(routes: readonly Route[], path: string): Route | undefined {
  const fitting = routes.filter((route) => {
    const prefix = trimmed(route.path);
    return path === prefix || path.startsWith(`${prefix}/`);
  });
  return fitting.sort((a, b) => trimmed(b.path).length - trimmed(a.path).length)[0];
}

/** A body over the limit: text 100 KB, anything else 6 MB [document: EXCEED_MAX_PAYLOAD_SIZE]. */
export function isTooLong(request: AccessRequest): boolean {
  return request.body.length > (isText(request) ? longestText : longestFile);
}

/**
 * The request as the function receives it [document: the fields; measured by others: `path` lacks the route's own part, since
 * passing the whole path on is a switch that is off].
 */
export function requestEvent(
  request: AccessRequest,
  route: Route,
  context: { readonly requestId: string; readonly envId: string },
): Record<string, unknown> {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name.toLowerCase(), typeof value === 'string' ? [value] : [...value]] as const],
  );
  const isBase64Encoded = request.body.length > 0 && !isText(request);
  return {
    path: request.path.slice(trimmed(route.path).length) || '/',
    httpMethod: request.method.toUpperCase(),
    headers: Object.fromEntries(headers.map(([name, values]) => [name, values.join(', ')])),
    multiValueHeaders: Object.fromEntries(headers),
    queryStringParameters: Object.fromEntries(new URLSearchParams(request.query)),
    requestContext: { ...context, appId: 1300000000, uin: 100000000001 },
    body: Buffer.from(request.body).toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  };
}

/**
 * What the function returned, as an HTTP response: text and numbers as plain text, other values as JSON, and an object with
 * `statusCode` as the response it describes [document].
 */
export function responseOf(result: unknown): AccessResponse {
  if (typeof result === 'string' || typeof result === 'number') {
    return {
      status: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: Buffer.from(String(result)),
    };
  }
  if (!isDescribed(result)) return { status: 200, headers: json, body: Buffer.from(JSON.stringify(result)) };
  const { statusCode, headers, body, isBase64Encoded } = result;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return {
    status: statusCode,
    headers: headersOf(headers, body),
    body: Buffer.from(text, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

/** The HTTP access service: devices and third parties reach functions through the routes of `environment.json`. */
export class HttpAccess {
  constructor(
    private readonly context: CloudContext,
    private readonly functions: Pick<FunctionService, 'invoke'>,
  ) {}

  /** Never throws: what cannot be served is an HTTP status with `{code, message, requestId}`. */
  async handle(request: AccessRequest): Promise<AccessResponse> {
    const began = performance.now();
    const requestId = this.context.random.stream('access').hex(32);
    const route = findRoute(this.context.environment().httpRoutes, request.path);
    const { response, problem } = await this.answer(request, route, requestId);
    this.context.log.add({
      at: this.context.clock.now(),
      kind: 'http',
      who: request.clientIp,
      what: `${request.method.toUpperCase()} ${request.path}`,
      milliseconds: Math.round((performance.now() - began) * 10) / 10,
      outcome: problem === undefined ? 'ok' : response.status < 500 ? 'refused' : 'failed',
      ...(problem !== undefined && { detail: problem }),
      requestId,
      source: 'wx_http',
    });
    return response;
  }

  private async answer(
    request: AccessRequest,
    route: Route | undefined,
    requestId: string,
  ): Promise<{ response: AccessResponse; problem?: string }> {
    const refuse = (code: string, detail = code) => ({ response: refusal(code, requestId), problem: detail });
    if (!route) return refuse('INVALID_PATH');
    if (isTooLong(request)) return refuse('EXCEED_MAX_PAYLOAD_SIZE');
    try {
      const { envId } = this.context.settings;
      const { result } = await this.functions.invoke({
        name: route.function,
        event: requestEvent(request, route, { requestId, envId }),
        caller: { source: 'wx_http', clientIp: request.clientIp },
        requestId,
        longestEvent,
      });
      return { response: responseOf(JSON.parse(result)) };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      return refuse(codes[error.code] ?? 'FUNCTION_INVOCATION_FAILED', `${error.code}: ${error.message}`);
    }
  }
}

/** The access service has names of its own for what happens to a function [document: its error codes]. */
const codes: Readonly<Record<string, string>> = {
  FUNCTION_NOT_FOUND: 'FUNCTION_NOT_FOUND',
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 'FUNCTION_TIME_LIMIT_EXCEEDED',
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: 'FUNCTION_MEMORY_LIMIT_EXCEEDED',
  EXCEED_REQUEST_SIZE_LIMIT: 'EXCEED_MAX_PAYLOAD_SIZE',
};

/** [guess: the statuses other than 404 are not published] */
const statuses: Readonly<Record<string, number>> = {
  INVALID_PATH: 404,
  FUNCTION_NOT_FOUND: 404,
  EXCEED_MAX_PAYLOAD_SIZE: 413,
  FUNCTION_TIME_LIMIT_EXCEEDED: 504,
};

function refusal(code: string, requestId: string): AccessResponse {
  const message = `${code}. For more information, please refer to https://docs.cloudbase.net/error-code/service`;
  return {
    status: statuses[code] ?? 500,
    headers: json,
    body: Buffer.from(JSON.stringify({ code, message, requestId })),
  };
}

interface Described {
  readonly statusCode: number;
  readonly headers?: unknown;
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
}

function isDescribed(result: unknown): result is Described {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) return false;
  const { statusCode } = result;
  return Number.isInteger(statusCode) && Number(statusCode) >= 100 && Number(statusCode) <= 599;
}

function headersOf(headers: unknown, body: unknown): Record<string, string | string[]> {
  const given = typeof headers === 'object' && headers !== null ? Object.entries(headers) : [];
  const written = given.map(([name, value]) => [
    name.toLowerCase(),
    Array.isArray(value) ? value.map(String) : String(value),
  ]);
  const usual = typeof body === 'string' ? { 'content-type': 'text/plain; charset=utf-8' } : json;
  return { ...usual, ...Object.fromEntries(written) };
}

function isText({ headers }: AccessRequest): boolean {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return type === undefined || textTypes.test(String(type).toLowerCase());
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '');
}
