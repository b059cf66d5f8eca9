import crypto from 'node:crypto';
import type { RandomStream } from '../../../simulator/cloud/core/random';
import { actorAtWork, asNobody } from './actor';

/**
 * Takes the place of the machine's clock and chance for actors until the returned function is called: whoever signs a request at work
 * writes business time and a nonce that the seed deals, so that the same seed writes the same again.
 */
export function steerMachine(now: () => number, random: RandomStream): () => void {
  const { now: realNow } = Date;
  const { randomBytes } = crypto;
  const steeredBytes = (size: number) =>
    actorAtWork() ? Buffer.from(random.hex(size * 2), 'hex') : randomBytes(size);
  Date.now = () => (actorAtWork() ? asNobody(now) : realNow());
  crypto.randomBytes = steeredBytes as typeof crypto.randomBytes;
  return () => {
    Date.now = realNow;
    crypto.randomBytes = randomBytes;
  };
}
