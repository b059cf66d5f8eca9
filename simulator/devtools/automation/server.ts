import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PageLink } from '../../phone/server/pageLink';
import { type AuditReport, auditAnswer } from './audits';
import { toolCommands } from './tool';

interface Request {
  readonly id?: string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
}

/** Events that reach a client only after it has asked for them. */
const onDemand = 'App.logAdded';

/** WeChat DevTools' automation protocol for one phone: what the real miniprogram-automator speaks. One object per message. */
export class AutomationServer {
  private server: WebSocketServer | undefined;

  constructor(
    private readonly phone: PageLink,
    private readonly screenshot: () => Promise<string>,
  ) {}

  /** Listens on this machine only; 0 takes a free port. Returns the address for `automator.connect`. */
  async start(port: number): Promise<string> {
    const server = new WebSocketServer({ host: '127.0.0.1', port });
    this.server = server;
    server.on('connection', (socket) => this.serve(socket));
    await once(server, 'listening');
    return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    for (const client of server.clients) client.terminate();
    await new Promise((resolve) => server.close(resolve));
  }

  private serve(socket: WebSocket): void {
    let wantsLogs = false;
    const stop = this.phone.onEvent((method, params) => {
      const isOurs = method.startsWith('App.') && (method !== onDemand || wantsLogs);
      if (isOurs) socket.send(JSON.stringify({ method, params }));
    });
    socket.on('close', stop);
    socket.on('message', async (data) => {
      const request = requestIn(String(data));
      if (!request) {
        socket.close(1003, 'not JSON');
        return;
      }
      if (request.method === 'App.enableLog') wantsLogs = true;
      socket.send(JSON.stringify({ id: request.id, ...(await this.answer(request)) }));
    });
  }

  private async answer({ method = '', params = {} }: Request): Promise<object> {
    try {
      return { result: await this.run(method, params) };
    } catch (error) {
      return { error: { message: error instanceof Error ? error.message : String(error) } };
    }
  }

  private async run(method: string, params: Record<string, unknown>): Promise<unknown> {
    const tool = toolCommands[method];
    if (tool) return tool(params);
    if (method === 'App.enableLog') return {};
    if (method === 'Tool.stopAudits')
      return auditAnswer((await this.phone.ask('Phone.audit', {})) as AuditReport);
    if (method === 'App.captureScreenshot') return { data: await this.screenshot() };
    return this.phone.ask(method, params);
  }
}

/** Undefined for what is no object of JSON: whoever sends that speaks something else. */
function requestIn(text: string): Request | undefined {
  try {
    const request = JSON.parse(text) as Request | null;
    return typeof request === 'object' && request !== null ? request : undefined;
  } catch {
    return undefined;
  }
}
