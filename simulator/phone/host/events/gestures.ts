import type { Element } from 'glass-easel';
import { elementAround, fireTouch, type Touch } from './dispatch';

/** Milliseconds until a resting finger is a long press. [doc] */
const longPressAfter = 350;
/** Pixels a finger may move and still tap. [guess: glass-easel uses the same] */
const tapRadius = 10;
const mouseId = 0;

interface Finger {
  readonly element: Element;
  readonly start: Touch;
  last: Touch;
  moved: boolean;
  longPressHeard: boolean;
  timer: ReturnType<typeof setTimeout>;
}

/** Turns the browser's touches and mouse into touchstart, touchmove, touchend, touchcancel, tap and longpress. */
export class Gestures {
  private readonly fingers = new Map<number, Finger>();
  private touchSeen = false;

  /** `offsetTop` is where pages begin on the screen: what a mini-program calls clientY counts from there. */
  constructor(private readonly offsetTop: () => number) {}

  listen(root: HTMLElement): void {
    const passive = { passive: false, capture: true };
    const onTouch = (type: 'start' | 'move' | 'end' | 'cancel') => (event: TouchEvent) => {
      this.touchSeen = true;
      for (const touch of event.changedTouches)
        this.handle(type, this.touchOf(touch.identifier, touch), event);
    };
    root.addEventListener('touchstart', onTouch('start'), passive);
    root.addEventListener('touchmove', onTouch('move'), passive);
    root.addEventListener('touchend', onTouch('end'), passive);
    root.addEventListener('touchcancel', onTouch('cancel'), passive);
    const onMouse = (type: 'start' | 'move' | 'end') => (event: MouseEvent) => {
      // After a touch the browser repeats it as a mouse.
      if (!this.touchSeen) this.handle(type, this.touchOf(mouseId, event), event);
    };
    root.addEventListener('mousedown', onMouse('start'), passive);
    root.addEventListener('mousemove', onMouse('move'), passive);
    root.addEventListener('mouseup', onMouse('end'), passive);
  }

  private touchOf(
    identifier: number,
    at: { clientX: number; clientY: number; pageX: number; pageY: number },
  ): Touch {
    const top = this.offsetTop();
    const clientY = at.clientY - top;
    return { identifier, clientX: at.clientX, clientY, pageX: at.pageX, pageY: at.pageY - top };
  }

  private handle(type: 'start' | 'move' | 'end' | 'cancel', touch: Touch, event: Event): void {
    if (type === 'start') this.begin(touch, event);
    const finger = this.fingers.get(touch.identifier);
    if (!finger) return;
    finger.last = touch;
    const ended = type === 'end' || type === 'cancel';
    if (ended) this.fingers.delete(touch.identifier);
    const { refused } = fireTouch(finger.element, `touch${type}`, {}, this.touches(touch));
    if (refused && event.cancelable && type === 'move') event.preventDefault();
    if (type === 'move' && distance(touch, finger.start) > tapRadius) this.moved(finger);
    if (ended) this.finish(finger, touch, type === 'end');
  }

  private begin(touch: Touch, event: Event): void {
    const element = elementAround(event.composedPath()[0] as Node);
    if (!element) return;
    const timer = setTimeout(() => this.press(touch.identifier), longPressAfter);
    this.fingers.set(touch.identifier, {
      element,
      start: touch,
      last: touch,
      moved: false,
      longPressHeard: false,
      timer,
    });
  }

  private press(identifier: number): void {
    const finger = this.fingers.get(identifier);
    if (!finger || finger.moved) return;
    for (const type of ['longpress', 'longtap']) {
      const { heard } = fireTouch(finger.element, type, position(finger.last), this.touches(finger.last));
      finger.longPressHeard ||= heard;
    }
  }

  private moved(finger: Finger): void {
    finger.moved = true;
    clearTimeout(finger.timer);
  }

  private finish(finger: Finger, touch: Touch, lifted: boolean): void {
    clearTimeout(finger.timer);
    if (!lifted || finger.moved) return;
    // WeChat gives no tap after a long press that somebody listens to; without a listener it taps.
    if (!finger.longPressHeard) fireTouch(finger.element, 'tap', position(touch), this.touches(touch));
  }

  private touches(changed: Touch) {
    return { touches: [...this.fingers.values()].map((finger) => finger.last), changedTouches: [changed] };
  }
}

function position(touch: Touch) {
  return { x: touch.pageX, y: touch.pageY };
}

function distance(a: Touch, b: Touch): number {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}
