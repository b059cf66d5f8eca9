import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds a Taro fixture if it is stale; returns its name as `startPhoneUnderTest` takes it. */
export function buildTaroFixture(name: string): string {
  const root = join(__dirname, '..', '..', '..');
  const folder = join(__dirname, '..', 'fixtures', name);
  const tool = join(root, 'tools', 'bundle', 'fixture.mjs');
  const { status, stderr } = spawnSync(process.execPath, [tool, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return `${name}/dist`;
}
