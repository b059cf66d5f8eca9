import { once } from 'node:events';
import { createServer } from 'node:net';

/** `wanted`, or the next port of this machine that nobody listens on. */
export async function firstFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port += 1) if (await isFree(port)) return port;
  throw new Error(`no port is free from ${wanted} to ${wanted + 99}`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
