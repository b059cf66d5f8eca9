import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type AppConfig, normalizeAppConfig } from './appConfig';
import { componentPath } from './componentPaths';
import { compileScript } from './scripts';
import { stylePrefix } from './selectors';
import { compileStyle } from './styles';
import { compileTemplates, type TemplateFault } from './templates';

/** One part of the mini-program that is loaded as a whole: the main package or a subpackage. */
export interface PackageCode {
  /** '' for the main package. */
  readonly root: string;
  /** Sources by path with `.js`. */
  readonly scripts: Readonly<Record<string, string>>;
  /** JavaScript expression: templates by path. */
  readonly templates: string;
  /** CSS by path without suffix. */
  readonly styles: Readonly<Record<string, string>>;
  /** Page and component configurations by path without suffix. */
  readonly configs: Readonly<Record<string, ComponentConfig>>;
  readonly faults: readonly TemplateFault[];
}

export interface ComponentConfig {
  readonly component?: boolean;
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/** The built mini-program as it lies in a folder (`dist/miniprogram`), read anew at each call. */
export class Artefact {
  readonly config: AppConfig;
  private readonly compiled = new Map<string, PackageCode>();

  constructor(readonly folder: string) {
    const file = join(folder, 'app.json');
    if (!existsSync(file)) throw new Error(`${folder} holds no mini-program: app.json is missing`);
    this.config = normalizeAppConfig(readJson(file));
  }

  /** What `@name` stands for in app.json and the pages' json, by theme; {} when app.json names no file. */
  theme(): Record<string, unknown> {
    const file = join(this.folder, String(this.config.raw.themeLocation ?? ''));
    return this.config.raw.themeLocation && existsSync(file) ? readJson(file) : {};
  }

  /** Compiles a package on first use. `root` is '' for the main package. */
  package(root: string): PackageCode {
    const known = this.compiled.get(root);
    if (known) return known;
    const made = this.compile(root);
    this.compiled.set(root, made);
    return made;
  }

  private compile(root: string): PackageCode {
    const files = this.filesOf(root);
    const text = (path: string) => readFileSync(join(this.folder, path), 'utf8');
    const bySuffix = (suffix: string) => files.filter((file) => file.endsWith(suffix));
    const configs = Object.fromEntries(
      bySuffix('.wxml')
        .map((file) => without(file, '.wxml'))
        .filter((path) => this.config.allPages.includes(path) || this.has(path, '.json'))
        .map((path) => [path, this.configOf(path)]),
    );
    const { code, faults } = compileTemplates(this.withMain(root, '.wxml'), this.withMain(root, '.wxs'));
    return {
      root,
      scripts: Object.fromEntries(bySuffix('.js').map((file) => [file, compileScript(file, text(file))])),
      templates: code,
      styles: this.stylesOf(bySuffix('.wxss'), configs),
      configs,
      faults,
    };
  }

  // A page needs no json of its own. What app.json declares may be used everywhere; its paths count from the root.
  private configOf(path: string): ComponentConfig {
    const own: ComponentConfig = this.has(path, '.json') ? readJson(join(this.folder, `${path}.json`)) : {};
    const everywhere = this.located('app', this.config.raw.usingComponents);
    const used = { ...everywhere, ...this.located(path, own.usingComponents) };
    return Object.keys(used).length > 0 ? { ...own, usingComponents: used } : own;
  }

  private located(owner: string, used: unknown): Record<string, string> {
    const exists = (path: string) => this.has(path, '.json');
    return Object.fromEntries(
      Object.entries((used ?? {}) as Record<string, string>).map(([tag, path]) => [
        tag,
        componentPath(owner, path, exists),
      ]),
    );
  }

  private has(path: string, suffix: string): boolean {
    return existsSync(join(this.folder, `${path}${suffix}`));
  }

  // A subpackage's templates may import the main package's: they are compiled together.
  private withMain(root: string, suffix: string): Map<string, string> {
    const files = root === '' ? this.filesOf('') : [...this.filesOf(''), ...this.filesOf(root)];
    const wanted = files.filter((file) => file.endsWith(suffix));
    return new Map(
      wanted.map((file) => [without(file, suffix), readFileSync(join(this.folder, file), 'utf8')]),
    );
  }

  private stylesOf(
    files: readonly string[],
    configs: Record<string, ComponentConfig>,
  ): Record<string, string> {
    const read = (path: string) => {
      const file = join(this.folder, `${path}.wxss`);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    };
    const pages = new Set(this.config.allPages);
    const styles: Record<string, string> = {};
    for (const path of files.map((file) => without(file, '.wxss'))) {
      if (path === 'app') styles[path] = compileStyle(path, { kind: 'app' }, read);
      else if (pages.has(path)) styles[path] = compileStyle(path, { kind: 'page', path }, read);
      else if (configs[path])
        styles[path] = compileStyle(path, { kind: 'component', path, prefix: stylePrefix(path) }, read);
    }
    return styles;
  }

  private filesOf(root: string): string[] {
    const all = filesBelow(this.folder).map((file) => relative(this.folder, file).split(sep).join('/'));
    const roots = this.config.subpackages.map((one) => `${one.root}/`);
    if (root === '') return all.filter((file) => !roots.some((other) => file.startsWith(other)));
    return all.filter((file) => file.startsWith(`${root}/`));
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

function without(path: string, suffix: string): string {
  return path.slice(0, -suffix.length);
}
