// What the modules declare → dist/database.json and dist/environment.json, which simulator and deployment read.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, unlessFresh } from './freshness.mjs';

const outputs = ['dist/database.json', 'dist/environment.json'];

export function buildDeclarations() {
  return unlessFresh('declarations', { inputs: ['cloudfunctions', 'types'], outputs }, async () => {
    const stores = await Promise.all(storeFiles().map(evaluate));
    const collections = stores.flatMap((store) => Object.values(store).filter(isCollection));
    collections.sort((a, b) => (a.name < b.name ? -1 : 1));
    const { environment } = await evaluate('cloudfunctions/environment.ts');
    mkdirSync(join(root, 'dist'), { recursive: true });
    write('dist/database.json', { collections });
    write('dist/environment.json', environment);
  });
}

/** Every `…Store.ts` of the cloud: the modules' own, and the platform's. */
function storeFiles() {
  const files = readdirSync(join(root, 'cloudfunctions'), { recursive: true });
  return files
    .map((file) => `cloudfunctions/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('Store.ts'))
    .sort();
}

async function evaluate(file) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(root, file)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['wx-server-sdk'],
    logLevel: 'warning',
  });
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', outputFiles[0].text);
  run(module, module.exports, createRequire(join(root, 'package.json')));
  return module.exports;
}

function isCollection(value) {
  return (
    typeof value === 'object' && value !== null && 'name' in value && 'indexes' in value && 'rules' in value
  );
}

function write(path, value) {
  writeFileSync(join(root, path), `${JSON.stringify(value, null, 2)}\n`);
}
