import { join } from 'node:path';
import { build } from 'esbuild';

export interface PageBundle {
  readonly script: string;
  readonly style: string;
}

/** The control page for the browser, made when the server starts. */
export async function bundlePage(): Promise<PageBundle> {
  const folder = join(__dirname, '..', 'controlPage');
  const { outputFiles } = await build({
    entryPoints: { page: join(folder, 'main.tsx'), style: join(folder, 'style', 'page.css') },
    outdir: folder,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  const text = (suffix: string) => outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}
