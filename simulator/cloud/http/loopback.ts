import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

/** Whether a name is this machine and nothing else. */
export function isLoopbackName(name: string): boolean {
  return loopbackNames.has(name) || /^127(\.\d{1,3}){3}$/.test(name);
}

/**
 * The admin endpoint obeys everybody who reaches it, so only this machine may: the socket's other end, the `Host` it asked for
 * (a foreign name that resolves to loopback is a rebinding attack) and, from a browser, the page's origin must all be local.
 */
export function refuseStrangers(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const complaint = strangeness(request.raw);
    if (complaint) await reply.code(403).send({ code: 'NOT_LOOPBACK', message: complaint });
  });
}

/** Why this request may not be served; undefined when it may. */
export function strangeness(request: IncomingMessage): string | undefined {
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (!isLoopbackName(address)) return `only this machine may call the local cloud, not ${address}`;
  const host = nakedHostOf(request.headers.host ?? '');
  if (!host || !isLoopbackName(host))
    return `the local cloud answers to loopback names only, not ${request.headers.host}`;
  const { origin } = request.headers;
  if (origin === undefined) return undefined;
  const page = hostNameOf(origin);
  return page && isLoopbackName(page) ? undefined : `a page from ${origin} may not call the local cloud`;
}

/** A name and perhaps a port, nothing before them: `evil.example@127.0.0.1` is a URL of 127.0.0.1 but no host. */
function nakedHostOf(host: string): string | undefined {
  return /[@/?#\\]/.test(host) ? undefined : hostNameOf(`http://${host}`);
}

function hostNameOf(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}
