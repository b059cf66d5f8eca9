import type { FastifyInstance } from 'fastify';
import { CloudError } from '../../cloud/core/errors';

const bodyLimit = 512 * 1024 * 1024;

/** Passes the cloud's control interface on under this server's own origin: `/control/*` and `/logs`. */
export function proxyControl(server: FastifyInstance, controlUrl: string): void {
  const { origin } = new URL(controlUrl);
  for (const url of ['/control/*', '/logs']) {
    server.route({
      method: ['GET', 'POST', 'PUT', 'DELETE'],
      url,
      bodyLimit,
      handler: async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : undefined;
        const answer = await fetch(`${origin}${request.url}`, {
          method: request.method,
          ...(body && { body }),
        }).catch(() => undefined);
        if (!answer) throw new CloudError('CLOUD_NOT_ANSWERING', 'the local cloud does not answer');
        reply.code(answer.status).type(answer.headers.get('content-type') ?? 'application/json');
        return Buffer.from(await answer.arrayBuffer());
      },
    });
  }
}
