import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const platforms: Readonly<Record<string, { readonly folder: string; readonly suffix: string }>> = {
  linux: { folder: 'linux', suffix: '' },
  darwin: { folder: 'mac', suffix: '' },
  win32: { folder: 'windows', suffix: '.exe' },
};

/** What one of WeChat's compilers made, or what it complained of. */
export interface Compiled {
  /** JavaScript; empty when the compiler refused. */
  readonly code: string;
  /** The compiler's words; empty when it agreed. */
  readonly complaint: string;
}

/**
 * Runs WeChat's own template (`wcc`) or style (`wcsc`) compiler from the package `miniprogram-compiler`, which lies in
 * `modules`, on files of `folder`.
 */
export function runCompiler(
  tool: 'wcc' | 'wcsc',
  modules: string,
  folder: string,
  files: readonly string[],
): Compiled {
  const platform = platforms[process.platform];
  if (!platform) throw new Error(`miniprogram-compiler has no ${tool} for ${process.platform}`);
  const binary = join(modules, 'miniprogram-compiler', 'bin', platform.folder, tool + platform.suffix);
  // The package is published without the executable bit. [measured]
  chmodSync(binary, 0o755);
  const place = mkdtempSync(join(tmpdir(), 'nuanlin-compiler-'));
  try {
    const out = join(place, 'out.js');
    const { status, stderr, stdout, error } = spawnSync(binary, ['-o', out, ...files], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (error) throw error;
    if (status === 0) return { code: readFileSync(out, 'utf8'), complaint: '' };
    return { code: '', complaint: `${stderr}${stdout}`.trim() || `${tool} ended with ${status}` };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
