import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type AppConfig, normalizeAppConfig } from '../../../simulator/phone/artefact/appConfig';
import { resolveTarget } from './paths';
import { type ParsedScript, parseScript } from './script';
import { type WxmlTag, wxmlTags } from './wxml';

/** The configuration of a page or a component. */
export type OwnerConfig = Readonly<Record<string, unknown>> & {
  readonly usingComponents?: Readonly<Record<string, string>>;
};

/** A built mini-program in a folder, read once and parsed when asked for. */
export class BuiltMiniprogram {
  /** Paths from the root, sorted. */
  readonly files: readonly string[];
  /** `app.json` with WeChat's defaults; undefined when it is missing or is no JSON: then the schema gate says so. */
  readonly app: AppConfig | undefined;
  private readonly known: ReadonlySet<string>;
  private readonly texts = new Map<string, string>();
  private readonly scripts = new Map<string, ParsedScript>();
  private readonly tags = new Map<string, readonly WxmlTag[]>();

  constructor(readonly folder: string) {
    if (!existsSync(join(folder, 'app.json')))
      throw new Error(`${folder} holds no mini-program: app.json is missing`);
    this.files = filesBelow(folder, '').sort();
    this.known = new Set(this.files);
    this.app = readApp(this.json('app.json'));
  }

  has(path: string): boolean {
    return this.known.has(path);
  }

  withSuffix(suffix: string): string[] {
    return this.files.filter((file) => file.endsWith(suffix));
  }

  /** Bytes of a file. */
  size(path: string): number {
    return statSync(join(this.folder, path)).size;
  }

  text(path: string): string {
    return remembered(this.texts, path, () => readFileSync(join(this.folder, path), 'utf8'));
  }

  /** undefined when the file is missing or is no JSON. */
  json(path: string): unknown {
    if (!this.has(path)) return undefined;
    try {
      return JSON.parse(this.text(path));
    } catch {
      return undefined;
    }
  }

  script(path: string): ParsedScript {
    return remembered(this.scripts, path, () => parseScript(this.text(path)));
  }

  wxml(path: string): readonly WxmlTag[] {
    return remembered(this.tags, path, () => wxmlTags(this.text(path)));
  }

  /** Pages and all components they reach, as paths without suffix, whether the files exist or not. */
  owners(): string[] {
    const pages = this.app?.allPages ?? [];
    const found = new Set<string>();
    const waiting = ['app', ...pages];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (found.has(path)) continue;
      found.add(path);
      for (const target of Object.values(this.config(path).usingComponents ?? {})) {
        const used = typeof target === 'string' && !target.includes('://') && resolveTarget(path, target);
        if (used)
          waiting.push(this.has(`${used}/index.json`) && !this.has(`${used}.json`) ? `${used}/index` : used);
      }
    }
    found.delete('app');
    return [...found].sort();
  }

  config(owner: string): OwnerConfig {
    const read = this.json(`${owner}.json`);
    return typeof read === 'object' && read !== null ? (read as OwnerConfig) : {};
  }
}

function readApp(raw: unknown): AppConfig | undefined {
  try {
    return normalizeAppConfig(raw as Record<string, unknown>);
  } catch {
    return undefined;
  }
}

function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

function remembered<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key);
  if (known !== undefined) return known;
  const made = make();
  store.set(key, made);
  return made;
}
