// node tools/bundle/fixture.mjs <folder>: builds a Taro app that the phone's own tests run, unless it is fresh.
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, unlessFresh } from './freshness.mjs';
import { runTaro } from './miniprogram.mjs';

const folder = relative(root, process.argv[2]);
const inputs = ['src', 'config', 'babel.config.js', 'package.json'].map((name) => `${folder}/${name}`);
const name = folder.replace(/[^a-z]+/g, '-');

await unlessFresh(
  name,
  { inputs: [...inputs, 'babel.config.js'], outputs: [`${folder}/dist/app.json`] },
  async () => {
    rmSync(join(root, folder, 'dist'), { recursive: true, force: true });
    await runTaro(join(root, folder));
  },
);
