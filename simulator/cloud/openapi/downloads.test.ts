import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ownDownloads } from './downloads';

let server: Server;
let baseUrl: string;
const asked: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url);
    response.statusCode = request.url?.includes('expired') ? 403 : 200;
    response.end(Buffer.from([0, 255, 1]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const read = (url: string) => ownDownloads(() => baseUrl).read(url);

test('a link of this cloud’s storage gives the bytes', async () => {
  expect([...((await read(`${baseUrl}/storage/files/a.jpg?sign=1`)) ?? [])]).toEqual([0, 255, 1]);
});

test('an expired link gives nothing', async () => {
  expect(await read(`${baseUrl}/storage/expired`)).toBeUndefined();
});

test('nothing else is asked for, be it inside or outside', async () => {
  asked.length = 0;
  for (const url of [
    `${baseUrl}/control/state`,
    'http://example.com/a.jpg',
    `${baseUrl}.evil/storage/`,
    'a.jpg',
  ])
    expect(await read(url)).toBeUndefined();
  expect(asked).toEqual([]);
});
