import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FileAnswer } from '../storage/answers';
import type { StorageService } from '../storage/service';

const uploads = '/storage/upload/';
const downloads = '/storage/files/';

/** Object storage: signed uploads by PUT, expiring links by GET. */
export function mountStorage(app: FastifyInstance, storage: StorageService): void {
  app.put(`${uploads}*`, (request, reply) => {
    const path = decoded(pathOf(request.url, uploads));
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    return send(reply, storage.putFile({ path, headers: request.headers, body }));
  });
  app.route({
    method: ['GET', 'HEAD'],
    url: `${downloads}*`,
    handler: (request, reply) => {
      const { sign, t } = request.query as { sign?: string; t?: string };
      return send(reply, storage.getFile({ path: decoded(pathOf(request.url, downloads)), sign, t }));
    },
  });
}

/** From the raw address: the router would tidy `..` and double slashes away before the path is judged. */
function pathOf(url: string, mount: string): string {
  return url.slice(mount.length).split('?', 1)[0] ?? '';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function send(reply: FastifyReply, { status, headers, body }: FileAnswer): FastifyReply {
  return reply.code(status).headers(headers).send(Buffer.from(body));
}
