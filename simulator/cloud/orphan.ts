import { readFileSync } from 'node:fs';

const interval = 500;

/**
 * Calls `whenOrphaned` once when the npm that started this process is gone. npm does not pass SIGKILL on, and the shell it
 * starts scripts with outlives it: without this, a killed `npm run cloud` would leave a server behind that holds the port.
 * Outside npm scripts it does nothing.
 */
export function watchOverNpm(whenOrphaned: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const shellsParent = isShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    const isLost =
      process.ppid !== parent || (shellsParent !== undefined && parentOf(parent) !== shellsParent);
    if (!isLost) return;
    clearInterval(timer);
    whenOrphaned();
  }, interval);
  timer.unref();
}

function isShell(pid: number): boolean {
  return /^(sh|dash|bash|zsh|ash|busybox)$/.test(read(pid, 'comm')?.trim() ?? '');
}

/** Known on Linux only; elsewhere the shell's own end has to do. */
function parentOf(pid: number): number | undefined {
  const parent = read(pid, 'status')?.match(/^PPid:\s+(\d+)$/m)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

function read(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
