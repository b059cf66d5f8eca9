import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { firstFreePort } from './firstFreePort';

test('a taken port is passed over, a free one is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  expect(await firstFreePort(port)).toBeGreaterThan(port);
  taken.close();
  await once(taken, 'close');
  expect(await firstFreePort(port)).toBe(port);
});
