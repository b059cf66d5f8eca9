import { BuiltinElement } from './element';
import { DrawnElement } from './shadow';

const style = `
:host { display: block; height: 150px; position: relative; overflow: hidden; }
.track { width: 100%; height: 100%; display: flex; transition: transform .3s; will-change: transform; }
.track.is-vertical { flex-direction: column; }
.dots { position: absolute; bottom: 10px; left: 0; right: 0; display: flex; justify-content: center; gap: 6px; }
.dots.is-vertical { inset: 0 10px 0 auto; flex-direction: column; align-items: center; }
.dot { width: 8px; height: 8px; border-radius: 50%; }
::slotted(wx-swiper-item) { flex: 0 0 100%; width: 100%; height: 100%; }`;

/** Pixels a finger must travel to turn the page. [guess] */
const turnAt = 40;

export class SwiperItemElement extends BuiltinElement {}

export class SwiperElement extends DrawnElement {
  private index = 0;
  private autoplay: ReturnType<typeof setInterval> | undefined;
  private from: { x: number; y: number } | undefined;

  constructor() {
    super(style, '<div class="track"><slot></slot></div><div class="dots"></div>');
    this.addEventListener('pointerdown', (event) => {
      this.from = { x: event.clientX, y: event.clientY };
    });
    this.addEventListener('pointerup', (event) => this.dragged(event));
    this.shadow.querySelector('slot')?.addEventListener('slotchange', () => this.draw(false));
  }

  get current(): number {
    return this.index;
  }

  /** `source` as WeChat tells it: '' for data, `touch` for a finger, `autoplay`. */
  go(index: number, source: '' | 'touch' | 'autoplay'): void {
    const count = this.items().length;
    if (count === 0) return;
    const isCircular = this.flag('circular');
    const wanted = isCircular ? (index + count) % count : Math.min(Math.max(index, 0), count - 1);
    if (wanted === this.index) return;
    this.index = wanted;
    this.draw(true);
    const detail = { current: wanted, currentItemId: this.items()[wanted]?.text('item-id') ?? '', source };
    this.emit('change', detail);
    setTimeout(() => this.emit('animationfinish', detail), this.number('duration', 500));
  }

  disconnectedCallback(): void {
    clearInterval(this.autoplay);
  }

  protected override assigned(name: string): void {
    if (name === 'current') queueMicrotask(() => this.go(this.number('current', 0), ''));
  }

  protected override update(): void {
    this.draw(false);
    clearInterval(this.autoplay);
    if (!this.flag('autoplay')) return;
    this.autoplay = setInterval(
      () => {
        const isLast = this.index === this.items().length - 1;
        this.go(isLast ? 0 : this.index + 1, 'autoplay');
      },
      this.number('interval', 5000),
    );
  }

  private items(): SwiperItemElement[] {
    return [...this.querySelectorAll<SwiperItemElement>(':scope > wx-swiper-item')];
  }

  private dragged(event: PointerEvent): void {
    if (!this.from || this.flag('disable-touch')) return;
    const distance = this.flag('vertical') ? event.clientY - this.from.y : event.clientX - this.from.x;
    this.from = undefined;
    if (Math.abs(distance) >= turnAt) this.go(this.index + (distance < 0 ? 1 : -1), 'touch');
  }

  private draw(animated: boolean): void {
    const isVertical = this.flag('vertical');
    const track = this.piece('.track');
    track.classList.toggle('is-vertical', isVertical);
    track.style.transitionDuration = animated ? `${this.number('duration', 500)}ms` : '0ms';
    track.style.transform = `translate${isVertical ? 'Y' : 'X'}(-${this.index * 100}%)`;
    const dots = this.piece('.dots');
    dots.classList.toggle('is-vertical', isVertical);
    const color = this.text('indicator-color', 'rgba(0, 0, 0, .3)');
    const active = this.text('indicator-active-color', '#000000');
    const seen = this.flag('indicator-dots') ? this.items() : [];
    dots.replaceChildren(
      ...seen.map((_item, index) => {
        const dot = document.createElement('i');
        dot.className = 'dot';
        dot.style.background = index === this.index ? active : color;
        return dot;
      }),
    );
  }
}
