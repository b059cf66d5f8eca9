/** The `App({...})` of the mini-program. The object it hands over is the one `getApp()` gives: Taro counts on that. */
export class MiniApp {
  private instance: Record<string, unknown> | undefined;

  readonly App = (definition: Record<string, unknown>): void => {
    this.instance = definition;
  };

  readonly getApp = (): Record<string, unknown> | undefined => this.instance;

  /** Calls a life-cycle method if the app has it; what it throws is reported and goes no further. */
  call(method: string, ...args: readonly unknown[]): void {
    const found = this.instance?.[method];
    if (typeof found !== 'function') return;
    try {
      found.apply(this.instance, args);
    } catch (error) {
      if (method !== 'onError') reportError(error);
    }
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
