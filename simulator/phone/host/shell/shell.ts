import type { AppConfig, TabBarConfig } from '../../artefact/appConfig';
import type { ComponentConfig } from '../../artefact/artefact';
import { theme } from '../system/theme';
import { Dialogs } from './dialogs';
import { TabBar } from './tabBar';

/** Heights in CSS pixels, of a phone with a notch. [measured: iPhone X in DevTools] */
const statusBarHeight = 44;
const navigationBarHeight = 44;

/** What changes a page's bars while it is open. */
export interface BarLook {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'black' | 'white';
  backgroundColor?: string;
}

export interface ShellEvents {
  readonly back: () => void;
  readonly tabTapped: (item: TabBarConfig['list'][number], index: number) => void;
  /** The bars were dressed, and what stands in them is of this colour. */
  readonly barText: (colour: 'black' | 'white') => void;
}

/** What WeChat draws around a page: status bar, navigation bar with the capsule, tab bar, dialogs. */
export class Shell {
  readonly screen = document.createElement('main');
  readonly dialogs = new Dialogs();
  readonly tabBar: TabBar;
  readonly statusBarHeight = statusBarHeight;
  private readonly bar = document.createElement('header');
  private readonly title = document.createElement('span');
  private readonly back = document.createElement('button');
  private readonly capsule = document.createElement('div');
  private readonly spinner = document.createElement('i');
  private readonly looks = new WeakMap<object, BarLook>();

  constructor(
    private readonly config: AppConfig,
    private readonly events: ShellEvents,
  ) {
    this.bar.className = 'navigation-bar';
    this.title.className = 'navigation-title';
    this.back.className = 'navigation-back';
    this.back.setAttribute('aria-label', '返回');
    this.back.addEventListener('click', events.back);
    this.capsule.className = 'capsule';
    this.capsule.innerHTML = '<span>•••</span><span>◉</span>';
    const status = document.createElement('span');
    status.className = 'status-bar';
    // On the control page the frame around the phone shows the time.
    status.textContent = window.self === window.top ? '9:41' : '';
    this.spinner.className = 'navigation-spinner';
    this.spinner.hidden = true;
    this.bar.append(status, this.back, this.spinner, this.title, this.capsule);
    this.screen.className = 'screen';
    document.body.append(this.bar, this.screen);
    this.tabBar = new TabBar(config.tabBar, events.tabTapped);
  }

  get titleText(): string {
    return this.title.textContent ?? '';
  }

  /** Pixels from the top of the screen to the top of the page. */
  windowTop(): number {
    return this.screen.getBoundingClientRect().top;
  }

  windowHeight(): number {
    return this.screen.clientHeight;
  }

  capsuleRect(): DOMRect {
    return this.capsule.getBoundingClientRect();
  }

  /** Remembers a change of one page's bars; it shows whenever that page is on top. */
  changeLook(page: object, look: BarLook): void {
    this.looks.set(page, { ...this.looks.get(page), ...look });
  }

  showSpinner(shown: boolean): void {
    this.spinner.hidden = !shown;
  }

  /** Dresses the bars for the page on top. */
  present(page: { readonly path: string }, config: ComponentConfig, canGoBack: boolean): void {
    const configured = theme.resolved({ ...this.config.window, ...config });
    const look: ComponentConfig & BarLook = { ...configured, ...this.looks.get(page) };
    const isCustom = look.navigationStyle === 'custom';
    const top = isCustom ? 0 : statusBarHeight + navigationBarHeight;
    this.tabBar.present(page.path);
    const style = document.documentElement.style;
    style.setProperty('--page-top', `${top}px`);
    style.setProperty('--page-height', `calc(100vh - ${top}px - var(--page-bottom, 0px))`);
    this.bar.classList.toggle('is-custom', isCustom);
    this.bar.style.background = isCustom
      ? 'transparent'
      : String(look.navigationBarBackgroundColor ?? '#000000');
    const barText = look.navigationBarTextStyle === 'black' ? 'black' : 'white';
    this.bar.style.color = barText === 'black' ? '#000' : '#fff';
    this.events.barText(barText);
    this.title.textContent = String(look.navigationBarTitleText ?? '');
    this.back.hidden = !canGoBack;
    this.screen.style.background = String(look.backgroundColor ?? '#ffffff');
  }
}
