import type { AppConfig } from '../../artefact/appConfig';
import type { ComponentConfig } from '../../artefact/artefact';

/** Heights in CSS pixels, of a phone with a notch. [measured: iPhone X in DevTools] */
const statusBarHeight = 44;
const navigationBarHeight = 44;

/** What WeChat draws around a page: status bar, navigation bar with the capsule. */
export class Shell {
  readonly screen = document.createElement('main');
  readonly statusBarHeight = statusBarHeight;
  private readonly bar = document.createElement('header');
  private readonly title = document.createElement('span');
  private readonly back = document.createElement('button');

  constructor(
    private readonly config: AppConfig,
    goBack: () => void,
  ) {
    this.bar.className = 'navigation-bar';
    this.title.className = 'navigation-title';
    this.back.className = 'navigation-back';
    this.back.setAttribute('aria-label', '返回');
    this.back.addEventListener('click', goBack);
    const capsule = document.createElement('div');
    capsule.className = 'capsule';
    this.bar.append(this.back, this.title, capsule);
    this.screen.className = 'screen';
    document.body.append(this.bar, this.screen);
  }

  /** Pixels from the top of the screen to the top of the page. */
  windowTop(): number {
    return this.screen.getBoundingClientRect().top;
  }

  windowHeight(): number {
    return this.screen.clientHeight;
  }

  /** Dresses the bars for the page on top. */
  present(page: ComponentConfig, canGoBack: boolean): void {
    const look = { ...this.config.window, ...page };
    const isCustom = look.navigationStyle === 'custom';
    const top = isCustom ? 0 : statusBarHeight + navigationBarHeight;
    const style = document.documentElement.style;
    style.setProperty('--page-top', `${top}px`);
    style.setProperty('--page-height', `calc(100vh - ${top}px)`);
    this.bar.classList.toggle('is-custom', isCustom);
    this.bar.style.background = isCustom
      ? 'transparent'
      : String(look.navigationBarBackgroundColor ?? '#000000');
    this.bar.style.color = look.navigationBarTextStyle === 'black' ? '#000' : '#fff';
    this.title.textContent = String(look.navigationBarTitleText ?? '');
    this.back.hidden = !canGoBack;
    this.screen.style.background = String(look.backgroundColor ?? '#ffffff');
  }
}
