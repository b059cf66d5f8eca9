import { once } from 'node:events';
import { WebSocket } from 'ws';
import { PageLink } from '../../phone/server/pageLink';
import { AutomationServer } from './server';

let server: AutomationServer;
let address: string;

beforeAll(async () => {
  server = new AutomationServer(new PageLink(), async () => '');
  address = await server.start(0);
});
afterAll(() => server.stop());

async function connected(): Promise<WebSocket> {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  return socket;
}

test.each(['not json', 'null', '7'])('who sends %s is sent away', async (text) => {
  const socket = await connected();
  socket.send(text);
  expect(await once(socket, 'close')).toEqual([1003, Buffer.from('not JSON')]);
});

test('a command for a phone that is not there is refused, the line stays', async () => {
  const socket = await connected();
  socket.send(JSON.stringify({ id: 'a', method: 'App.getCurrentPage' }));
  const [refusal] = await once(socket, 'message');
  expect(JSON.parse(String(refusal))).toEqual({ id: 'a', error: { message: 'the phone is not running' } });
  socket.send(JSON.stringify({ id: 'b', method: 'Tool.getInfo' }));
  const [answer] = await once(socket, 'message');
  expect(JSON.parse(String(answer))).toMatchObject({ id: 'b', result: { SDKVersion: '3.8.12' } });
  socket.close();
});
