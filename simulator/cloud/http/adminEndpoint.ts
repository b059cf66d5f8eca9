import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { AdminActions, AdminAnswer } from '../core/admin';
import type { Callers } from '../core/callers';
import { CloudError } from '../core/errors';
import type { FaultRule, Faults } from '../core/faults';
import type { RandomStream } from '../core/random';
import { asText, readMultipart } from './multipart';

/**
 * What `wx-server-sdk` talks to: one address, the action in the body. A refusal is HTTP 200 with `{code, message, requestId}`,
 * as the SDK expects; any other status would reach the caller as a nameless network error.
 */
export class AdminEndpoint {
  private readonly actions = new Map<string, AdminActions[string]>();

  constructor(
    private readonly callers: Callers,
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

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const requestId = this.random.hex(32);
    let name = '';
    try {
      const { params, parts } = await readBody(request);
      name = typeof params.action === 'string' ? params.action : '';
      const struck = this.faults.draw(`admin.${name}`);
      await before(struck);
      const answer = await this.run(name, params, parts, requestId);
      if (struck.some((fault) => fault.kind === 'answer-lost')) {
        request.raw.socket.destroy();
        return reply.hijack();
      }
      return send(reply, answer, requestId);
    } catch (error) {
      if (!(error instanceof CloudError)) this.onBug(name, error);
      return sendRefusal(reply, error, requestId);
    }
  }

  /** Answers a request whose body the transport did not take, in the same form as every refusal. */
  refuseBody({ statusCode, message }: FastifyError, reply: FastifyReply): FastifyReply {
    const code = statusCode === 413 ? 'EXCEED_MAX_PAYLOAD_SIZE' : 'INVALID_PARAM';
    return sendRefusal(reply, new CloudError(code, message), this.random.hex(32));
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

async function readBody(request: FastifyRequest): Promise<ReadBody> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (request.headers['content-type']?.startsWith('multipart/form-data')) {
    const parts = await readMultipart(request.headers, body);
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

function send(reply: FastifyReply, answer: AdminAnswer, requestId: string): FastifyReply {
  if ('raw' in answer)
    return reply.header('content-type', answer.raw.contentType).send(Buffer.from(answer.raw.body));
  const envelope =
    'topLevel' in answer ? { requestId, ...answer.topLevel } : { requestId, data: answer.data };
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(envelope));
}

function sendRefusal(reply: FastifyReply, error: unknown, requestId: string): FastifyReply {
  return reply
    .code(200)
    .header('content-type', 'application/json; charset=utf-8')
    .send(refusal(error, requestId));
}

function refusal(error: unknown, requestId: string): string {
  if (error instanceof CloudError)
    return JSON.stringify({ code: error.code, message: error.message, requestId });
  const message = error instanceof Error ? error.message : String(error);
  return JSON.stringify({ code: 'SYS_ERR', message: `system error: ${message}`, requestId });
}
