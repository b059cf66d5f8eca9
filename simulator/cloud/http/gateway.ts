import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Gateway } from '../gateway/service';

/** What a phone talks to, under `/gateway/`. The session comes in the `authorization` header. */
export function mountGateway(app: FastifyInstance, gateway: Gateway): void {
  for (const { method, route } of gateway.addresses()) {
    app.route({
      method,
      url: `/gateway/${route}`,
      handler: (request) =>
        gateway.handle({
          route,
          session: sessionOf(request),
          query: request.query as Record<string, string | undefined>,
          body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        }),
    });
  }
}

function sessionOf({ headers }: FastifyRequest): string | undefined {
  return headers.authorization?.match(/^Bearer (\S+)$/)?.[1];
}
