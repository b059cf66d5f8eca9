import type { Point } from './mercator';

export interface MapGestures {
  /** The ground was taken hold of, or is about to be zoomed. */
  begin(): void;
  /** It moves by some pixels. */
  drag(by: Point): void;
  /** It grows by a factor around a point of the map's box. */
  zoom(factor: number, around: Point): void;
  end(causedBy: 'drag' | 'scale'): void;
}

/** Pixels a finger may tremble before it moves the map. [guess] */
const slack = 5;
const followed = ['pointermove', 'pointerup', 'pointercancel'] as const;
/** Milliseconds without a turn of the wheel after which zooming has ended. */
const wheelRest = 150;

/** Fingers and mouse on a map: one moves it, two zoom it, and so does the wheel. */
export class MapFingers {
  private readonly down = new Map<number, Point>();
  private from: Point | undefined;
  private active: 'drag' | 'scale' | undefined;
  private wheelTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly follower = (event: PointerEvent) =>
    event.type === 'pointermove' ? this.moved(event) : this.lifted(event);

  constructor(
    private readonly box: HTMLElement,
    private readonly gestures: MapGestures,
  ) {
    box.addEventListener('pointerdown', (event) => this.pressed(event));
    box.addEventListener('wheel', (event) => this.turned(event), { passive: false });
  }

  private at(event: MouseEvent): Point {
    const { left, top } = this.box.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  private pressed(event: PointerEvent): void {
    this.down.set(event.pointerId, this.at(event));
    if (this.down.size === 1) this.from = this.at(event);
    // A finger may leave the map while it drags it.
    for (const type of followed) addEventListener(type, this.follower);
  }

  private moved(event: PointerEvent): void {
    const last = this.down.get(event.pointerId);
    if (!last || !this.from) return;
    const now = this.at(event);
    const trembles = this.down.size === 1 && Math.hypot(now.x - this.from.x, now.y - this.from.y) <= slack;
    if (this.active === undefined && trembles) return;
    if (this.active === undefined) this.gestures.begin();
    this.active ??= 'drag';
    if (this.down.size > 1) this.pinched(event.pointerId, last, now);
    else this.gestures.drag({ x: now.x - last.x, y: now.y - last.y });
    this.down.set(event.pointerId, now);
  }

  private pinched(id: number, last: Point, now: Point): void {
    const other = [...this.down.entries()].find(([one]) => one !== id)?.[1];
    if (!other) return;
    this.active = 'scale';
    const before = Math.hypot(last.x - other.x, last.y - other.y);
    const after = Math.hypot(now.x - other.x, now.y - other.y);
    if (before > 0)
      this.gestures.zoom(after / before, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  }

  private lifted(event: PointerEvent): void {
    if (!this.down.delete(event.pointerId) || this.down.size > 0) return;
    for (const type of followed) removeEventListener(type, this.follower);
    if (this.active) this.gestures.end(this.active);
    this.active = undefined;
  }

  private turned(event: WheelEvent): void {
    event.preventDefault();
    if (this.wheelTimer === undefined) this.gestures.begin();
    clearTimeout(this.wheelTimer);
    this.gestures.zoom(2 ** (-event.deltaY / 240), this.at(event));
    this.wheelTimer = setTimeout(() => {
      this.wheelTimer = undefined;
      this.gestures.end('scale');
    }, wheelRest);
  }
}
