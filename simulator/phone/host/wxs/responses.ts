import type * as glassEasel from 'glass-easel';
import type { Hidden } from '../events/eventObject';
import { instanceOf, type WxsInstance } from './instance';

type ChangeListener = (
  newValue: unknown,
  oldValue: unknown,
  host: glassEasel.GeneralComponent,
  element: glassEasel.Element,
) => void;
type WxsChange = (
  newValue: unknown,
  oldValue: unknown,
  ownerInstance: WxsInstance,
  instance: WxsInstance,
) => void;
type WxsHandler = (event: object, ownerInstance: WxsInstance) => unknown;
type Handler = (this: unknown, event: object) => unknown;

/** The part of glass-easel's drawing of one template that wxs needs. */
interface Drawing {
  setFnFilter(filter: (listener: unknown) => ChangeListener): void;
  setEventListenerWrapper(wrapper: (caller: Caller, event: object, listener: Handler) => unknown): void;
  /** Binds `change:name`. */
  p: (element: glassEasel.Element, name: string, listener: unknown, path?: unknown) => void;
  /** Binds a handler: the name of a method or a function of wxs. */
  v: (element: glassEasel.Element, type: string, handler: unknown, ...rest: unknown[]) => void;
}

/** A component as its own methods see it. */
interface Caller {
  readonly _$: glassEasel.GeneralComponent;
}

const connected = new WeakSet<Drawing>();
const wxsHandlers = new WeakSet<object>();

/** Lets a template call its wxs: `change:prop="{{m.f}}"` and `bindtap="{{m.f}}"`. Called by the compiled template as it draws. */
export function connectWxs(drawing: Drawing): void {
  if (connected.has(drawing)) return;
  connected.add(drawing);
  drawing.setFnFilter(changeListener);
  drawing.setEventListenerWrapper(runHandler);
  const { p: bindChange, v: bindEvent } = drawing;
  // The compiler writes `change:a-b` as aB, yet the attribute itself stays a-b.
  drawing.p = (element, name, listener, path) => {
    bindChange(element, name, listener, path);
    const dashed = name.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`);
    if (dashed !== name) bindChange(element, dashed, listener, path);
  };
  drawing.v = (element, type, handler, ...rest) => {
    if (typeof handler === 'function') wxsHandlers.add(handler);
    bindEvent(element, type, handler, ...rest);
  };
}

// Called once the whole change is drawn: a node's children come after its attributes. [guess: when WeChat calls it]
function changeListener(listener: unknown): ChangeListener {
  if (typeof listener !== 'function') return () => {};
  return (newValue, oldValue, host, element) => {
    const call = () => (listener as WxsChange)(newValue, oldValue, instanceOf(host), instanceOf(element));
    queueMicrotask(() => guarded(call));
  };
}

// What wxs returns counts as a method's answer does: false stops the event and what the browser would do.
function runHandler(caller: Caller, event: object, listener: Handler): unknown {
  if (!wxsHandlers.has(listener)) return listener.call(caller, event);
  const { currentElement } = event as Hidden;
  const given: object = Object.create(event, {
    instance: { value: instanceOf(currentElement), enumerable: true },
  });
  return guarded(() => (listener as unknown as WxsHandler)(given, instanceOf(caller._$)));
}

/** wxs runs in the view layer: what it throws is written to the console and reaches no handler of the app. */
function guarded(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    console.error('wxs:', error);
    return undefined;
  }
}
