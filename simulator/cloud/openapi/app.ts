import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const packages = z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).optional();
const appJson = z.object({ pages: z.array(z.string()), subPackages: packages, subpackages: packages });

/** The pages of the built mini-program, home page first; undefined while there is none to look at. */
export function builtPages(dist: string): readonly string[] | undefined {
  const path = join(dist, 'miniprogram', 'app.json');
  if (!existsSync(path)) return undefined;
  const app = appJson.safeParse(parse(readFileSync(path, 'utf8')));
  if (!app.success) return undefined;
  const { pages, subPackages = [], subpackages = [] } = app.data;
  const inPackages = [...subPackages, ...subpackages].flatMap(({ root, pages: own }) =>
    own.map((page) => `${root.replace(/\/+$/, '')}/${page}`),
  );
  return [...pages, ...inPackages];
}

/** `path` may carry a query. A leading slash is always wrong; an unknown page only if the mini-program has been built. */
export function isPage(path: string, pages: readonly string[] | undefined): boolean {
  if (path.startsWith('/')) return false;
  const [page = ''] = path.split('?', 1);
  return pages === undefined || pages.includes(page);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
