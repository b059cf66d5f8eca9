// Whether a part of dist still matches what it was made from. Plain JavaScript on built-ins.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Runs `make` unless `outputs` exist and the files and folders in `inputs` are, byte for byte, those of the last run.
 * The stamp goes first and comes back last, so that a build that dies is never taken for a fresh one.
 */
export async function unlessFresh(name, { inputs, outputs }, make) {
  const stamp = join(root, '.cache', 'build', `${name}.sha256`);
  const wanted = fingerprint([...inputs, 'tools/bundle', 'package-lock.json']);
  const isFresh =
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted &&
    outputs.every((path) => existsSync(join(root, path)));
  if (isFresh) return false;
  rmSync(stamp, { force: true });
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow).sort()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesBelow(`${path}/${name}`));
}
