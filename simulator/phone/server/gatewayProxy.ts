import type { FastifyInstance } from 'fastify';
import { askCloud } from './cloudLink';
import type { Session } from './session';

const bodyLimit = 64 * 1024 * 1024;

/** Passes `/gateway/*` on to the cloud as the phone's user; the page itself holds no session. */
export function proxyGateway(server: FastifyInstance, gatewayUrl: string, session: Session): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({
      method: ['GET', 'POST'],
      url: '/gateway/*',
      bodyLimit,
      handler: async (request, reply) => {
        const target = `${gatewayUrl}${request.url.slice('/gateway'.length)}`;
        const { status, contentType, body } = await askCloud(target, {
          method: request.method,
          headers: {
            authorization: `Bearer ${session.session}`,
            'content-type': request.headers['content-type'] ?? 'application/octet-stream',
          },
          ...(request.method === 'POST'
            ? { body: (request.body as Buffer | undefined) ?? Buffer.alloc(0) }
            : {}),
        });
        reply.code(status).type(contentType ?? 'application/json');
        return body;
      },
    });
  });
}
