import { createHash } from 'node:crypto';

/** Below the ports that Linux, macOS and Windows hand out by themselves. */
const lowest = 20_000;
const count = 10_000;

/** The port of a user's phone, always the same: a browser keeps the storage of each port apart. */
export function portFor(openid: string): number {
  return lowest + (createHash('sha256').update(openid).digest().readUInt32BE() % count);
}
