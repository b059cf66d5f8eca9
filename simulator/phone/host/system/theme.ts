export type ThemeName = 'light' | 'dark';

/** `theme.json`: by theme, what each `@name` in app.json and in the pages' json stands for. */
export type ThemeVariables = Readonly<Partial<Record<ThemeName, Readonly<Record<string, unknown>>>>>;

/**
 * Light or dark. The phone is set to one of them; the mini-program sees it only with `"darkmode": true` in app.json and is light
 * otherwise. [doc: DarkMode 适配指南]
 */
export class Theme {
  private setting: ThemeName = 'light';
  private isFollowed = false;
  private variables: ThemeVariables = {};
  private readonly listeners = new Set<(name: ThemeName) => void>();

  /** What the mini-program declares of itself. */
  declare(isFollowed: boolean, variables: ThemeVariables = {}): void {
    this.isFollowed = isFollowed;
    this.variables = variables;
    this.apply();
  }

  /** What the mini-program looks like now. */
  get shown(): ThemeName {
    return this.isFollowed ? this.setting : 'light';
  }

  /** What interfaces tell: nothing when the mini-program does not follow the phone. [doc: wx.getSystemInfo] */
  get told(): ThemeName | undefined {
    return this.isFollowed ? this.setting : undefined;
  }

  /** The phone's own setting. Throws on a name it does not know. */
  set(name: ThemeName): void {
    if (name !== 'light' && name !== 'dark') throw new Error(`a theme is light or dark, not ${String(name)}`);
    const before = this.shown;
    this.setting = name;
    this.apply();
    if (this.shown === before) return;
    for (const listener of this.listeners) listener(name);
  }

  onChange(listener: (name: ThemeName) => void): void {
    this.listeners.add(listener);
  }

  /** A configuration with the value of each `@name` in it; a name that theme.json does not have stays as it is. */
  resolved<T>(config: T): T {
    if (typeof config === 'string') return this.valueOf(config) as T;
    if (Array.isArray(config)) return config.map((one: unknown) => this.resolved(one)) as T;
    if (typeof config !== 'object' || config === null) return config;
    return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, this.resolved(value)])) as T;
  }

  private valueOf(text: string): unknown {
    return text.startsWith('@') ? (this.variables[this.shown]?.[text.slice(1)] ?? text) : text;
  }

  // Style sheets ask for it (artefact/styles.ts).
  private apply(): void {
    if (typeof document !== 'undefined') document.documentElement.style.setProperty('--wx-theme', this.shown);
  }
}

export const theme = new Theme();
