import { npmPlaces } from '../../artefact/componentPaths';
import { hiddenNames } from './globals';

export interface MiniModule {
  exports: unknown;
}

const ownParameters = ['require', 'module', 'exports'];

/** WeChat's module system: every file is a CommonJS module, run once, found by a path relative to the one that asks. */
export class Modules {
  private readonly sources = new Map<string, string>();
  private readonly loaded = new Map<string, MiniModule>();

  /** `globals` are the names every module sees besides the language's; `bring` loads the package a path lies in. */
  constructor(
    private readonly globals: Readonly<Record<string, unknown>>,
    private readonly bring: (path: string) => Promise<void> = async () => {},
  ) {}

  add(sources: Readonly<Record<string, string>>): void {
    for (const [path, source] of Object.entries(sources)) this.sources.set(path, source);
  }

  has(path: string): boolean {
    return this.sources.has(path);
  }

  /** Runs the file at `path` (with `.js`) unless it has run; returns what it exports. */
  load(path: string): unknown {
    const known = this.loaded.get(path);
    if (known) return known.exports;
    const source = this.sources.get(path);
    if (source === undefined) throw new Error(`module '${path}' is not defined`);
    const module: MiniModule = { exports: {} };
    this.loaded.set(path, module);
    const names = Object.keys(this.globals);
    const hidden = hiddenNames.filter((name) => !names.includes(name));
    // A function within a function: a file may declare a name of its own that the outer one takes away (`class Image`).
    const inner = `return function (${ownParameters.join(', ')}) {${source}\n}\n//# sourceURL=miniprogram/${path}`;
    const run = new Function(...names, ...hidden, inner)(...Object.values(this.globals));
    run.call(undefined, this.requireFor(path), module, module.exports);
    return module.exports;
  }

  /** `require` as one file sees it; with callbacks, or as `require.async`, it also reaches other packages. [doc: 分包异步化] */
  private requireFor(path: string) {
    const later = async (wanted: string): Promise<unknown> => {
      try {
        await this.bring(resolvePath(path, wanted));
        return this.load(this.resolve(path, wanted));
      } catch (error) {
        return Promise.reject({
          mod: wanted,
          errMsg: error instanceof Error ? error.message : String(error),
        });
      }
    };
    const now = (wanted: string, done?: (exported: unknown) => void, failed?: (error: unknown) => void) => {
      if (!done) return this.load(this.resolve(path, wanted));
      later(wanted).then(done, (error) => failed?.(error));
      return undefined;
    };
    return Object.assign(now, { async: later });
  }

  private resolve(from: string, wanted: string): string {
    const path = resolvePath(from, wanted);
    const plain = !/^\.{0,2}\//.test(wanted);
    const places = plain ? [path, ...npmPlaces(from, wanted)] : [path];
    const candidates = places.flatMap((place) => [place, `${place}.js`, `${place}/index.js`]);
    const found = candidates.find((candidate) => this.sources.has(candidate));
    if (!found) throw new Error(`module '${path}.js' is not defined, require args is '${wanted}'`);
    return found;
  }
}

/** A path as one file of the package names another; `/x` counts from the root. */
export function resolvePath(from: string, wanted: string): string {
  return new URL(wanted, wanted.startsWith('/') ? 'http://p/' : `http://p/${from}`).pathname.slice(1);
}
