import * as glassEasel from 'glass-easel';
import type { DrawnNode } from '../events/dispatch';
import { findDrawn } from '../events/find';

export interface ElementDescription {
  readonly elementId: string;
  readonly tagName: string;
  /** Present on custom components only: the client then offers data, setData and callMethod. */
  readonly nodeId?: string;
}

/** The elements the outside holds by id, and the rules by which it may find them. */
export class Elements {
  private readonly byId = new Map<string, glassEasel.Element>();
  private readonly ids = new WeakMap<glassEasel.Element, string>();
  private next = 1;

  /**
   * Elements below `root` that match. A search stays in one component's own template: it sees neither the inside of the
   * components used there nor out of its own. [doc: page.$ cannot select inside a custom component]
   */
  find(scope: glassEasel.ShadowRoot, root: HTMLElement, selector: string): glassEasel.Element[] {
    return findDrawn(scope, root, selector).map((node) => node.__wxElement!);
  }

  describe(element: glassEasel.Element): ElementDescription {
    const elementId = this.ids.get(element) ?? this.remember(element);
    const node = nodeOf(element);
    const tagName = node.localName.replace(/^wx-/, '');
    const isCustom = glassEasel.Component.isComponent(element);
    return { elementId, tagName, ...(isCustom ? { nodeId: elementId } : {}) };
  }

  get(elementId: unknown): glassEasel.Element {
    const element = this.byId.get(String(elementId));
    if (!element) throw new Error(`no such element: ${String(elementId)}`);
    return element;
  }

  private remember(element: glassEasel.Element): string {
    const elementId = `e${this.next}`;
    this.next += 1;
    this.ids.set(element, elementId);
    this.byId.set(elementId, element);
    return elementId;
  }
}

export function nodeOf(element: glassEasel.Element): DrawnNode {
  const node = element.getBackendElement() as DrawnNode | null;
  if (!node) throw new Error('the element is no longer on the page');
  return node;
}
