import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { CloudError } from '../../cloud/core/errors';
import { mountControl } from '../../cloud/http/control/route';
import { createServer } from '../../cloud/http/server';
import { Cards } from './cards';
import { proxyControl } from './cloudProxy';
import { CloudState } from './cloudState';
import { bundlePage, type PageBundle } from './pageBundle';
import { phoneRoutes } from './phoneRoutes';
import { Phones } from './phones';
import { Scenarios } from './scenarios';
import { stateRoutes } from './stateRoutes';

export interface DevtoolsOptions {
  /** The running cloud, as `startCloud` describes it. */
  readonly controlUrl: string;
  readonly gatewayUrl: string;
  /** The folder of the built mini-program. */
  readonly miniprogram: string;
  /** Whose phones stand there at first. */
  readonly openids: readonly string[];
  /** What stands at the head of the page. */
  readonly title: string;
  /** The snapshot that 重置数据 goes back to. */
  readonly firstSnapshot: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Where kept scenarios are written, beside the cloud's state; without it they are forgotten at the end. */
  readonly scenariosFile?: string;
}

export interface Devtools {
  /** The control page, for a browser. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves the control page: several phones side by side on one local cloud. Refuses a taken port by name. */
export async function startDevtools(options: DevtoolsOptions): Promise<Devtools> {
  const { controlUrl, gatewayUrl, miniprogram, openids, port = 0, scenariosFile: file } = options;
  const now = () => businessTime(controlUrl);
  const phones = new Phones({ gatewayUrl, miniprogram, now }, new Cards(now));
  const state = new CloudState(controlUrl, phones);
  const scenarios = new Scenarios({ state, now, settings: () => phones.settings(), ...(file && { file }) });
  const server = createServer();
  mountControl(server, [...phoneRoutes(phones), ...stateRoutes(state, scenarios)]);
  proxyControl(server, controlUrl);
  mountPage(server, options, await bundlePage());
  const stop = async () => {
    await server.close();
    await phones.stop();
  };
  try {
    for (const openid of openids) await phones.add(openid);
    await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    await stop();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CloudError('PORT_IN_USE', `port ${port} is taken`);
  }
  return { url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/`, stop };
}

async function businessTime(controlUrl: string): Promise<number> {
  const answer = await fetch(`${controlUrl}/clock`).catch(() => undefined);
  if (!answer) throw new CloudError('CLOUD_NOT_ANSWERING', 'the local cloud does not answer');
  return ((await answer.json()) as { milliseconds: number }).milliseconds;
}

function mountPage(server: FastifyInstance, options: DevtoolsOptions, bundle: PageBundle): void {
  const page = htmlOf(options);
  server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  server.get('/page.js', (_request, reply) => reply.type('text/javascript').send(bundle.script));
  server.get('/page.css', (_request, reply) => reply.type('text/css').send(bundle.style));
}

function htmlOf({ title, firstSnapshot }: DevtoolsOptions): string {
  const settings = JSON.stringify({ title, firstSnapshot }).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<body>
<div id="page"></div>
<script type="application/json" id="settings">${settings}</script>
<script src="/page.js"></script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
