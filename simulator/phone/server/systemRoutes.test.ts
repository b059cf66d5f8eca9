import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { type StandInCloud, startStandInCloud } from '../testing/standInCloud';
import type { PageLink } from './pageLink';
import { serveSystem } from './systemRoutes';

const apis = join(__dirname, '..', 'fixtures', 'apis');
const native = join(__dirname, '..', 'fixtures', 'native');
const session = { session: 's', openid: 'oSomeone', appid: 'wx', envId: 'e' };

let cloud: StandInCloud;
const servers: FastifyInstance[] = [];

beforeAll(async () => {
  cloud = await startStandInCloud();
});

afterAll(async () => {
  for (const server of servers) await server.close();
  await cloud.stop();
});

/** The routes on a server of their own; the answer is its address. */
function serve(miniprogram = apis, ask: (method: string, params: object) => unknown = () => ({})) {
  const server = fastify({ forceCloseConnections: true });
  servers.push(server);
  const link = { ask: async (method: string, params: object) => ask(method, params) } as unknown as PageLink;
  serveSystem(server, { gatewayUrl: cloud.gatewayUrl, session, miniprogram, link });
  return server.listen({ host: '127.0.0.1', port: 0 });
}

const look = async (url: string): Promise<unknown> => (await fetch(url)).json();

const post = async (address: string, type: string, body: string) => {
  const answer = await fetch(`${address}/phone/control`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  return { status: answer.status, content: (await answer.json()) as unknown };
};

test('templates come from environment.json; without one there are none', async () => {
  const { templates } = (await look(`${await serve()}/phone/templates`)) as { templates: { id: string }[] };
  expect(templates.map(({ id }) => id)).toEqual(['T-bill', 'T-order', 'T-long']);
  expect(await look(`${await serve(native)}/phone/templates`)).toEqual({ templates: [] });
});

test('a cloud without a control interface leaves the dialogs without words', async () => {
  const address = await serve();
  expect(await look(`${address}/phone/profile`)).toEqual({});
  expect(await look(`${address}/phone/order?package=prepay_id=1`)).toEqual({});
});

test('the control port passes commands of the phone on, and tells what the phone refuses', async () => {
  const asked: unknown[] = [];
  const address = await serve(apis, (method, params) => {
    asked.push([method, params]);
    if (method !== 'Phone.setNetwork') throw new Error(`${method} is not supported by the simulator`);
    return { done: true };
  });
  const json = (content: object) => post(address, 'application/json', JSON.stringify(content));
  expect(await json({ method: 'setNetwork', params: { network: 'offline' } })).toEqual({
    status: 200,
    content: { result: { done: true } },
  });
  expect(await json({ method: 'explode' })).toEqual({
    status: 400,
    content: { message: 'Phone.explode is not supported by the simulator' },
  });
  expect(asked).toEqual([
    ['Phone.setNetwork', { network: 'offline' }],
    ['Phone.explode', {}],
  ]);
});

test('what is no JSON, as a foreign page could send it, commands nothing', async () => {
  const asked: string[] = [];
  const address = await serve(apis, (method) => {
    asked.push(method);
    throw new Error(`${method} is not supported by the simulator`);
  });
  const command = '{"method":"setNetwork","params":{"network":"offline"}}';
  expect(await post(address, 'text/plain', command)).toMatchObject({ status: 400 });
  expect(asked).not.toContain('Phone.setNetwork');
});
