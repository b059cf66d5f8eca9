import type { Root } from 'glass-easel-miniprogram-adapter';
import type { Code } from '../code/codeSpace';
import { PullDown } from './pullDown';
import type { PageUrl } from './url';

/** What `getCurrentPages()` gives: the page as its own methods see it. */
export type PageInstance = ReturnType<Root['get']> & Record<string, unknown>;

/** One page that is open: its place in the document and its life-cycle. */
export class OpenPage {
  readonly instance: PageInstance;
  readonly frame = document.createElement('div');
  readonly scroller = document.createElement('div');
  private readonly root: Root;
  private tabBar: Root | undefined;
  private isShown = false;
  private isReady = false;
  private wasAtBottom = false;

  constructor(
    readonly id: number,
    readonly url: PageUrl,
    code: Code,
    screen: HTMLElement,
  ) {
    code.register(url.path);
    this.root = code.backend.createRoot('wx-page', code.space, url.path);
    this.instance = this.root.get() as PageInstance;
    const own = {
      route: url.path,
      __route__: url.path,
      options: { ...url.query },
      __wxWebviewId__: id,
      getOpenerEventChannel: () => ({}),
      getTabBar: () => this.tabBar?.get() ?? null,
    };
    Object.assign(this.instance, own);
    this.frame.className = 'page-frame';
    this.scroller.className = 'page-scroller';
    this.frame.append(this.scroller);
    screen.append(this.frame);
    this.scroller.addEventListener('scroll', () =>
      this.scrolled(Number(code.config(url.path).onReachBottomDistance ?? 50)),
    );
    this.attach(url.path);
  }

  get path(): string {
    return this.url.path;
  }

  get component() {
    return this.root.getComponent();
  }

  /** `tabBar.custom` of app.json: the app draws its tab bar itself, anew on each tab page. [doc: 自定义 tabBar] */
  addTabBar(code: Code): void {
    const path = 'custom-tab-bar/index';
    code.register(path);
    this.tabBar = code.backend.createRoot('wx-custom-tab-bar', code.space, path);
    const place = document.createElement('div');
    this.frame.append(place);
    this.tabBar.attach(this.frame as never, place as never);
  }

  load(): void {
    this.call('onLoad', { ...this.url.query });
  }

  show(): void {
    if (this.isShown) return;
    this.isShown = true;
    this.frame.hidden = false;
    this.component.triggerPageLifetime('show', []);
    this.call('onShow');
    if (this.isReady) return;
    this.isReady = true;
    setTimeout(() => this.call('onReady'));
  }

  hide(): void {
    if (!this.isShown) return;
    this.isShown = false;
    this.frame.hidden = true;
    this.component.triggerPageLifetime('hide', []);
    this.call('onHide');
  }

  /** `enablePullDownRefresh`: people may pull the page down, `textStyle` dresses the dots above it. */
  allowPullDown(textStyle: unknown): void {
    this.frame.classList.toggle('has-light-dots', textStyle === 'light');
    new PullDown(this.frame, this.scroller, () => this.pullDown());
  }

  /** As if somebody had pulled the page down. */
  pullDown(): void {
    this.frame.classList.add('is-refreshing');
    this.call('onPullDownRefresh');
  }

  stopPullDown(): void {
    this.frame.classList.remove('is-refreshing');
  }

  unload(): void {
    this.isShown = false;
    this.call('onUnload');
    this.root.release();
    this.tabBar?.release();
    this.frame.remove();
  }

  /** Calls one of the page's own methods if it has it. What it throws is reported, as WeChat does, and goes no further. */
  call(method: string, ...args: readonly unknown[]): unknown {
    const found = this.instance[method];
    if (typeof found !== 'function') return undefined;
    try {
      return found.apply(this.instance, args);
    } catch (error) {
      reportError(error);
      return undefined;
    }
  }

  private scrolled(distance: number): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.call('onPageScroll', { scrollTop });
    const isAtBottom = scrollHeight - clientHeight - scrollTop <= distance;
    if (isAtBottom && !this.wasAtBottom) this.call('onReachBottom');
    this.wasAtBottom = isAtBottom;
  }

  private attach(path: string): void {
    const place = document.createElement('div');
    this.scroller.append(place);
    (this.component.getBackendElement() as unknown as HTMLElement).setAttribute('data-path', path);
    this.root.attach(this.scroller as never, place as never);
  }
}
