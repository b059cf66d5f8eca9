import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { environment } from '../../../cloudfunctions/environment';
import type { World } from './world';

const root = join(__dirname, '../../..');
const payEntries = ['payNotify', 'refundNotify', 'payNotifyHttp'];

/** Functions bundled as the build ships them, to be put into any world: those that WeChat Pay calls, and others by name. */
export class Entries {
  private readonly folder = mkdtempSync(join(tmpdir(), 'entries-'));
  private readonly names: readonly string[];

  constructor(...more: readonly string[]) {
    this.names = [...payEntries, ...more];
  }

  async build(): Promise<this> {
    await build({
      entryPoints: this.names.map((name) => ({
        in: join(root, 'cloudfunctions', name, 'index.ts'),
        out: `${name}/index`,
      })),
      outdir: this.folder,
      bundle: true,
      platform: 'node',
      target: 'node16',
      format: 'cjs',
      logLevel: 'error',
    });
    for (const name of this.names)
      cpSync(join(root, 'cloudfunctions', name, 'config.json'), join(this.folder, name, 'config.json'));
    return this;
  }

  /** Deploys them, with the environment as one sets it in the console. `variables` are those of the entry by HTTPS. */
  deploy(world: World, variables: Readonly<Record<string, string>> = {}): void {
    const { dist } = world.cloud.context.settings;
    const functions = join(dist, 'cloudfunctions');
    mkdirSync(functions, { recursive: true });
    cpSync(this.folder, functions, { recursive: true });
    const config = { timeout: 20, envVariables: variables };
    writeFileSync(join(functions, 'payNotifyHttp', 'config.json'), JSON.stringify(config));
    writeFileSync(join(dist, 'environment.json'), JSON.stringify(environment));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
