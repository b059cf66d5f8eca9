/** `app.json` with everything in place that WeChat fills in. */
export interface AppConfig {
  readonly pages: readonly string[];
  /** Main package and subpackages, in the order of declaration; the first is the entry unless `entryPagePath` says otherwise. */
  readonly allPages: readonly string[];
  readonly entryPagePath: string;
  readonly subpackages: readonly Subpackage[];
  readonly window: Readonly<Record<string, unknown>>;
  readonly tabBar?: TabBarConfig;
  readonly preloadRule: Readonly<Record<string, { readonly packages: readonly string[] }>>;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface Subpackage {
  readonly root: string;
  readonly name?: string;
  readonly pages: readonly string[];
  readonly independent: boolean;
}

export interface TabBarConfig {
  readonly color?: string;
  readonly selectedColor?: string;
  readonly backgroundColor?: string;
  readonly borderStyle?: 'black' | 'white';
  readonly position?: 'bottom' | 'top';
  readonly custom?: boolean;
  readonly list: readonly {
    readonly pagePath: string;
    readonly text: string;
    readonly iconPath?: string;
    readonly selectedIconPath?: string;
  }[];
}

export function normalizeAppConfig(raw: Record<string, unknown>): AppConfig {
  const pages = raw.pages as string[] | undefined;
  if (!Array.isArray(pages) || pages.length === 0) throw new Error('app.json names no pages');
  const declared = (raw.subPackages ?? raw.subpackages ?? []) as Partial<Subpackage>[];
  const subpackages = declared.map((one) => ({
    root: trimSlashes(one.root ?? ''),
    ...(one.name ? { name: one.name } : {}),
    pages: (one.pages ?? []).map((page) => `${trimSlashes(one.root ?? '')}/${trimSlashes(page)}`),
    independent: one.independent === true,
  }));
  const tabBar = raw.tabBar as TabBarConfig | undefined;
  return {
    pages,
    allPages: [...pages, ...subpackages.flatMap((one) => one.pages)],
    entryPagePath: trimSlashes((raw.entryPagePath as string | undefined) ?? pages[0] ?? ''),
    subpackages,
    window: (raw.window ?? {}) as Record<string, unknown>,
    ...(tabBar ? { tabBar } : {}),
    preloadRule: (raw.preloadRule ?? {}) as AppConfig['preloadRule'],
    raw,
  };
}

/** The root of the subpackage a page belongs to; '' is the main package. */
export function packageOf(config: AppConfig, page: string): string {
  return config.subpackages.find((one) => one.pages.includes(page))?.root ?? '';
}

/** The root of the subpackage any file lies in, by its path; '' is the main package. */
export function packageAround(config: AppConfig, path: string): string {
  return config.subpackages.find((one) => path.startsWith(`${one.root}/`))?.root ?? '';
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '').replace(/\.html$/, '');
}
