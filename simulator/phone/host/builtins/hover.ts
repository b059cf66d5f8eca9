import { BuiltinElement } from './element';

/** Touches that an element inside has kept to itself; the list of touches is one and the same on its way up. */
const stopped = new WeakSet<object>();

/** Adds `hover-class` while a finger rests on the element; times in milliseconds. [doc] */
export class HoverElement extends BuiltinElement {
  protected readonly hoverStart: number = 50;
  protected readonly hoverStay: number = 400;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private listens = false;

  protected override update(): void {
    if (this.listens || !this.__wxElement) return;
    this.listens = true;
    this.__wxElement.addListener('touchstart', (event) => this.touched(event));
    for (const type of ['touchend', 'touchcancel']) this.__wxElement.addListener(type, () => this.leave());
  }

  protected get hoverClass(): string {
    return this.text('hover-class', 'none');
  }

  // `hover-stop-propagation` keeps the elements around this one as they are. [doc]
  private touched(event: object): void {
    const { changedTouches } = event as { changedTouches: object };
    if (stopped.has(changedTouches)) return;
    if (this.flag('hover-stop-propagation')) stopped.add(changedTouches);
    this.enter();
  }

  private enter(): void {
    if (this.hoverClass === 'none' || !this.hoverClass) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.setHover(true), this.number('hover-start-time', this.hoverStart));
  }

  private leave(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.setHover(false), this.number('hover-stay-time', this.hoverStay));
  }

  private setHover(on: boolean): void {
    this.__wxElement?.classList?.toggle(this.hoverClass, on);
  }
}
