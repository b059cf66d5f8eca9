import { pixels } from '../map/attributes';
import { DrawnElement } from '../shadow';
import { boundsOf, type Position, throwOf, withDrag, within } from './bounds';

type Source = 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction' | '';

/** Pixels a finger moves before it is clear which way it goes. [guess] */
const slack = 3;
const followed = ['pointermove', 'pointerup', 'pointercancel'] as const;
const areaStyle = ':host { display: block; position: relative; width: 10px; height: 10px; }';
const viewStyle =
  ':host { display: inline-block; position: absolute; left: 0; top: 0; width: 10px; height: 10px; transform-origin: center; touch-action: none; user-select: none; }';

export class MovableAreaElement extends DrawnElement {
  constructor() {
    super(areaStyle, '<slot></slot>');
  }
}

interface Drag {
  readonly pointer: number;
  readonly start: Position;
  readonly origin: Position;
  axis?: 'x' | 'y';
  last: Position & { readonly at: number };
  speed: Position;
}

/** A view that a finger moves inside of its movable-area. */
export class MovableViewElement extends DrawnElement {
  private position: Position = { x: 0, y: 0 };
  private size = 1;
  private drag: Drag | undefined;
  private pinch: { readonly from: number } | undefined;
  private readonly ordered = new Set<string>();
  private readonly fingers = new Map<number, Position>();
  private readonly follower = (event: PointerEvent) =>
    event.type === 'pointermove' ? this.moved(event) : this.lifted(event);

  constructor() {
    super(viewStyle, '<slot></slot>');
    this.addEventListener('pointerdown', (event) => this.pressed(event));
  }

  disconnectedCallback(): void {
    this.letGo();
  }

  /** Names the automator reads the position by. */
  get _translateX(): number {
    return this.position.x;
  }

  get _translateY(): number {
    return this.position.y;
  }

  /** As if a finger had moved the view there. */
  moveTo(x: number, y: number): void {
    this.put(within({ x, y }, this.bounds), 'touch');
  }

  protected override assigned(name: string): void {
    this.ordered.add(name);
  }

  protected override update(): void {
    const has = (name: string) => this.ordered.has(name);
    if (has('scale-value')) this.scaleTo(this.number('scale-value', 1));
    const wanted = {
      x: has('x') ? pixels(this.text('x'), 0) : this.position.x,
      y: has('y') ? pixels(this.text('y'), 0) : this.position.y,
    };
    const isOrder = has('x') || has('y');
    this.ordered.clear();
    const target = within(wanted, this.bounds);
    const differs = target.x !== this.position.x || target.y !== this.position.y;
    if (isOrder && differs) this.put(target, '', this.flag('animation', true));
    else this.draw(false);
  }

  private get bounds() {
    const area = this.parentElement;
    const view = { width: this.offsetWidth * this.size, height: this.offsetHeight * this.size };
    // An element that grows around its middle begins further left and above.
    const shift = {
      x: (this.offsetWidth * (this.size - 1)) / 2,
      y: (this.offsetHeight * (this.size - 1)) / 2,
    };
    const { x, y } = boundsOf({ width: area?.clientWidth ?? 0, height: area?.clientHeight ?? 0 }, view);
    return {
      x: [x[0] + shift.x, x[1] + shift.x] as const,
      y: [y[0] + shift.y, y[1] + shift.y] as const,
    };
  }

  private pressed(event: PointerEvent): void {
    // Only a direct child of a movable-area moves. [doc]
    if (this.flag('disabled') || this.parentElement?.localName !== 'wx-movable-area') return;
    const at = { x: event.clientX, y: event.clientY };
    this.fingers.set(event.pointerId, at);
    // A finger may leave the view while it drags it.
    for (const type of followed) addEventListener(type, this.follower);
    if (this.fingers.size === 2 && this.flag('scale')) {
      this.drag = undefined;
      this.pinch = { from: this.size / spread(this.fingers) };
    } else if (this.fingers.size === 1)
      this.drag = {
        pointer: event.pointerId,
        start: at,
        origin: this.position,
        last: { ...at, at: event.timeStamp },
        speed: { x: 0, y: 0 },
      };
  }

