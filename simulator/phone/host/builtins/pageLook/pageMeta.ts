import { BuiltinElement } from '../element';

/** What a page may change of the bars around it. */
export interface PageLook {
  navigationBarTitleText?: string;
  navigationBarTextStyle?: 'black' | 'white';
  navigationBarBackgroundColor?: string;
  backgroundColor?: string;
}

type ChangeLook = (pagePath: string, look: PageLook) => void;

let changeLook: ChangeLook | undefined;

/** Tells page-meta and navigation-bar how the bars are dressed. */
export function connectPageLook(change: ChangeLook): void {
  changeLook = change;
}

/** Names of attributes and the looks they set; those left out stay as they are. */
function lookOf(element: BuiltinElement, names: Readonly<Record<string, keyof PageLook>>): PageLook {
  const given = Object.entries(names).filter(([name]) => element.text(name) !== '');
  return Object.fromEntries(given.map(([name, key]) => [key, element.text(name)]));
}

function dress(element: BuiltinElement, look: PageLook): void {
  const path = element.closest('wx-page')?.getAttribute('data-path');
  if (path && Object.keys(look).length > 0) changeLook?.(path, look);
}

/** `<page-meta>`: the page's own style, sizes of letters, background, and where it is scrolled to. */
export class PageMetaElement extends BuiltinElement {
  private readonly ordered = new Set<string>();
  private watcher: MutationObserver | undefined;
  private rootSize = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.style.display = 'contents';
    const frame = this.closest('.page-frame');
    const scroller = this.closest('.page-scroller');
    scroller?.addEventListener('scroll', () => this.emit('scroll', { scrollTop: scroller.scrollTop }));
    scroller?.addEventListener('scrollend', () => this.emit('scrolldone', {}));
    // All pages share one document: `rem` is that of the page that is shown.
    this.watcher = new MutationObserver(() => this.sizeRoot());
    if (frame) this.watcher.observe(frame, { attributeFilter: ['hidden'] });
  }

  disconnectedCallback(): void {
    this.watcher?.disconnect();
    document.documentElement.style.fontSize = '';
  }

  protected override assigned(name: string): void {
    this.ordered.add(name);
  }

  protected override update(): void {
    const page = this.closest<HTMLElement>('wx-page');
    const scroller = this.closest<HTMLElement>('.page-scroller');
    if (!page || !scroller) return;
    if (this.ordered.has('page-style')) page.style.cssText = this.text('page-style');
    page.style.fontSize = fontSize(this.text('page-font-size'));
    scroller.style.background = this.text('root-background-color');
    this.rootSize = fontSize(this.text('root-font-size'));
    this.sizeRoot();
    dress(this, lookOf(this, { 'background-color': 'backgroundColor' }));
    if (this.ordered.has('scroll-top') && this.text('scroll-top') !== '') this.scrollPage(scroller);
    this.ordered.clear();
  }

  private scrollPage(scroller: HTMLElement): void {
    const behavior = this.number('scroll-duration', 300) > 0 ? 'smooth' : 'instant';
    scroller.scrollTo({ top: Number.parseFloat(this.text('scroll-top')) || 0, behavior });
  }

  private sizeRoot(): void {
    if (this.closest('.page-frame')?.hasAttribute('hidden')) return;
    document.documentElement.style.fontSize = this.rootSize;
  }
}

/** `system` is the size a person has chosen for all of WeChat. [doc] */
function fontSize(size: string): string {
  return size === 'system' ? 'var(--system-font-size, 16px)' : size;
}

/** `<navigation-bar>` inside of page-meta: what the page's bar says and how it looks. */
export class NavigationBarElement extends BuiltinElement {
  protected override update(): void {
    this.style.display = 'none';
    const look = lookOf(this, {
      title: 'navigationBarTitleText',
      'background-color': 'navigationBarBackgroundColor',
    });
    const front = this.text('front-color');
    if (front)
      look.navigationBarTextStyle =
        front === '#ffffff' || front.toLowerCase() === 'white' ? 'white' : 'black';
    dress(this, look);
  }
}
