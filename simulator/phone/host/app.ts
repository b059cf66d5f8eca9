type Listener = (...args: unknown[]) => void;

/** The `App({...})` of the mini-program. The object it hands over is the one `getApp()` gives: Taro counts on that. */
export class MiniApp {
  /** What `onLaunch` was given; what the latest `onShow` was given. */
  launched: object = {};
  entered: object = {};
  private instance: Record<string, unknown> | undefined;
  private readonly listeners = new Map<string, Set<Listener>>();

  readonly App = (definition: Record<string, unknown>): void => {
    this.instance = definition;
  };

  readonly getApp = (): Record<string, unknown> | undefined => this.instance;

  listen(event: string, listener: Listener): void {
    const known = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, known.add(listener));
  }

  stopListening(event: string, listener?: Listener): void {
    if (listener) this.listeners.get(event)?.delete(listener);
    else this.listeners.delete(event);
  }

  launch(options: object): void {
    this.launched = options;
    this.call('onLaunch', options);
    this.show(options);
  }

  show(options: object = this.entered): void {
    this.entered = options;
    this.call('onShow', options);
    this.tell('AppShow', options);
  }

  hide(): void {
    this.call('onHide');
    this.tell('AppHide', { reason: 0 });
  }

  /** An uncaught exception, for the app's own handlers. */
  failed(message: string): void {
    this.call('onError', message);
    this.tell('Error', message);
  }

  unhandled(reason: unknown): void {
    const event = { reason, promise: Promise.resolve() };
    this.call('onUnhandledRejection', event);
    this.tell('UnhandledRejection', event);
  }

  /** A page was to be opened that the mini-program does not have. */
  pageNotFound(options: { path: string; query: object; isEntryPage: boolean }): void {
    this.call('onPageNotFound', options);
    this.tell('PageNotFound', options);
  }

  themeChanged(name: string): void {
    this.call('onThemeChange', { theme: name });
    this.tell('ThemeChange', { theme: name });
  }

  private call(method: string, ...args: readonly unknown[]): void {
    const found = this.instance?.[method];
    if (typeof found !== 'function') return;
    try {
      found.apply(this.instance, args);
    } catch (error) {
      if (method !== 'onError') reportError(error);
    }
  }

  private tell(event: string, ...args: unknown[]): void {
    for (const listener of this.listeners.get(event) ?? []) listener(...args);
  }
}

/** What `onLaunch` and `onShow` are given. Scene 1001 is the list of recent mini-programs. [doc] */
export function launchOptions(path: string, query: Readonly<Record<string, string>>) {
  return {
    path,
    query: { ...query },
    scene: 1001,
    referrerInfo: {},
    shareTicket: undefined,
    mode: 'default',
  };
}