  private moved(event: PointerEvent): void {
    if (!this.fingers.has(event.pointerId)) return;
    const at = { x: event.clientX, y: event.clientY };
    this.fingers.set(event.pointerId, at);
    if (this.pinch) {
      this.scaleTo(this.pinch.from * spread(this.fingers));
      const { x, y } = this.position;
      this.emit('scale', { x, y, scale: this.size });
    } else if (this.drag?.pointer === event.pointerId) this.follow(this.drag, at, event.timeStamp);
  }

  private follow(drag: Drag, at: Position, now: number): void {
    const by = { x: at.x - drag.start.x, y: at.y - drag.start.y };
    if (!drag.axis && Math.hypot(by.x, by.y) > slack) {
      drag.axis = Math.abs(by.x) >= Math.abs(by.y) ? 'x' : 'y';
      // Told once, by the way the finger took first. [doc]
      this.emit(drag.axis === 'x' ? 'htouchmove' : 'vtouchmove', {});
    }
    const elapsed = Math.max(1, now - drag.last.at);
    drag.speed = { x: (at.x - drag.last.x) / elapsed, y: (at.y - drag.last.y) / elapsed };
    drag.last = { ...at, at: now };
    const direction = this.text('direction', 'none');
    const free = {
      x: drag.origin.x + (direction === 'all' || direction === 'horizontal' ? by.x : 0),
      y: drag.origin.y + (direction === 'all' || direction === 'vertical' ? by.y : 0),
    };
    const inside = within(free, this.bounds);
    const isOut = inside.x !== free.x || inside.y !== free.y;
    if (isOut && this.flag('out-of-bounds')) this.put(withDrag(free, this.bounds), 'touch-out-of-bounds');
    else this.put(inside, 'touch');
  }

  private lifted(event: PointerEvent): void {
    this.fingers.delete(event.pointerId);
    if (this.fingers.size === 0) this.letGo();
    if (this.pinch && this.fingers.size < 2) this.pinch = undefined;
    const { drag } = this;
    if (drag?.pointer !== event.pointerId) return;
    this.drag = undefined;
    const home = within(this.position, this.bounds);
    if (home.x !== this.position.x || home.y !== this.position.y) this.put(home, 'out-of-bounds', true);
    else if (this.flag('inertia') && event.timeStamp - drag.last.at < 50) this.goOn(drag.speed);
  }

  private letGo(): void {
    this.fingers.clear();
    for (const type of followed) removeEventListener(type, this.follower);
  }

  private goOn(speed: Position): void {
    const direction = this.text('direction', 'none');
    const { by } = throwOf(
      { x: direction === 'vertical' ? 0 : speed.x, y: direction === 'horizontal' ? 0 : speed.y },
      this.number('friction', 2),
    );
    const target = { x: this.position.x + by.x, y: this.position.y + by.y };
    this.put(within(target, this.bounds), 'friction', true);
  }

  private scaleTo(wanted: number): void {
    const least = Math.max(0.1, this.number('scale-min', 0.1));
    const size = Math.min(Math.min(10, this.number('scale-max', 10)), Math.max(least, wanted));
    this.size = this.flag('scale') ? size : 1;
    this.position = within(this.position, this.bounds);
    this.draw(false);
  }

  private put(position: Position, source: Source, animated = false): void {
    const differs = position.x !== this.position.x || position.y !== this.position.y;
    this.position = position;
    this.draw(animated);
    if (differs) this.emit('change', { x: position.x, y: position.y, source });
  }

  // `damping` says how fast an animated move is; larger is faster. [doc; the milliseconds are a guess]
  private draw(animated: boolean): void {
    const time = animated ? Math.min(800, 6000 / Math.max(1, this.number('damping', 20))) : 0;
    this.style.transition = time > 0 ? `transform ${time}ms ease-out` : 'none';
    this.style.transform = `translate(${this.position.x}px, ${this.position.y}px) scale(${this.size})`;
  }
}

function spread(fingers: ReadonlyMap<number, Position>): number {
  const [a, b] = [...fingers.values()];
  return a && b ? Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) : 1;
}
