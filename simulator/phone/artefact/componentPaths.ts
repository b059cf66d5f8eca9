/**
 * Where a component named in `usingComponents` lies: its path from the root with a leading slash. A name without `./` is looked
 * for beside the file that uses it, then in each `miniprogram_npm` upwards; a folder stands for its `index`.
 * One that is nowhere keeps the place beside its user, so that the refusal names it. [doc: 使用 npm 包]
 *
 * `exists` answers for a path from the root without suffix; `owner` is the same kind of path.
 */
export function componentPath(owner: string, used: string, exists: (path: string) => boolean): string {
  if (used.includes('://')) return used;
  const beside = resolved(owner, used);
  const plain = !/^\.{0,2}\//.test(used);
  const places = plain ? [beside, ...npmPlaces(owner, used)] : [beside];
  const found = places.flatMap((place) => [place, `${place}/index`]).find(exists);
  return `/${found ?? beside}`;
}

/** Every place, from the inmost outwards, where a package of the name may lie for the file at `owner`. */
export function npmPlaces(owner: string, name: string): string[] {
  const folders = owner.split('/').slice(0, -1);
  return [...folders.keys(), folders.length]
    .reverse()
    .map((depth) => [...folders.slice(0, depth), 'miniprogram_npm', name].join('/'));
}

function resolved(owner: string, used: string): string {
  return new URL(used, used.startsWith('/') ? 'http://p/' : `http://p/${owner}`).pathname.slice(1);
}
