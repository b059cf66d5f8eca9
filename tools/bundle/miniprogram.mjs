// src → dist/miniprogram, by Taro.
import { spawnSync } from 'node:child_process';
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
  return unlessFresh('miniprogram', { inputs, outputs: ['dist/miniprogram/app.json'] }, () => {
    rmSync(join(root, 'dist/miniprogram'), { recursive: true, force: true });
    runTaro(root);
  });
}

/** Runs `taro build` in `folder`, offline. Its progress is shown only when it fails. */
export function runTaro(folder, more = {}) {
  const cli = createRequire(join(root, 'package.json')).resolve('@tarojs/cli/bin/taro');
  const env = { ...process.env, NODE_ENV: 'production', ...more };
  const result = spawnSync(process.execPath, [cli, 'build', '--type', 'weapp', '--no-check'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  // Taro ends with 0 even when webpack found errors.
  const failed = result.status !== 0 || /✖|Errors:/.test(result.stdout);
  if (failed) throw new Error(`taro build failed:\n${result.stdout}\n${result.stderr}`);
}
