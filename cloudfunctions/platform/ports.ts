import { randomBytes } from 'node:crypto';
import type { Instant } from '../../types/day';
import type { LogLine, Ports } from '../kernel/ports';
import { phoneOf } from './phoneNumber';

/** The world as it is: the only place of the cloud that reads the clock and throws dice. */
export const realPorts: Ports = {
  now: () => Date.now() as Instant,
  newId: () => randomBytes(16).toString('base64url'),
  chance: () => randomBytes(4).readUInt32BE() / 2 ** 32,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  log: writeLog,
  phoneOf,
};

/** One JSON line per event, as the cloud's log search likes it. */
function writeLog({ error, ...line }: LogLine): void {
  const told =
    error instanceof Error ? { error: error.stack ?? error.message } : error ? { error: String(error) } : {};
  process.stdout.write(`${JSON.stringify({ ...line, ...told })}\n`);
}
