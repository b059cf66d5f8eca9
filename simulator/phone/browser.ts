import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
];

let running: Promise<Browser> | undefined;
let users = 0;

/** One headless browser for all phones of this process; give it back with `releaseBrowser`. */
export async function acquireBrowser(): Promise<Browser> {
  users += 1;
  running ??= chromium.launch({ executablePath: browserPath(), headless: true, args: flags });
  return running;
}

export async function releaseBrowser(): Promise<void> {
  users -= 1;
  if (users > 0 || !running) return;
  const browser = await running.catch(() => undefined);
  running = undefined;
  await browser?.close();
}

// The set-up tool knows where browsers are; it is an ES module for a bare Node, so it is asked in a process of its own.
function browserPath(): string {
  const root = join(__dirname, '..', '..');
  const tool = JSON.stringify(pathToFileURL(join(root, 'tools', 'setup.mjs')).href);
  const script = `import(${tool}).then((setup) => console.log(setup.findBrowser() ?? setup.fail(setup.howToGetABrowser)))`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
  return stdout.trim();
}
