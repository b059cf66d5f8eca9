import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { Relay } from './relay';

let server: Server;
let relay: Relay;
let address: string;

beforeAll(async () => {
  server = createServer((_request, response) => response.end('answer'));
  new WebSocketServer({ server }).on('connection', (socket) =>
    socket.on('message', (data) => socket.send(String(data))),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  relay = new Relay((server.address() as AddressInfo).port);
  address = `127.0.0.1:${await relay.listen()}`;
});
afterEach(() => relay.mend());
afterAll(async () => {
  await relay.close();
  server.closeAllConnections();
  server.close();
});

const ask = async () => (await fetch(`http://${address}/`)).text();

test('carries requests', async () => {
  expect(await ask()).toBe('answer');
});

test('a cut line carries nothing, a mended one works again', async () => {
  relay.cut();
  await expect(ask()).rejects.toThrow('fetch failed');
  relay.mend();
  expect(await ask()).toBe('answer');
});

test('a cut breaks an open WebSocket off', async () => {
  const socket = new WebSocket(`ws://${address}/`);
  const echoed = new Promise((resolve) => socket.on('message', (data) => resolve(String(data))));
  socket.on('open', () => socket.send('hello'));
  expect(await echoed).toBe('hello');
  const closed = new Promise((resolve) => socket.on('close', resolve));
  relay.cut();
  await closed;
});

test('takes the port that is wanted, and another when that is taken', async () => {
  const first = new Relay(1);
  const port = await first.listen();
  const second = new Relay(1);
  const other = await second.listen(port);
  expect(other).not.toBe(port);
  await first.close();
  const third = new Relay(1);
  expect(await third.listen(port)).toBe(port);
  await Promise.all([second.close(), third.close()]);
});
