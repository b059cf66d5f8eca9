import type { FastifyInstance } from 'fastify';
import type { HttpAccess } from '../triggers/access';

const mount = '/http';

/** The HTTP access service under `/http`: any method, any path, to the functions of `environment.json`'s routes. */
export function mountAccess(app: FastifyInstance, access: HttpAccess): void {
  app.route({
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: `${mount}/*`,
    handler: async (request, reply) => {
      const [path = '', query = ''] = request.url.slice(mount.length).split(/\?(.*)/s);
      const response = await access.handle({
        method: request.method,
        path,
        query,
        headers: request.headers,
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        clientIp: request.ip,
      });
      return reply
        .code(response.status)
        .headers(response.headers as Record<string, string | string[]>)
        .send(Buffer.from(response.body));
    },
  });
}
