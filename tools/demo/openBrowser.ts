import { spawn } from 'node:child_process';

/** The command that opens an address in the system's browser; undefined where there is no screen to open it on. */
export function browserCommand(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

/** Opens the address if that can be done; whether it worked is seen on the screen. */
export function openBrowser(url: string): void {
  const found = browserCommand(process.platform, process.env);
  if (!found) return;
  const [command, ...words] = found;
  const opener = spawn(command, [...words, url], { stdio: 'ignore', detached: true });
  // The address stands in the terminal too: a machine without an opener loses nothing.
  opener.on('error', () => undefined);
  opener.unref();
}
