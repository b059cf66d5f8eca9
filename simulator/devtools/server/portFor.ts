import { createHash } from 'node:crypto';

/** Below the ports that Linux, macOS and Windows hand out by themselves. */
const lowest = 20_000;
const count = 10_000;

/** The port that a user's phone would like, the same in every run. */
export function portFor(openid: string): number {
  return lowest + (createHash('sha256').update(openid).digest().readUInt32BE() % count);
}
