import { assetUrl, pagePathOf } from './assets';
import { DrawnElement } from './shadow';

const style = `
:host { display: inline-block; overflow: hidden; width: 320px; height: 240px; }
img { display: block; width: 100%; height: 100%; }
img:not([src]), img.is-broken { visibility: hidden; }`;

/** Where the picture stands in its box when it is not scaled. */
const places: Readonly<Record<string, string>> = {
  top: 'center top',
  bottom: 'center bottom',
  center: 'center',
  left: 'left center',
  right: 'right center',
  'top left': 'left top',
  'top right': 'right top',
  'bottom left': 'left bottom',
  'bottom right': 'right bottom',
};
const fits: Readonly<Record<string, string>> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
};

export class ImageElement extends DrawnElement {
  private readonly picture: HTMLImageElement;
  private source: string | undefined;
  private watcher: IntersectionObserver | undefined;

  constructor() {
    super(style, '<img alt="" draggable="false">');
    this.picture = this.piece<HTMLImageElement>('img');
    this.picture.addEventListener('load', () => {
      this.picture.classList.remove('is-broken');
      this.fit();
      this.emit('load', { width: this.picture.naturalWidth, height: this.picture.naturalHeight });
    });
    this.picture.addEventListener('error', () => {
      this.picture.classList.add('is-broken');
      const errMsg = `GET ${this.text('src')} failed`;
      this.emit('error', { errMsg });
    });
  }

  disconnectedCallback(): void {
    this.watcher?.disconnect();
  }

  protected override update(): void {
    this.fit();
    const source = this.text('src');
    if (source === this.source) return;
    this.source = source;
    if (source === '') this.picture.removeAttribute('src');
    else if (this.flag('lazy-load')) this.watch();
    else void this.load(source);
  }

  /** Loads the picture once it is no more than three screens away [doc]; inside of a scroll-view, once it comes into its box. [guess] */
  private watch(): void {
    this.watcher?.disconnect();
    const near = { root: this.closest('.page-scroller'), rootMargin: '300% 0%' };
    this.watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.watcher?.disconnect();
      void this.load(this.source ?? '');
    }, near);
    this.watcher.observe(this);
  }

  private async load(source: string): Promise<void> {
    const url = await assetUrl(source, pagePathOf(this));
    if (this.source === source) this.picture.src = url;
  }

  private fit(): void {
    const mode = this.text('mode', 'scaleToFill');
    const { naturalWidth, naturalHeight } = this.picture;
    const ratio = naturalWidth > 0 ? `${naturalWidth} / ${naturalHeight}` : 'auto';
    this.picture.style.objectFit = fits[mode] ?? (mode in places ? 'none' : 'fill');
    this.picture.style.objectPosition = places[mode] ?? 'center';
    const inner = this.shadow.host as HTMLElement;
    inner.style.aspectRatio = mode === 'widthFix' || mode === 'heightFix' ? ratio : '';
    if (mode === 'widthFix') inner.style.height = 'auto';
    if (mode === 'heightFix') inner.style.width = 'auto';
  }
}
