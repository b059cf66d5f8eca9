import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** The folder of a fixture's mini-program. Native ones lie ready; those of Taro are built when stale. */
export function builtFixture(name: string): string {
  const native = join(root, 'simulator', 'phone', 'fixtures', name);
  if (existsSync(join(native, 'app.json'))) return native;
  const { status, stderr } = spawnSync(process.execPath, ['tools/fixtures.mjs', name], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} could not be built:\n${stderr}`);
  return join(root, 'build', 'fixtures', name);
}
