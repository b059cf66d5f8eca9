import type { FastifyInstance } from 'fastify';

interface OutsideRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Base64. */
  readonly body?: string;
}

const bodyLimit = 64 * 1024 * 1024;

/**
 * The phone's way to servers other than the cloud. WeChat's requests know no same-origin rule, a browser's do, so the phone's
 * server makes them; other pages of the browser cannot use it, since JSON from elsewhere needs a permission it never gives.
 */
export function serveOutside(server: FastifyInstance): void {
  server.post<{ Body: OutsideRequest }>('/phone/outside', { bodyLimit }, async (request, reply) => {
    const { url, method = 'GET', headers = {}, body } = request.body;
    try {
      const answer = await fetch(url, {
        method,
        headers,
        ...(body ? { body: Buffer.from(body, 'base64') } : {}),
      });
      reply.header('x-outside-status', answer.status);
      reply.header('x-outside-headers', JSON.stringify(Object.fromEntries(answer.headers)));
      return reply.type('application/octet-stream').send(Buffer.from(await answer.arrayBuffer()));
    } catch (error) {
      const { cause, message } = error as Error & { cause?: { code?: string } };
      return reply.code(502).send({ message: cause?.code ?? message });
    }
  });
}
