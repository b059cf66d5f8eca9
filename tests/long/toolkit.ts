import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The `node_modules` of WeChat's own tools, installed when missing. The tool that does it is an ES module for a bare Node. */
export function toolkitModules(): string {
  const tool = join(__dirname, '..', '..', 'tools', 'weapp', 'toolkit.mjs');
  const script = 'import(process.argv[1]).then((tool) => console.log(tool.provideToolkit()))';
  const { status, stdout } = spawnSync(process.execPath, ['-e', script, '--', tool], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('the tools of tools/weapp could not be installed');
  return stdout.trim();
}
