import type * as glassEasel from 'glass-easel';
import { component } from 'glass-easel-miniprogram-adapter';
import { rewriteSelector } from '../../artefact/selectors';
import { ScrollViewElement } from '../builtins/scrollView';
import type { DrawnNode } from '../events/dispatch';
import { drawnRoot, findDrawn } from '../events/find';
import type { OpenPage } from '../pages/page';

type Fields = Readonly<Record<string, unknown>>;
type Callback = (result: unknown) => void;

interface Caller {
  readonly _$: glassEasel.GeneralComponent;
}

interface Request {
  readonly find: () => Node[];
  readonly single: boolean;
  readonly fields: Fields;
  readonly callback: Callback | undefined;
}

let contextOfNode: ((node: Element) => object | undefined) | undefined;

/** Tells selector queries which context speaks for a built-in (map, video, live-player). */
export function connectContexts(find: (node: Element) => object | undefined): void {
  contextOfNode = find;
}

const rectFields = { id: true, dataset: true, rect: true, size: true };

/** `wx.createSelectorQuery()`: asks the page for places and states of its nodes; all answers come together, later. */
export class SelectorQuery {
  private readonly requests: Request[] = [];
  private scope: Caller | undefined;

  constructor(private readonly page: () => OpenPage | undefined) {}

  in(scope: Caller): this {
    this.scope = scope;
    return this;
  }

  select(selector: string) {
    return this.nodes(() => this.find(selector).slice(0, 1), true);
  }

  selectAll(selector: string) {
    return this.nodes(() => this.find(selector), false);
  }

  selectViewport() {
    return this.nodes(() => [this.page()!.scroller], true);
  }

  exec(callback?: (results: unknown[]) => void): this {
    setTimeout(() => {
      const results = this.requests.splice(0).map((request) => this.answer(request));
      callback?.(results);
    });
    return this;
  }

  private nodes(find: () => Node[], single: boolean) {
    const ask = (fields: Fields, callback?: Callback) => {
      this.requests.push({ find, single, fields, callback });
      return this;
    };
    return {
      boundingClientRect: (callback?: Callback) => ask(rectFields, callback),
      scrollOffset: (callback?: Callback) => ask({ id: true, dataset: true, scrollOffset: true }, callback),
      fields: (fields: Fields, callback?: Callback) => ask(fields, callback),
      node: (callback?: Callback) => ask({ node: true }, callback),
      context: (callback?: Callback) => ask({ context: true }, callback),
    };
  }

  private find(selector: string): Node[] {
    const page = this.page();
    const caller = this.scope ?? (page?.instance as unknown as Caller | undefined);
    if (!caller) return [];
    const root = drawnRoot(caller._$);
    if (selector.includes('>>>'))
      return [...root.querySelectorAll(rewriteSelector(selector.replaceAll('>>>', ' ')))];
    return findDrawn(caller._$.getShadowRoot()!, root, selector);
  }

  private answer({ find, single, fields, callback }: Request): unknown {
    const origin = this.page()?.frame.getBoundingClientRect() ?? new DOMRect();
    const found = find().map((node) => describe(node as DrawnNode, fields, origin));
    const result = single ? (found[0] ?? null) : found;
    callback?.(result);
    return result;
  }
}

function describe(node: DrawnNode, fields: Fields, origin: DOMRect): Record<string, unknown> {
  const rect = node.getBoundingClientRect();
  const element = node.__wxElement;
  const left = rect.left - origin.left;
  const top = rect.top - origin.top;
  const scroller = node instanceof ScrollViewElement ? node.scrollNode : node;
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = scroller;
  const style = fields.computedStyle ? getComputedStyle(node) : undefined;
  const named = (names: unknown, read: (name: string) => unknown) =>
    Object.fromEntries(((names as string[] | undefined) ?? []).map((name) => [name, read(name)]));
  return {
    ...(fields.id ? { id: element?.id ?? '' } : {}),
    ...(fields.dataset ? { dataset: { ...element?.dataset } } : {}),
    ...(fields.rect ? { left, top, right: left + rect.width, bottom: top + rect.height } : {}),
    ...(fields.size ? { width: rect.width, height: rect.height } : {}),
    ...(fields.scrollOffset ? { scrollLeft, scrollTop, scrollWidth, scrollHeight } : {}),
    ...(fields.node ? { node: nodeForPage(node) } : {}),
    ...(fields.context ? { context: contextOfNode?.(node) ?? null } : {}),
    ...(fields.mark ? { mark: element?.collectMarks() ?? {} } : {}),
    ...named(fields.properties, (name) => element?.getAttribute(name)),
    ...named(fields.computedStyle, (name) =>
      style?.getPropertyValue(name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)),
    ),
  };
}

/** What `node` gives: a canvas to draw on, or the context of a scroll-view; no other built-in has one. [doc] */
function nodeForPage(node: DrawnNode): object | null {
  if ('canvasNode' in node) return node.canvasNode as object;
  if (!(node instanceof ScrollViewElement)) return null;
  return {
    scrollTo: ({ top, left, animated }: { top?: number; left?: number; animated?: boolean }) =>
      node.scrollNode.scrollTo({
        ...(top === undefined ? {} : { top }),
        ...(left === undefined ? {} : { left }),
        behavior: animated ? 'smooth' : 'instant',
      }),
    scrollIntoView: (selector: string) =>
      node.querySelector(rewriteSelector(selector))?.scrollIntoView({ block: 'start' }),
  };
}

/** Components' own `this.createSelectorQuery()` is the same, bound to the component. */
export function giveComponentsSelectorQuery(page: () => OpenPage | undefined): void {
  Object.assign(component.ComponentCaller.prototype, {
    createSelectorQuery(this: Caller) {
      return new SelectorQuery(page).in(this);
    },
  });
}
