import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { invalidParam } from '../../core/errors';

/** One operation of the control interface. `summary` is what `GET /control` and the documentation show. */
export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  /** The JSON body (or the query of a GET), checked before `run` sees it. */
  readonly input?: z.ZodType;
  /** Bytes of the body at most, where it may be longer than usual. */
  readonly mostBytes?: number;
  readonly run: (call: ControlCall) => unknown;
}

export interface ControlCall {
  readonly params: Readonly<Record<string, string>>;
  readonly input: unknown;
  readonly bytes: Buffer;
  readonly reply: FastifyReply;
}

/** Types `input` by the schema that checks it. */
export function controlRoute<Schema extends z.ZodType>(
  route: Omit<ControlRoute, 'run' | 'input'> & {
    input?: Schema;
    run: (call: Omit<ControlCall, 'input'> & { input: z.output<Schema> }) => unknown;
  },
): ControlRoute {
  return route as ControlRoute;
}

/** Mounts the routes; a failed check is answered 400 with the place of the mistake, an unknown route 404. */
export function mountControl(app: FastifyInstance, routes: readonly ControlRoute[]): void {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.mostBytes !== undefined && { bodyLimit: route.mostBytes }),
      handler: async (request, reply) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const params = request.params as Record<string, string>;
        const result = await route.run({ params, input: checked(route, request, bytes), bytes, reply });
        return reply.sent ? reply : reply.send(result ?? { ok: true });
      },
    });
  }
  const index = routes.map(({ method, path, summary }) => ({ method, path, summary }));
  app.get('/control', () => ({ routes: index }));
}

function checked(route: ControlRoute, request: FastifyRequest, bytes: Buffer): unknown {
  if (!route.input) return undefined;
  const outcome = route.input.safeParse(route.method === 'GET' ? request.query : json(bytes));
  if (outcome.success) return outcome.data;
  const [issue] = outcome.error.issues;
  throw invalidParam(`${route.method} ${route.path}: ${issue?.path.join('.') || 'body'}: ${issue?.message}`);
}

function json(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw invalidParam(`the body is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
