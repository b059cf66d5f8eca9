import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type EnvironmentFile, readEnvironmentFile } from './project';

/** Reads `environment.json` again whenever it has changed. */
export function watchedEnvironment(dist: string): () => EnvironmentFile {
  const path = join(dist, 'environment.json');
  let seen: string | undefined;
  let kept: EnvironmentFile | undefined;
  return () => {
    const mark = markOf(path);
    if (!kept || mark !== seen) {
      kept = readEnvironmentFile(dist);
      seen = mark;
    }
    return kept;
  };
}

function markOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs}:${stats.size}` : 'missing';
}
