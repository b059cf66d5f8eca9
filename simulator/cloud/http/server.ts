import fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CloudError } from '../core/errors';
import { refuseStrangers } from './loopback';

/** Above MongoDB's 16 MB document, so that a too large document is refused by name and not by the transport. */
const largestBody = 64 * 1024 * 1024;

/** The one HTTP server of the cloud. Bodies arrive as bytes: each endpoint knows what it expects. */
export function createServer(): FastifyInstance {
  const app = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    keepAliveTimeout: 30_000,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  refuseStrangers(app);
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send({ code: 'NO_SUCH_ADDRESS', message: `the local cloud has no ${request.method} ${request.url}` }),
  );
  app.setErrorHandler((error, _request, reply) => {
    const code = error instanceof CloudError ? error.code : codeOf(error);
    const message = messageOf(error);
    const isOurFault = code === 'SYS_ERR';
    return reply.code(isOurFault ? 500 : 400).send({ code, message });
  });
  return app;
}

/** A room's own schema names the place of the mistake, as the routes' schemas do. */
function messageOf(error: unknown): string {
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  if (issue) return `${issue.path.join('.') || 'body'}: ${issue.message}`;
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'INVALID_PARAM';
  const status = (error as { statusCode?: number }).statusCode;
  if (status === 413) return 'EXCEED_MAX_PAYLOAD_SIZE';
  return status !== undefined && status < 500 ? 'INVALID_PARAM' : 'SYS_ERR';
}
