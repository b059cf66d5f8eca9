import * as glassEasel from 'glass-easel';
import { userGesture } from '../system/userGesture';
import { wasHeard } from './eventObject';

/** A node of the document that glass-easel drew. */
export type DrawnNode = HTMLElement & { __wxElement?: glassEasel.Element };

export interface Touch {
  readonly identifier: number;
  readonly pageX: number;
  readonly pageY: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** The nearest mini-program element around a node of the document. */
export function elementAround(node: Node | null): glassEasel.Element | undefined {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    const element = (at as DrawnNode).__wxElement;
    if (element) return element;
  }
  return undefined;
}

/** Fires an event of a built-in on its own element; it does not bubble unless said otherwise. */
export function fire(element: glassEasel.Element, type: string, detail: unknown, bubbles = false): void {
  glassEasel.Event.triggerEvent(element, type, detail, { bubbles, composed: bubbles, capturePhase: true });
}

/** What became of an event: whether a handler got it, and whether one refused the browser's own action. */
export interface Fate {
  readonly heard: boolean;
  readonly refused: boolean;
}

/** A disabled button hears no tap, and neither does what lies around it. [doc] */
function isDisabled(element: glassEasel.Element): boolean {
  const node = element.getBackendElement() as HTMLElement | null;
  return node?.closest?.('wx-button[disabled]') != null;
}

/** A built-in that has a say in the touches it gets: a canvas adds their place in it, a map turns taps into events of its own. */
interface TouchedBuiltin {
  adaptTouch?(touch: Touch): Touch;
  /** Whether the tap has been dealt with. */
  ownTap?(touch: Touch): boolean;
}

/** Fires a touch or tap, which bubble and carry their touches. */
export function fireTouch(
  element: glassEasel.Element,
  type: string,
  detail: unknown,
  touches: { readonly touches: readonly Touch[]; readonly changedTouches: readonly Touch[] },
): Fate {
  if (type === 'tap' && isDisabled(element)) return { heard: false, refused: false };
  if (type === 'tap') userGesture.begin();
  const builtin = element.getBackendElement() as (HTMLElement & TouchedBuiltin) | null;
  const [changed] = touches.changedTouches;
  if (type === 'tap' && changed && builtin?.ownTap?.(changed)) return { heard: true, refused: false };
  const adapt = (list: readonly Touch[]) => list.map((touch) => builtin?.adaptTouch?.(touch) ?? touch);
  const event = new glassEasel.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches: adapt(touches.touches), changedTouches: adapt(touches.changedTouches) },
  });
  glassEasel.Event.dispatchEvent(element, event);
  return { heard: wasHeard(event), refused: event.defaultPrevented() };
}
