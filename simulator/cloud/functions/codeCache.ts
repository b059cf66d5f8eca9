import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bundle } from './bundles';

/** Smaller bundles compile faster than a file is read. */
const worthKeeping = 64 * 1024;
const keptFor = 7 * 24 * 3_600_000;

/** Where the compiled code of bundles is kept between starts: with the other tools' caches, or nowhere. */
function folder(): string | undefined {
  return existsSync('node_modules') ? resolve('node_modules/.cache/cloud-functions') : undefined;
}

/** The file for one bundle. V8 itself compares only the length of the source, so the name carries its hash. */
export function codeCacheFile(bundle: Bundle): string | undefined {
  const place = folder();
  if (!place || bundle.codeLength < worthKeeping) return undefined;
  return join(place, `${bundle.name}-${bundle.codeHash}-${process.version}-${process.arch}`);
}

/** Removes what no start has written for a week. */
export function pruneCodeCache(): void {
  const place = folder();
  if (!place || !existsSync(place)) return;
  for (const name of readdirSync(place)) {
    const path = join(place, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > keptFor) rmSync(path, { force: true });
  }
}
