import { DrawnElement } from './shadow';

const style = `
:host { display: block; width: 100%; position: relative; overflow: hidden; }
.port { width: 100%; height: 100%; max-height: inherit; overflow: hidden; position: relative; }
.port.is-x { overflow-x: auto; }
.port.is-y { overflow-y: auto; }
.port.is-bare { scrollbar-width: none; }
.content { min-height: 100%; }
.port.is-flex .content { display: flex; }
.refresher { height: 0; overflow: hidden; text-align: center; color: #888; font-size: 13px; line-height: 45px; transition: height .2s; }
.refresher.is-on { height: 45px; }`;

export class ScrollViewElement extends DrawnElement {
  private readonly port: HTMLElement;
  private last = { left: 0, top: 0 };
  private edge = { upper: true, lower: false };
  private pullStart: number | undefined;

  constructor() {
    super(
      style,
      '<div class="port"><div class="refresher">⋯</div><div class="content"><slot></slot></div></div>',
    );
    this.port = this.piece('.port');
    this.port.addEventListener('scroll', () => this.scrolled());
    this.port.addEventListener('pointerdown', (event) => {
      this.pullStart = this.port.scrollTop <= 0 ? event.clientY : undefined;
    });
    this.port.addEventListener('pointerup', (event) => this.pulled(event.clientY));
  }

  get scrollNode(): HTMLElement {
    return this.port;
  }

  scrollToPoint(left: number, top: number): void {
    this.port.scrollTo({ left, top, behavior: this.flag('scroll-with-animation') ? 'smooth' : 'instant' });
  }

  /** As if somebody had pulled the list down far enough. */
  refresh(): void {
    this.emit('refresherpulling', { dy: this.number('refresher-threshold', 45) });
    this.piece('.refresher').classList.add('is-on');
    this.emit('refresherrefresh', {});
  }

  protected override assigned(name: string): void {
    if (name === 'scroll-top')
      queueMicrotask(() => this.scrollToPoint(this.port.scrollLeft, this.number('scroll-top', 0)));
    if (name === 'scroll-left')
      queueMicrotask(() => this.scrollToPoint(this.number('scroll-left', 0), this.port.scrollTop));
    if (name === 'scroll-into-view') queueMicrotask(() => this.scrollInto(this.text('scroll-into-view')));
    if (name === 'refresher-triggered') this.triggered(this.flag('refresher-triggered'));
  }

  protected override update(): void {
    this.port.classList.toggle('is-x', this.flag('scroll-x'));
    this.port.classList.toggle('is-y', this.flag('scroll-y'));
    this.port.classList.toggle('is-bare', !this.flag('show-scrollbar', true));
    this.port.classList.toggle('is-flex', this.flag('enable-flex'));
  }

  private scrollInto(id: string): void {
    const target = id ? this.querySelector(`#${CSS.escape(id)}`) : null;
    if (!target) return;
    const { left, top } = target.getBoundingClientRect();
    const origin = this.port.getBoundingClientRect();
    this.scrollToPoint(
      this.flag('scroll-x') ? this.port.scrollLeft + left - origin.left : this.port.scrollLeft,
      this.flag('scroll-y') ? this.port.scrollTop + top - origin.top : this.port.scrollTop,
    );
  }

  private triggered(on: boolean): void {
    const bar = this.piece('.refresher');
    const was = bar.classList.contains('is-on');
    bar.classList.toggle('is-on', on);
    if (on && !was) this.emit('refresherrefresh', {});
    if (!on && was) this.emit('refresherrestore', {});
  }

  private pulled(clientY: number): void {
    const distance = this.pullStart === undefined ? 0 : clientY - this.pullStart;
    this.pullStart = undefined;
    if (this.flag('refresher-enabled') && distance >= this.number('refresher-threshold', 45)) this.refresh();
  }

  private scrolled(): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = this.port;
    const deltaX = this.last.left - scrollLeft;
    const deltaY = this.last.top - scrollTop;
    this.last = { left: scrollLeft, top: scrollTop };
    this.emit('scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX, deltaY });
    const isX = this.flag('scroll-x') && !this.flag('scroll-y');
    const before = isX ? scrollLeft : scrollTop;
    const after = isX ? scrollWidth - clientWidth - scrollLeft : scrollHeight - clientHeight - scrollTop;
    this.reach('upper', before <= this.number('upper-threshold', 50), isX ? 'left' : 'top');
    this.reach('lower', after <= this.number('lower-threshold', 50), isX ? 'right' : 'bottom');
  }

  // Told once on arrival, not again while it stays there.
  private reach(edge: 'upper' | 'lower', isThere: boolean, direction: string): void {
    if (isThere && !this.edge[edge]) this.emit(`scrollto${edge}`, { direction });
    this.edge[edge] = isThere;
  }
}
