import { existsSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeCacheFile, pruneCodeCache } from './codeCache';
import { Harness, wang } from './testing/harness';

const padding = ` // ${'x'.repeat(70_000)} ${process.pid}\n`;
let harness: Harness;
const files = new Set<string>();
beforeEach(() => {
  harness = new Harness();
});
afterEach(async () => {
  await harness.close();
  for (const file of files) rmSync(file, { force: true });
});

const cacheFile = () => {
  const file = codeCacheFile(harness.functions.bundles.find('big'));
  if (file === undefined) throw new Error('a big bundle has a cache file');
  files.add(file);
  return file;
};
const coldCall = async () => {
  harness.context.faults.add({ id: 'c', point: 'function.big', kind: 'cold', chance: 1, times: 1 });
  const done = await harness.functions.invoke({ name: 'big', caller: wang });
  expect(done.isCold).toBe(true);
  return JSON.parse(done.result);
};
const written = async (file: string) => {
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 5));
};

test('a big bundle keeps its compiled code after the first call and runs from it', async () => {
  harness.deploy(
    'big',
    `exports.main = () => { try { null.x; } catch (e) { return [e.stack.split("\\n")[1].trim(), __filename.length > 5, module.exports === exports]; } };${padding}`,
  );
  const first = await coldCall();
  expect(first).toEqual([expect.stringMatching(/^at exports\.main .*index\.js:1:35\)$/), true, true]);
  await written(cacheFile());
  await expect(coldCall()).resolves.toEqual(first);
});

test('other code of the same length never runs from it', async () => {
  harness.deploy('big', `exports.main = () => "first";${padding}`);
  await coldCall();
  await written(cacheFile());
  harness.deploy('big', `exports.main = () => "other";${padding}`);
  await expect(coldCall()).resolves.toBe('other');
  await written(cacheFile());
});

test('a damaged file costs time and nothing else', async () => {
  harness.deploy('big', `exports.main = () => "whole";${padding}`);
  await coldCall();
  const file = cacheFile();
  await written(file);
  truncateSync(file, 100);
  await expect(coldCall()).resolves.toBe('whole');
});

test('small bundles keep nothing; what is a week old goes', async () => {
  harness.deploy('small', 'exports.main = () => 1;');
  expect(codeCacheFile(harness.functions.bundles.find('small'))).toBeUndefined();
  harness.deploy('big', `exports.main = () => 1;${padding}`);
  await coldCall();
  const file = cacheFile();
  await written(file);
  const old = join(dirname(file), `old-${process.pid}`);
  files.add(old);
  writeFileSync(old, '');
  const longAgo = Date.now() / 1000 - 8 * 24 * 3600;
  utimesSync(old, longAgo, longAgo);
  pruneCodeCache();
  expect([existsSync(old), existsSync(file)]).toEqual([false, true]);
});
