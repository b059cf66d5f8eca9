import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { CloudError } from '../core/errors';
import type { AdminDesk, WireAnswer } from './adminDesk';

/**
 * What `wx-server-sdk` talks to: one address, the action in the body. Everything is HTTP 200; any other status would reach the
 * caller as a nameless network error.
 */
export class AdminEndpoint {
  constructor(private readonly desk: AdminDesk) {}

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const answer = await this.desk.answer(request.headers, body);
    if (!answer.isLost) return send(reply, answer);
    request.raw.socket.destroy();
    return reply.hijack();
  }

  /** Answers a request whose body the transport did not take. */
  refuseBody({ statusCode, message }: FastifyError, reply: FastifyReply): FastifyReply {
    const code = statusCode === 413 ? 'EXCEED_MAX_PAYLOAD_SIZE' : 'INVALID_PARAM';
    return send(reply, this.desk.refuse(new CloudError(code, message)));
  }
}

function send(reply: FastifyReply, { contentType, body }: WireAnswer): FastifyReply {
  return reply
    .code(200)
    .header('content-type', contentType)
    .send(typeof body === 'string' ? body : Buffer.from(body));
}
