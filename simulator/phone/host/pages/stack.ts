import { type AppConfig, packageOf } from '../../artefact/appConfig';
import type { Code } from '../code/codeSpace';
import { EventChannel } from './eventChannel';
import { OpenPage } from './page';
import { type PageUrl, parsePageUrl } from './url';

/** WeChat keeps ten pages open at most. [doc] */
const deepest = 10;

export interface StackDeps {
  readonly config: AppConfig;
  readonly code: Code;
  readonly screen: HTMLElement;
  /** Brings a subpackage's code in before its first page opens; '' is the main package. */
  readonly loadPackage: (root: string) => Promise<void>;
  /** Called after every change of the page on top. */
  readonly changed: (top: OpenPage) => void;
}

/** A route that WeChat refuses; the message is the part after `navigateTo:fail `. */
export class RouteRefusal extends Error {}

/** The pages that are open, and the five ways to change them. */
export class PageStack {
  private readonly pages: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();
  private nextId = 1;
  private busy: Promise<unknown> = Promise.resolve();
  private readonly beforeChange = new Set<() => void>();

  constructor(private readonly deps: StackDeps) {}

  /** Bottom first. */
  all(): readonly OpenPage[] {
    return this.pages;
  }

  top(): OpenPage | undefined {
    return this.pages.at(-1);
  }

  byId(id: number): OpenPage | undefined {
    return (
      this.pages.find((page) => page.id === id) ?? [...this.tabs.values()].find((page) => page.id === id)
    );
  }

  /** Dresses the bars anew for the page on top. */
  presentTop(): void {
    const top = this.top();
    if (top) this.deps.changed(top);
  }

  /** Told before each route, while the page on top is still as it was seen last. */
  onBeforeChange(listener: () => void): void {
    this.beforeChange.add(listener);
  }

  isTab(path: string): boolean {
    return this.deps.config.tabBar?.list.some((item) => item.pagePath === path) ?? false;
  }

  /** A route by the name `<navigator open-type>` gives it. */
  open(type: string, url: string, delta: number): Promise<OpenPage> {
    if (type === 'navigate') return this.navigateTo(url);
    if (type === 'redirect') return this.redirectTo(url);
    if (type === 'switchTab') return this.switchTab(url);
    if (type === 'reLaunch') return this.reLaunch(url);
    if (type === 'navigateBack') return this.navigateBack(delta);
    return Promise.reject(new RouteRefusal(`open-type "${type}" is not supported by the simulator`));
  }

  navigateTo(url: string, channel = new EventChannel()): Promise<OpenPage> {
    return this.change(async () => {
      const target = this.find(url);
      if (this.isTab(target.path)) throw new RouteRefusal('can not navigateTo a tabbar page');
      if (this.pages.length >= deepest) throw new RouteRefusal(`page limit exceeded: ${deepest}`);
      await this.deps.loadPackage(packageOf(this.deps.config, target.path));
      const page = this.create(target);
      Object.assign(page.instance, { getOpenerEventChannel: () => channel });
      page.load();
      this.top()?.hide();
      this.pages.push(page);
      return this.reveal(page);
    });
  }

  redirectTo(url: string): Promise<OpenPage> {
    return this.change(async () => {
      const target = this.find(url);
      if (this.isTab(target.path)) throw new RouteRefusal('can not redirectTo a tabbar page');
      await this.deps.loadPackage(packageOf(this.deps.config, target.path));
      const page = this.create(target);
      const old = this.pages.pop();
      if (old) this.close(old);
      this.pages.push(page);
      return this.start(page);
    });
  }

  navigateBack(delta = 1): Promise<OpenPage> {
    return this.change(async () => {
      if (this.pages.length <= 1) throw new RouteRefusal('cannot navigate back at first page.');
      const kept = Math.max(1, this.pages.length - Math.max(1, delta));
      for (const page of this.pages.splice(kept).reverse()) this.close(page);
      return this.reveal(this.pages[kept - 1]!);
    });
  }

  reLaunch(url: string): Promise<OpenPage> {
    return this.change(async () => {
      const target = this.find(url);
      await this.deps.loadPackage(packageOf(this.deps.config, target.path));
      const page = this.create(target);
      this.closeAll();
      this.pages.push(page);
      if (this.isTab(target.path)) this.tabs.set(target.path, page);
      return this.start(page);
    });
  }

  switchTab(url: string): Promise<OpenPage> {
    return this.change(async () => {
      const { path } = this.find(url);
      if (!this.isTab(path)) throw new RouteRefusal('can not switch to no-tabBar page');
      const known = this.tabs.get(path);
      const page = known ?? this.create({ path, query: {} });
      for (const other of this.pages.splice(0).reverse()) {
        if (!this.isTab(other.path)) this.close(other);
        else if (other !== page) other.hide();
      }
      this.pages.push(page);
      this.tabs.set(path, page);
      return known ? this.reveal(page) : this.start(page);
    });
  }

  private find(url: string): PageUrl {
    if (typeof url !== 'string' || url === '')
      throw new RouteRefusal('parameter error: parameter.url should be String');
    if (/^plugin(?:-private)?:\/\//.test(url))
      throw new RouteRefusal(`page "${url}" is not supported by the simulator, which runs no plugins`);
    const target = parsePageUrl(url, this.top()?.path ?? '');
    if (!this.deps.config.allPages.includes(target.path))
      throw new RouteRefusal(`page "${target.path}" is not found`);
    return target;
  }

  private create(target: PageUrl): OpenPage {
    const page = new OpenPage(this.nextId, target, this.deps.code, this.deps.screen);
    const look: Readonly<Record<string, unknown>> = {
      ...this.deps.config.window,
      ...this.deps.code.config(target.path),
    };
    if (look.enablePullDownRefresh === true) page.allowPullDown(look.backgroundTextStyle);
    this.nextId += 1;
    if (this.isTab(target.path) && this.deps.config.tabBar?.custom) page.addTabBar(this.deps.code);
    return page;
  }

  private start(page: OpenPage): OpenPage {
    page.load();
    return this.reveal(page);
  }

  private reveal(page: OpenPage): OpenPage {
    page.show();
    this.deps.changed(page);
    return page;
  }

  private close(page: OpenPage): void {
    page.unload();
    if (this.tabs.get(page.path) === page) this.tabs.delete(page.path);
  }

  private closeAll(): void {
    const open = new Set([...this.pages.splice(0).reverse(), ...this.tabs.values()]);
    for (const page of open) this.close(page);
    this.tabs.clear();
  }

  /** Resolves when no route is under way. */
  async settled(): Promise<void> {
    await this.busy;
  }

  // One after the other: a second route waits until the first has ended.
  private change(step: () => Promise<OpenPage>): Promise<OpenPage> {
    const next = this.busy.then(() => {
      for (const listener of this.beforeChange) listener();
      return step();
    });
    this.busy = next.catch(() => undefined);
    return next;
  }
}
