import type { IncomingHttpHeaders } from 'node:http';
import type { AdminActions, AdminAnswer } from '../core/admin';
import type { Callers } from '../core/callers';
import { CloudError } from '../core/errors';
import type { FaultRule, Faults } from '../core/faults';
import type { RandomStream } from '../core/random';
import { asText, readMultipart } from './multipart';

/** One answer as it goes over the wire, always with HTTP status 200. */
export interface WireAnswer {
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** The work is done, but nobody is to hear of it: the connection breaks. */
  readonly isLost?: boolean;
}

/**
 * What stands behind the address that `wx-server-sdk` talks to, whatever carries the bytes: the action is named in the body, a
 * refusal is an answer `{code, message, requestId}`, as the SDK expects.
 */
export class AdminDesk {
  private readonly actions = new Map<string, AdminActions[string]>();

  constructor(
    private readonly callers: Pick<Callers, 'find'>,
    private readonly faults: Faults,
    private readonly random: RandomStream,
    private readonly onBug: (action: string, error: unknown) => void,
  ) {}

  add(actions: AdminActions): void {
    for (const [name, action] of Object.entries(actions)) {
      if (this.actions.has(name)) throw new Error(`two rooms answer ${name}`);
      this.actions.set(name, action);
    }
  }

  async answer(headers: IncomingHttpHeaders, body: Buffer): Promise<WireAnswer> {
    const requestId = this.random.hex(32);
    let name = '';
    try {
      const { params, parts } = await readBody(headers, body);
      name = typeof params.action === 'string' ? params.action : '';
      const struck = this.faults.draw(`admin.${name}`);
      await before(struck);
      const answer = await this.run(name, params, parts, requestId);
      return { ...worded(answer, requestId), isLost: struck.some(({ kind }) => kind === 'answer-lost') };
    } catch (error) {
      if (!(error instanceof CloudError)) this.onBug(name, error);
      return refusal(error, requestId);
    }
  }

  /** A refusal before the body was read, in the same form as every other. */
  refuse(error: CloudError): WireAnswer {
    return refusal(error, this.random.hex(32));
  }

  private run(
    name: string,
    params: Record<string, unknown>,
    parts: ReadonlyMap<string, Uint8Array>,
    requestId: string,
  ): Promise<AdminAnswer> {
    const action = this.actions.get(name);
    if (!action)
      throw new CloudError(
        'INVALID_ACTION',
        `the local cloud does not emulate the action ${JSON.stringify(name)}`,
      );
    const token = typeof params.wxCloudApiToken === 'string' ? params.wxCloudApiToken : undefined;
    const caller = this.callers.find(token);
    if (!caller)
      throw new CloudError('INVALID_PARAM', 'Invalid wxCloudApiToken: the call it belongs to is over');
    return action(params, { caller, requestId, parts });
  }
}

interface ReadBody {
  params: Record<string, unknown>;
  parts: ReadonlyMap<string, Uint8Array>;
}

async function readBody(headers: IncomingHttpHeaders, body: Buffer): Promise<ReadBody> {
  if (headers['content-type']?.startsWith('multipart/form-data')) {
    const parts = await readMultipart(headers, body);
    return { params: asText(parts), parts };
  }
  let params: unknown;
  try {
    params = JSON.parse(body.toString('utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CloudError('INVALID_PARAM', `malformed request body: ${reason}`);
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw new CloudError('INVALID_PARAM', 'malformed request body: an object is expected');
  }
  return { params: params as Record<string, unknown>, parts: new Map() };
}

async function before(struck: readonly FaultRule[]): Promise<void> {
  for (const fault of struck) {
    if (fault.kind === 'latency') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1000));
    if (fault.kind === 'error')
      throw new CloudError(fault.code ?? 'SYS_ERR', fault.message ?? 'system error (injected fault)');
  }
}

function worded(answer: AdminAnswer, requestId: string): WireAnswer {
  if ('raw' in answer) return answer.raw;
  const envelope =
    'topLevel' in answer ? { requestId, ...answer.topLevel } : { requestId, data: answer.data };
  return json(envelope);
}

function refusal(error: unknown, requestId: string): WireAnswer {
  if (error instanceof CloudError) return json({ code: error.code, message: error.message, requestId });
  const message = error instanceof Error ? error.message : String(error);
  return json({ code: 'SYS_ERR', message: `system error: ${message}`, requestId });
}

function json(envelope: object): WireAnswer {
  return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(envelope) };
}
