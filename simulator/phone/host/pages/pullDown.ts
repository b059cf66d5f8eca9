/** Pixels a page is pulled down when it refreshes, and how far it must be pulled for that. [guess] */
export const refreshHeight = 50;
/** Pixels a finger moves before it is known where it goes. [guess] */
const slop = 10;
/** Pixels a page never passes, however far the finger goes. [guess] */
const furthest = 150;
/** Milliseconds until a page that is let go has come to rest. [guess] */
const springTime = 200;

/** What moves by itself under a finger: a pull that begins there is not the page's. [doc: scroll-view, onPullDownRefresh] */
const ownMovers =
  'wx-scroll-view, wx-movable-view, wx-map, wx-slider, wx-picker-view, wx-swiper[vertical], wx-textarea';

interface At {
  readonly clientX: number;
  readonly clientY: number;
}

/** How far a page follows a finger: half its way at first, less and less later. */
export function pulledBy(distance: number): number {
  return furthest * (1 - Math.exp(-Math.max(0, distance) / (2 * furthest)));
}

/** Lets a finger, or the mouse, pull a page down to refresh it. */
export class PullDown {
  private start: At | undefined;
  private isPulling = false;
  private pulled = 0;

  constructor(
    private readonly frame: HTMLElement,
    private readonly scroller: HTMLElement,
    private readonly refresh: () => void,
  ) {
    scroller.addEventListener('touchstart', (event) => this.begin(event, event.touches[0]!));
    const moved = (event: TouchEvent) => this.move(event, event.touches[0]!);
    scroller.addEventListener('touchmove', moved, { passive: false });
    scroller.addEventListener('touchend', () => this.letGo(true));
    scroller.addEventListener('touchcancel', () => this.letGo(false));
    scroller.addEventListener('mousedown', (event) => this.beginWithMouse(event));
  }

  private beginWithMouse(event: MouseEvent): void {
    if (event.button !== 0) return;
    this.begin(event, event);
    const over = new AbortController();
    const move = (moved: MouseEvent) => this.move(moved, moved);
    const up = () => {
      over.abort();
      this.letGo(true);
    };
    window.addEventListener('mousemove', move, { signal: over.signal });
    window.addEventListener('mouseup', up, { signal: over.signal });
  }

  private begin(event: Event, at: At): void {
    const isOwn = (event.target as Element).closest(ownMovers) !== null;
    const isRefreshing = this.frame.classList.contains('is-refreshing');
    this.start = isOwn || isRefreshing || this.scroller.scrollTop > 0 ? undefined : at;
    this.isPulling = false;
    this.pulled = 0;
  }

  private move(event: Event, at: At): void {
    if (!this.start) return;
    // A handler of the mini-program keeps the finger to itself.
    if (event.defaultPrevented && !this.isPulling) {
      this.start = undefined;
      return;
    }
    const [x, y] = [at.clientX - this.start.clientX, at.clientY - this.start.clientY];
    if (!this.isPulling && Math.hypot(x, y) < slop) return;
    if (!this.isPulling && y <= Math.abs(x)) {
      this.start = undefined;
      return;
    }
    this.isPulling = true;
    if (event.cancelable) event.preventDefault();
    this.show(pulledBy(y));
  }

  private letGo(lifted: boolean): void {
    const { pulled, isPulling } = this;
    this.start = undefined;
    this.isPulling = false;
    if (!isPulling) return;
    this.show(0);
    const isEnough = lifted && pulled >= refreshHeight;
    if (isEnough) this.refresh();
    const rest = this.frame.classList.contains('is-refreshing') ? refreshHeight : 0;
    this.scroller.animate([{ top: `${pulled}px` }, { top: `${rest}px` }], springTime);
  }

  private show(pulled: number): void {
    this.pulled = pulled;
    this.frame.classList.toggle('is-pulled', pulled > 0);
    this.frame.style.setProperty('--pulled', `${pulled}px`);
  }
}
