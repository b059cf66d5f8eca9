import * as glassEasel from 'glass-easel';
import { elementName } from '../artefact/builtins';
import { resolveUnits } from '../artefact/units';
import { BuiltinElement } from './builtins/element';
import { pluginStandIn } from './code/plugins';

/**
 * Where glass-easel draws: this document. It differs from glass-easel's own window backend in three ways: tags become our
 * built-in elements, a style sheet is put in once however many pages use it, and DOM events are not forwarded: what a
 * mini-program hears comes from `events/` and from the built-ins alone, as in WeChat.
 */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  private readonly sheets = new Map<string, number>();

  constructor() {
    super();
    const create = (tag: string) => prepare(pluginStandIn(tag) ?? document.createElement(elementName(tag)));
    const own = { createElement: create, createTextNode: (text: string) => document.createTextNode(text) };
    const fragment = { createDocumentFragment: () => document.createDocumentFragment() };
    this.document = { ...own, ...fragment } as unknown as typeof this.document;
  }

  override setListenerStats(): void {}

  // The built-ins tell what a person changed; glass-easel would listen to the browser's own inputs.
  override setModelBindingStat(
    element: unknown,
    name: string,
    listener: ((value: unknown) => void) | null,
  ): void {
    if (!(element instanceof BuiltinElement)) return;
    if (listener) element.modelListeners.set(name, listener);
    else element.modelListeners.delete(name);
  }

  override appendStyleSheetPath(path: string, styleScope?: number): number {
    const known = this.sheets.get(path);
    if (known !== undefined) return known;
    const index = super.appendStyleSheetPath(path, styleScope);
    this.sheets.set(path, index);
    return index;
  }

  // A frame of the browser may never come (a phone in a hidden tab): data is drawn by then anyway.
  override render(done: (error: Error | null) => void): void {
    setTimeout(() => done(null));
  }
}

/** Ids stand in the document as the template wrote them, without glass-easel's prefix; inline styles know rpx. */
function prepare(element: HTMLElement): HTMLElement {
  const setAttribute = element.setAttribute.bind(element);
  Object.defineProperty(element, 'id', {
    get: () => element.getAttribute('id') ?? '',
    set: (id: string) => setAttribute('id', id.replace(/^[0-9a-f]{8}--/, '')),
  });
  element.setAttribute = (name: string, value: string) =>
    setAttribute(name, name === 'style' ? resolveUnits(value) : value);
  return element;
}
