// cloudfunctions/<name>/index.ts → dist/cloudfunctions/<name>: one file that holds everything, the SDK too.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, unlessFresh } from './freshness.mjs';

// Rooms of cloudfunctions/ that are not functions have no config.json.
const names = () =>
  readdirSync(join(root, 'cloudfunctions')).filter((name) =>
    existsSync(join(root, 'cloudfunctions', name, 'config.json')),
  );

export function buildFunctions() {
  const outputs = names().map((name) => `dist/cloudfunctions/${name}/index.js`);
  return unlessFresh('functions', { inputs: ['cloudfunctions', 'types'], outputs }, async () => {
    rmSync(join(root, 'dist/cloudfunctions'), { recursive: true, force: true });
    await Promise.all(names().map(buildFunction));
  });
}

async function buildFunction(name) {
  const { build } = await import('esbuild');
  const target = join(root, 'dist/cloudfunctions', name);
  mkdirSync(target, { recursive: true });
  await build({
    entryPoints: [join(root, 'cloudfunctions', name, 'index.ts')],
    outfile: join(target, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  copyFileSync(join(root, 'cloudfunctions', name, 'config.json'), join(target, 'config.json'));
  writeFileSync(
    join(target, 'package.json'),
    `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`,
  );
}
