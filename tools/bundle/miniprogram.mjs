// src → dist/miniprogram, by Taro.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, unlessFresh } from './freshness.mjs';

const inputs = [
  'src',
  'types',
  'config/index.ts',
  'config/aria',
  'babel.config.js',
  '.browserslistrc',
  'project.config.json',
  'tsconfig.json',
];

export function buildMiniprogram() {
  return unlessFresh('miniprogram', { inputs, outputs: ['dist/miniprogram/app.json'] }, async () => {
    rmSync(join(root, 'dist/miniprogram'), { recursive: true, force: true });
    await runTaro(root);
  });
}

/** Runs `taro build` in `folder`, offline. Its progress is shown only when it fails. */
export async function runTaro(folder, more = {}) {
  const cli = createRequire(join(root, 'package.json')).resolve('@tarojs/cli/bin/taro');
  const env = { ...process.env, NODE_ENV: 'production', ...more };
  const words = [cli, 'build', '--type', 'weapp', '--no-check'];
  const child = spawn(process.execPath, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill();
  process.once('exit', end);
  const said = { stdout: '', stderr: '' };
  for (const name of Object.keys(said))
    child[name].setEncoding('utf8').on('data', (text) => {
      said[name] += text;
    });
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  process.off('exit', end);
  // Taro ends with 0 even when webpack found errors.
  const failed = status !== 0 || /✖|Errors:/.test(said.stdout);
  if (failed) throw new Error(`taro build failed:\n${said.stdout}\n${said.stderr}`);
}
