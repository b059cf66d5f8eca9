// The phone's Taro fixtures, into build/fixtures/<name>. Built when somebody needs one and it is stale.
// node tools/fixtures.mjs [name …]: prints one line for each that was built.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, unlessFresh } from './bundle/freshness.mjs';
import { runTaro } from './bundle/miniprogram.mjs';

export const taroFixtures = ['taro-gallery', 'nutui-gallery'];

/** Builds a fixture unless it is fresh; tells whether it did. */
export function buildFixture(name) {
  const source = `simulator/phone/fixtures/${name}`;
  const output = `build/fixtures/${name}`;
  const inputs = [
    source,
    'simulator/phone/fixtures/taroConfig.cjs',
    'babel.config.js',
    '.browserslistrc',
    'tools/fixtures.mjs',
  ];
  return unlessFresh(`fixture-${name}`, { inputs, outputs: [`${output}/app.json`] }, async () => {
    rmSync(join(root, output), { recursive: true, force: true });
    await runTaro(join(root, source));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2);
  for (const name of named.length > 0 ? named : taroFixtures) {
    const began = Date.now();
    if (await buildFixture(name))
      process.stderr.write(`Built ${name} in ${Math.round((Date.now() - began) / 1000)} s.\n`);
  }
}
