import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CloudError } from './errors';

/** What this very process holds. Another lock with its number is an older process's: in a container they all have the same. */
const claimed = new Set<string>();

/** One cloud per state folder. A lock left by a killed process is taken over. */
export function claimFolder(folder: string): void {
  const lock = join(folder, 'cloud.lock');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = openSync(lock, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      claimed.add(lock);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(lock);
      if (holder !== undefined) {
        throw new CloudError(
          'STATE_IN_USE',
          `${folder} is in use by process ${holder}; stop it or name another folder`,
        );
      }
      rmSync(lock, { force: true });
    }
  }
  throw new CloudError('STATE_IN_USE', `${folder} is being claimed by another process`);
}

export function releaseFolder(folder: string): void {
  const lock = join(folder, 'cloud.lock');
  claimed.delete(lock);
  rmSync(lock, { force: true });
}

/** Whether a process that still runs holds this folder. */
export function isHeld(folder: string): boolean {
  return holderOf(join(folder, 'cloud.lock')) !== undefined;
}

function holderOf(lock: string): number | undefined {
  let pid: number;
  try {
    pid = Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (pid === process.pid && !claimed.has(lock)) return undefined;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : undefined;
  }
}
