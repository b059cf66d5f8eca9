import type * as glassEasel from 'glass-easel';
import type { DrawnNode } from '../../events/dispatch';
import { drawnRoot, findDrawn } from '../../events/find';
import type { Caller } from './contexts';
import { crosses, intersection, type Rectangle, ratioOf, rectangle, type Sides, widened } from './rectangles';

type Options = WechatMiniprogram.CreateIntersectionObserverOption;
type Result = WechatMiniprogram.IntersectionObserverObserveCallbackResult;

/** Milliseconds between two looks: scrolling, animations and new data are seen without being told. [guess] */
const pace = 50;

interface Reference {
  readonly node: Element | undefined;
  readonly margins: Partial<Sides>;
}

interface Watched {
  readonly node: DrawnNode;
  readonly callback: (result: Result) => void;
  ratio: number;
}

/** `createIntersectionObserver()` of a page or component; places count from the page's upper left corner. */
export class IntersectionWatcher {
  private readonly references: Reference[] = [];
  private readonly watched: Watched[] = [];
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly caller: Caller,
    private readonly options: Options = {},
  ) {}

  relativeTo(selector: string, margins: Partial<Sides> = {}): this {
    this.references.push({ node: this.find(selector)[0], margins });
    return this;
  }

  relativeToViewport(margins: Partial<Sides> = {}): this {
    this.references.push({ node: this.root.closest('.page-scroller') ?? undefined, margins });
    return this;
  }

  observe(selector: string, callback: (result: Result) => void): void {
    const found = this.find(selector);
    const nodes = this.options.observeAll ? found : found.slice(0, 1);
    const ratio = this.options.initialRatio ?? 0;
    for (const node of nodes) this.watched.push({ node, callback, ratio });
    this.timer ??= setInterval(() => this.look(), pace);
    setTimeout(() => this.look());
  }

  disconnect(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.watched.length = 0;
  }

  private get root(): HTMLElement {
    return drawnRoot(this.caller._$);
  }

  private find(selector: string): DrawnNode[] {
    const scope = this.caller._$.getShadowRoot();
    return scope ? findDrawn(scope as glassEasel.ShadowRoot, this.root, selector) : [];
  }

  private look(): void {
    if (!this.root.isConnected) this.disconnect();
    if (this.root.closest('.page-frame')?.hasAttribute('hidden')) return;
    const thresholds = this.options.thresholds ?? [0];
    for (const one of this.watched) {
      const result = this.measure(one.node);
      if (!crosses(thresholds, one.ratio, result.intersectionRatio)) continue;
      one.ratio = result.intersectionRatio;
      one.callback(result);
    }
  }

  private measure(node: DrawnNode): Result {
    const origin = this.root.closest('.page-frame')?.getBoundingClientRect() ?? new DOMRect();
    const box = node.isConnected ? boxOf(node) : rectangle({ left: 0, top: 0, right: 0, bottom: 0 });
    const areas = this.references.map((one) => areaOf(one));
    const relative = areas.reduce((all, area) => intersection(all, area), areas[0] ?? boxOf(this.root));
    const shared = clipped(node, this.references, intersection(box, relative));
    const place = (one: Rectangle) => moved(one, origin);
    return {
      id: node.__wxElement?.id ?? '',
      dataset: { ...node.__wxElement?.dataset },
      boundingClientRect: place(box),
      intersectionRatio: ratioOf(box, shared),
      intersectionRect: place(shared),
      relativeRect: place(relative),
      time: Date.now(),
    };
  }
}

function boxOf(node: Element): Rectangle {
  return rectangle(node.getBoundingClientRect());
}

function areaOf({ node, margins }: Reference): Rectangle {
  return node ? widened(boxOf(node), margins) : rectangle({ left: 0, top: 0, right: 0, bottom: 0 });
}

/** What boxes in between hide is not seen, as with the browser's own observer, which glass-easel uses. */
function clipped(node: Element, references: readonly Reference[], shared: Rectangle): Rectangle {
  let rest = shared;
  for (let at = parentOf(node); at && !at.matches('.page-scroller'); at = parentOf(at)) {
    if (references.some((one) => one.node === at || one.node === hostOf(at))) continue;
    if (getComputedStyle(at).overflow !== 'visible') rest = intersection(rest, boxOf(at));
  }
  return rest;
}

/** The next box around a node as it is drawn: through slots and out of shadow roots. */
function parentOf(node: Element): Element | undefined {
  const parent = node.assignedSlot ?? node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}

function hostOf(node: Element): Element | undefined {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

function moved(box: Rectangle, origin: { readonly left: number; readonly top: number }): Rectangle {
  return rectangle({
    left: box.left - origin.left,
    top: box.top - origin.top,
    right: box.right - origin.left,
    bottom: box.bottom - origin.top,
  });
}
