import { join } from 'node:path';
import { build } from 'esbuild';
import { packedRegions } from './packedRegions';
import { wechatApiNames } from './wechatNames';

export interface HostBundle {
  readonly script: string;
  readonly style: string;
}

let bundled: Promise<HostBundle> | undefined;

/** The phone's own code for the browser, made once per process. */
export function hostBundle(): Promise<HostBundle> {
  bundled ??= bundleHost();
  return bundled;
}

async function bundleHost(): Promise<HostBundle> {
  const folder = join(__dirname, '..', 'host');
  const { outputFiles } = await build({
    entryPoints: { host: join(folder, 'main.ts'), style: join(folder, 'style.css') },
    outdir: folder,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    sourcemap: 'inline',
    charset: 'utf8',
    define: {
      'process.env.NODE_ENV': '"production"',
      wechatApiNames: JSON.stringify(wechatApiNames()),
      packedRegions: JSON.stringify(packedRegions()),
    },
    logLevel: 'warning',
  });
  const text = (suffix: string) => outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}
