// node tools/probe.mjs: bundles the portable contract checks as one cloud function. Deployed in a real environment and called
// with {"probe": "run"}, it prints where that environment differs from what the checks say of WeChat.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'build', 'probe') } } });
const out = resolve(values.out);

mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(root, 'tests', 'contract', 'harness', 'probeFunction.ts')],
  outfile: join(out, 'index.js'),
  bundle: true,
  platform: 'node',
  target: 'node16',
  format: 'cjs',
  minify: true,
  logLevel: 'error',
});
const config = { timeout: 60, memorySize: 512, permissions: { openapi: [] } };
writeFileSync(join(out, 'config.json'), `${JSON.stringify(config, null, 2)}\n`);
const description = { name: 'probe', version: '1.0.0', private: true, main: 'index.js' };
writeFileSync(join(out, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
process.stdout.write(`${out}\n`);
