// npm test: all its own set-up, then every gate in order, cheap ones first. `--long` runs the long ones instead,
// `--portable` the journeys that need nothing of the simulator, on WeChat DevTools if WEAPP_AUTOMATOR says so (docs/portable.md).
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const rest = process.argv.slice(2);
const isLong = rest.includes('--long');
const isPortable = rest.includes('--portable');
const passedOn = rest.filter((word) => word !== '--long' && word !== '--portable');
const isElsewhere = isPortable && !['', 'phone'].includes(process.env.WEAPP_AUTOMATOR ?? '');

const { browser } = setUp({ browser: !isElsewhere });
const env = { ...process.env, ...(browser ? { NUANLIN_BROWSER: browser } : {}) };
const bin = (name) => join('node_modules', '.bin', name);

step('build', process.execPath, ['tools/build.mjs']);
if (isLong) {
  step('long tests', bin('jest'), ['--selectProjects', 'long', '--runInBand', ...passedOn]);
} else if (isPortable) {
  // One endpoint, so one file after the other.
  step('portable journeys', bin('jest'), [
    '--selectProjects=journeys',
    '--testPathPatterns=[.]portable[.]test[.]ts$',
    '--runInBand',
    // What the client's launch of DevTools leaves behind would keep jest for minutes.
    ...(isElsewhere ? ['--forceExit'] : []),
    ...passedOn,
  ]);
} else {
  step('types', bin('tsc'), []);
  step('style', bin('biome'), ['check', '--error-on-warnings']);
  step('rooms', bin('depcruise'), [
    '--config',
    'config/dependency-cruiser.cjs',
    'src',
    'cloudfunctions',
    'types',
    'simulator',
  ]);
  step('deployment', process.execPath, ['tools/check-deploy.mjs']);
  step('tests', bin('jest'), [
    '--selectProjects',
    'unit',
    'contract',
    'system',
    'journeys',
    '--maxWorkers=2',
    ...passedOn,
  ]);
}

function step(name, command, args) {
  const began = Date.now();
  process.stderr.write(`\n── ${name}\n`);
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write(`${name}: failed\n`);
    process.exit(result.status ?? 1);
  }
  process.stderr.write(`── ${name}: ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}
