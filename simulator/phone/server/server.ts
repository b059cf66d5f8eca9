import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import { Artefact } from '../artefact/artefact';
import { proxyGateway } from './gatewayProxy';
import { hostBundle } from './hostBundle';
import { serveOutside } from './outside';
import { PageLink } from './pageLink';
import { enforcedDomains } from './projectFiles';
import { proxyRealtime } from './realtimeProxy';
import type { Session } from './session';
import { serveSystem } from './systemRoutes';

/** What a phone is set to before its mini-program begins. */
export interface PhoneSettings {
  /** `online` by default. */
  readonly network?: 'online' | 'slow' | 'offline';
  /** `standard` by default. */
  readonly fontSize?: 'standard' | 'large' | 'extraLarge';
  /** `light` by default. */
  readonly theme?: 'light' | 'dark';
}

export interface PhoneServerOptions {
  readonly gatewayUrl: string;
  readonly session: Session;
  /** The folder of the built mini-program. */
  readonly miniprogram: string;
  /** Kinds of information the privacy guide declares (host/system/privacyKinds.ts); without a list everything is. */
  readonly privacy?: readonly string[];
  /** Asked at each loading of the phone's page, so that already the first request of a phone loaded anew is slow or fails. */
  readonly settings?: () => PhoneSettings;
  /** Asked at each loading of the phone's page: whether nothing that a browser kept of this phone counts any more. */
  readonly beginsEmpty?: () => boolean;
}

/** One phone's own small server: its page, the mini-program's code, the way to the cloud, the line to its page. */
export class PhoneServer {
  readonly link = new PageLink();
  private readonly http: FastifyInstance = fastify({ forceCloseConnections: true });
  private readonly sockets = new WebSocketServer({ noServer: true });

  private readonly socketRoutes: Readonly<Record<string, (socket: WebSocket) => void>> = {
    '/phone/link': (socket) => this.link.connect(socket),
    '/phone/realtime': (socket) => proxyRealtime(socket, this.options.gatewayUrl, this.options.session),
  };

  constructor(private readonly options: PhoneServerOptions) {}

  /** Starts on a free port of this machine; returns the phone's address. */
  async start(): Promise<string> {
    this.routes();
    serveOutside(this.http);
    serveSystem(this.http, { ...this.options, link: this.link });
    proxyGateway(this.http, this.options.gatewayUrl, this.options.session);
    this.http.server.on('upgrade', (request, socket, head) => {
      const serve = this.socketRoutes[request.url ?? ''];
      if (serve) this.sockets.handleUpgrade(request, socket, head, serve);
      else socket.destroy();
    });
    return this.http.listen({ host: '127.0.0.1', port: 0 });
  }

  async stop(): Promise<void> {
    for (const client of this.sockets.clients) client.terminate();
    await this.http.close();
  }

  private routes(): void {
    let artefact = new Artefact(this.options.miniprogram);
    this.http.get('/', async (_request, reply) =>
      reply.type('text/html').send(this.options.beginsEmpty?.() ? emptiedPage : page),
    );
    this.http.get('/phone/host.js', async (_request, reply) =>
      reply.type('text/javascript').send((await hostBundle()).script),
    );
    this.http.get('/phone/host.css', async (_request, reply) =>
      reply.type('text/css').send((await hostBundle()).style),
    );
    this.http.get('/phone/boot', async () => {
      artefact = new Artefact(this.options.miniprogram);
      const { openid, appid, envId } = this.options.session;
      const { privacy, settings } = this.options;
      return {
        app: artefact.config.raw,
        theme: artefact.theme(),
        main: artefact.package(''),
        user: { openid },
        appid,
        envId,
        privacy,
        domains: enforcedDomains(this.options.miniprogram),
        settings: settings?.() ?? {},
      };
    });
    this.http.get<{ Querystring: { root?: string } }>('/phone/package', async (request) =>
      artefact.package(request.query.root ?? ''),
    );
    this.http.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
      const found = assetFile(this.options.miniprogram, request.params['*']);
      if (!found) return reply.code(404).send();
      return reply.type(found.type).send(await readFile(found.file));
    });
  }
}

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, user-scalable=no">
<title>phone</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/phone/host.css">
<body><script src="/phone/host.js"></script></body>
</html>`;

/** Before the phone reads anything. Its port, and so its storage, is its own. */
const emptiedPage = page.replace('<body>', '<body><script>localStorage.clear()</script>');

const assetTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Pictures, sounds and fonts of the package; nothing outside of its folder and none of its code. */
function assetFile(folder: string, path: string): { file: string; type: string } | undefined {
  const type = assetTypes[extname(path).toLowerCase()];
  const file = resolve(join(folder, path));
  if (!type || !file.startsWith(resolve(folder) + sep) || !existsSync(file)) return undefined;
  return { file, type };
}
