import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandInCloud {
  readonly gatewayUrl: string;
  /** Every call of a function that reached it. */
  readonly calls: { readonly name: string; readonly data: unknown }[];
  stop(): Promise<void>;
}

/** The least a phone needs to be switched on, for tests of the phone alone: log-in, and functions that echo. */
export async function startStandInCloud(): Promise<StandInCloud> {
  const calls: { name: string; data: unknown }[] = [];
  const server = createServer(async (request, response) => {
    const body = await readJson(request);
    const answer = answerTo(request.url ?? '', body, calls);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { gatewayUrl: `http://127.0.0.1:${port}/gateway`, calls, stop: () => close(server) };
}

function answerTo(
  url: string,
  body: Record<string, unknown>,
  calls: { name: string; data: unknown }[],
): unknown {
  if (url === '/gateway/login')
    return { session: 's1', openid: body.openid, appid: 'wxstandin', envId: 'standin' };
  if (url !== '/gateway/call') return { errCode: -1, errMsg: `the stand-in knows no ${url}` };
  if (body.name === 'missing')
    return { errCode: -501000, errMsg: 'FunctionName parameter could not be found.' };
  calls.push({ name: String(body.name), data: body.data });
  return { result: body.data, requestID: 'r1', errMsg: 'cloud.callFunction:ok' };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
