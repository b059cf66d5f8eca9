// Brings a bare machine with nothing but Node to a state where the project runs. Plain JavaScript on built-ins:
// it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldestNode = [20, 19];

/** Makes installed packages (and a browser, when `browser` is asked for) match the project's own files. */
export function setUp({ browser = false } = {}) {
  checkNode();
  installPackages();
  return { browser: browser ? provideBrowser() : undefined };
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  fail(`Node ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.nuanlin-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (about a minute) …');
  run('npm', ['ci', '--no-audit', '--no-fund'], 'npm ci failed; see the lines above.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The path of a Chromium-family browser; on Debian as root it is installed when there is none. */
export function findBrowser() {
  const named = process.env.NUANLIN_BROWSER;
  if (named) return existsSync(named) ? named : fail(`NUANLIN_BROWSER names no file: ${named}`);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const wellKnown = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...wellKnown];
  return candidates.find((path) => existsSync(path));
}

/** One line a person can act on, whatever the machine. */
export const howToGetABrowser =
  'No Chromium, Chrome or Edge was found. Debian: apt-get install chromium fonts-noto-cjk; macOS: brew install --cask google-chrome; Windows: winget install Google.Chrome; or name one in NUANLIN_BROWSER.';

const debianPackages = ['chromium', 'fonts-noto-cjk'];

function provideBrowser() {
  const found = findBrowser();
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  const fontsMissing = isDebianRoot && !existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
  if (found && !fontsMissing) return found;
  if (!isDebianRoot) {
    fail(howToGetABrowser);
  }
  say(`Installing ${debianPackages.join(' and ')} …`);
  run('apt-get', ['update', '-qq'], 'apt-get update failed.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...debianPackages],
    'apt-get install failed.',
    env,
  );
  return findBrowser() ?? fail('chromium was installed but cannot be found.');
}

function run(command, args, complaint, env = process.env) {
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) fail(complaint);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Says why on the error output and ends this process. */
export function fail(text) {
  say(text);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  setUp({ browser: process.argv.includes('--browser') });
