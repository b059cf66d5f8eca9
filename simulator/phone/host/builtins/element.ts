import type * as glassEasel from 'glass-easel';
import { fire } from '../events/dispatch';
import { playAnimation } from './animation';

/**
 * A built-in of WeChat as an element of the browser. What it draws for itself lies in its shadow root, out of reach of the
 * mini-program's styles and selectors; its children are the template's.
 */
export class BuiltinElement extends HTMLElement {
  /** Put here by glass-easel before it sets any attribute. */
  __wxElement?: glassEasel.Element;
  /** By attribute: who wants to know what a person changed, for `model:value`. */
  readonly modelListeners = new Map<string, (value: unknown) => void>();
  private isDue = false;

  connectedCallback(): void {
    this.schedule();
  }

  // `undefined` in a template leaves the default; glass-easel would write it as an empty attribute.
  override setAttribute(name: string, value: string): void {
    if (value === '' && this.isUndefined(name)) super.removeAttribute(name);
    else super.setAttribute(name, value);
    this.schedule(name);
  }

  override removeAttribute(name: string): void {
    super.removeAttribute(name);
    this.schedule(name);
  }

  /** Draws what the attributes say. Called after any number of changes. */
  protected update(): void {}

  /** Told of every attribute that is set, changed or not: a set value is an order (`value`, `current`, `scroll-top`). */
  protected assigned(_name: string): void {}

  /** An attribute as the template gave it: not text alone but any value. */
  raw(name: string): unknown {
    return this.__wxElement?.getAttribute(name) ?? undefined;
  }

  text(name: string, otherwise = ''): string {
    const value = this.raw(name);
    return value === undefined || value === null ? otherwise : String(value);
  }

  number(name: string, otherwise: number): number {
    const value = this.raw(name);
    const number = value === '' ? Number.NaN : Number(value);
    return Number.isFinite(number) ? number : otherwise;
  }

  /** As WeChat reads booleans: any text but the empty one is true, even "false". [doc] */
  flag(name: string, otherwise = false): boolean {
    const value = this.raw(name);
    return value === undefined || value === null ? otherwise : Boolean(value);
  }

  emit(type: string, detail: unknown, bubbles = false): void {
    if (this.__wxElement) fire(this.__wxElement, type, detail, bubbles);
  }

  /** What a person changed goes back to the page's data if the template binds it with `model:`. */
  protected giveBack(name: string, value: unknown): void {
    this.modelListeners.get(name)?.(value);
  }

  private isUndefined(name: string): boolean {
    const isOfTheNode = ['class', 'style', 'id'].includes(name) || name.startsWith('data-');
    const value = isOfTheNode ? '' : this.__wxElement?.getAttribute(name);
    return value === undefined || value === null;
  }

  /** For screen readers: the browser's name of `aria-role` is `role` [doc], and false is a word, not an absence. */
  private describe(name: string): void {
    if (name === 'aria-role') super.setAttribute('role', this.text(name));
    if (this.raw(name) === false) super.setAttribute(name, 'false');
  }

  private schedule(name?: string): void {
    if (name === 'animation') playAnimation(this, this.raw('animation'));
    if (name?.startsWith('aria-')) this.describe(name);
    if (name !== undefined) this.assigned(name);
    if (this.isDue) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      if (this.isConnected) this.update();
    });
  }
}
