// WeChat's own compilers and checks weigh 280 MB: they are installed when somebody asks for them, into .cache/weapp-tools,
// so that type checks and test runners never walk through them. Plain JavaScript on built-ins.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const files = ['package.json', 'package-lock.json', '.npmrc'];

/** Where the toolkit's packages are, once installed. */
export const toolkitFolder = join(here, '..', '..', '.cache', 'weapp-tools');

/** Whether what is installed is, byte for byte, what the lock file names. */
export function isToolkitFresh() {
  const stamp = join(toolkitFolder, 'installed.sha256');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Installs the toolkit unless it is fresh; returns its `node_modules`. Takes about a minute and a half the first time. */
export function provideToolkit() {
  const modules = join(toolkitFolder, 'node_modules');
  if (isToolkitFresh()) return modules;
  process.stderr.write('Installing WeChat’s compilers for check:weapp (280 MB, once, a minute or two) …\n');
  mkdirSync(toolkitFolder, { recursive: true });
  for (const file of files) copyFileSync(join(here, file), join(toolkitFolder, file));
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: toolkitFolder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci of tools/weapp failed; see the lines above');
  writeFileSync(join(toolkitFolder, 'installed.sha256'), fingerprint());
  return modules;
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(here, file)));
  return hash.digest('hex');
}
