import * as glassEasel from 'glass-easel';
import { drawnRoot, findDrawn } from '../events/find';
import { Styling } from './styling';

/** A component or a node as wxs handles it. Distances are CSS pixels from the top left of the page's window. [doc: WXS 响应事件] */
export interface WxsInstance {
  /** The first match in the component's own template, or below the node; null when there is none. */
  selectComponent(selector: string): WxsInstance | null;
  selectAllComponents(selector: string): WxsInstance[];
  /** Goes before the style the template gives; a new one takes the place of the old one. [guess: replaced as a whole] */
  setStyle(style: string | Readonly<Record<string, unknown>>): WxsInstance;
  addClass(names: string): WxsInstance;
  removeClass(names: string): WxsInstance;
  hasClass(name: string): boolean;
  getDataset(): Record<string, unknown>;
  /** Runs a method of the component (of the one around a plain node) in the logic layer: later, with what JSON passes. */
  callMethod(name: string, argument?: unknown): void;
  requestAnimationFrame(work: () => void): void;
  /** An object that lives as long as the node and is the same at each call. */
  getState(): Record<string, unknown>;
  triggerEvent(type: string, detail?: unknown, options?: object): void;
  getComputedStyle(names: readonly string[]): Record<string, string>;
  setTimeout(work: () => void, milliseconds?: number): number;
  clearTimeout(timer: number): void;
  getBoundingClientRect(): Readonly<Record<string, number>>;
}

const known = new WeakMap<glassEasel.Element, Instance>();

/** The instance of an element: the same one each time. */
export function instanceOf(element: glassEasel.Element): WxsInstance {
  const found = known.get(element) ?? new Instance(element);
  known.set(element, found);
  return found;
}

class Instance implements WxsInstance {
  private readonly state: Record<string, unknown> = {};
  private readonly styling: Styling;

  constructor(private readonly element: glassEasel.Element) {
    this.styling = new Styling(element);
  }

  selectComponent(selector: string): WxsInstance | null {
    return this.selectAllComponents(selector)[0] ?? null;
  }

  selectAllComponents(selector: string): WxsInstance[] {
    const { element } = this;
    const scope = glassEasel.Component.isComponent(element)
      ? element.getShadowRoot()
      : element.ownerShadowRoot;
    if (!scope) return [];
    const found = findDrawn(scope as glassEasel.ShadowRoot, drawnRoot(element), selector);
    return found.map((node) => instanceOf(node.__wxElement!));
  }

  setStyle(style: string | Readonly<Record<string, unknown>>): WxsInstance {
    this.styling.setStyle(style);
    return this;
  }

  addClass(names: string): WxsInstance {
    this.styling.toggle(names, true);
    return this;
  }

  removeClass(names: string): WxsInstance {
    this.styling.toggle(names, false);
    return this;
  }

  hasClass(name: string): boolean {
    return this.styling.has(name);
  }

  getDataset(): Record<string, unknown> {
    return { ...this.element.dataset };
  }

  callMethod(name: string, argument?: unknown): void {
    const { element } = this;
    const owner = glassEasel.Component.isComponent(element)
      ? element
      : element.ownerShadowRoot?.getHostNode();
    const method = owner && glassEasel.Component.getMethod(owner, name);
    if (!owner || !method) {
      console.warn(`callMethod: "${name}" is no method of ${owner?.is ?? 'the page'}`);
      return;
    }
    const crossed: unknown = argument === undefined ? undefined : JSON.parse(JSON.stringify(argument));
    queueMicrotask(() => {
      try {
        method.call(owner.getMethodCaller(), crossed);
      } catch (error) {
        reportError(error);
      }
    });
  }

  requestAnimationFrame(work: () => void): void {
    requestAnimationFrame(() => work());
  }

  getState(): Record<string, unknown> {
    return this.state;
  }

  triggerEvent(type: string, detail: unknown = {}, options: object = {}): void {
    glassEasel.Event.triggerEvent(this.element, type, detail, options);
  }

  getComputedStyle(names: readonly string[]): Record<string, string> {
    const style = getComputedStyle(drawnRoot(this.element));
    return Object.fromEntries(
      names.map((name) => [
        name,
        style.getPropertyValue(name.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`)),
      ]),
    );
  }

  setTimeout(work: () => void, milliseconds = 0): number {
    return window.setTimeout(work, milliseconds);
  }

  clearTimeout(timer: number): void {
    window.clearTimeout(timer);
  }

  getBoundingClientRect(): Readonly<Record<string, number>> {
    const node = drawnRoot(this.element);
    const { left, top, right, bottom, width, height } = node.getBoundingClientRect();
    const pageTop = node.closest('.page-frame')?.getBoundingClientRect().top ?? 0;
    return { left, top: top - pageTop, right, bottom: bottom - pageTop, width, height };
  }
}
