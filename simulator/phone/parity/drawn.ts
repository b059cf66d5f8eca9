// Runs in the browser: it reads what the phone has drawn.
import type * as glassEasel from 'glass-easel';
import type { DrawnComponent, TemplateNode } from './nodes';

type Drawn = HTMLElement & { __wxElement?: glassEasel.Element };

/** The page on top and every component in it, each with its data and what its own template drew. */
function readTopPage(): DrawnComponent[] {
  const host = [...document.querySelectorAll<Drawn>('wx-page')].find((page) => !page.closest('[hidden]'));
  const page = host?.__wxElement;
  if (!isComponent(page)) throw new Error('no page is on top');
  const found: DrawnComponent[] = [];
  const waiting = [page];
  for (let component = waiting.pop(); component; component = waiting.pop()) {
    const inner: AnyComponent[] = [];
    const nodes = childrenOf(component.getShadowRoot()?.childNodes ?? [], inner);
    found.push({
      path: component.is,
      data: plain(component.data),
      externalClasses: plain(component.getExternalClasses()) as DrawnComponent['externalClasses'],
      nodes,
    });
    waiting.push(...inner);
  }
  return found;
}

type AnyComponent = glassEasel.GeneralComponent;

// The host's own copy of the framework made the nodes, so they are known by what they have and not by their class.
function isComponent(node: unknown): node is AnyComponent {
  return typeof (node as { getShadowRoot?: unknown } | undefined)?.getShadowRoot === 'function';
}

function childrenOf(nodes: readonly glassEasel.Node[], inner: AnyComponent[]): TemplateNode[] {
  return nodes.flatMap((node) => describe(node, inner));
}

function describe(node: glassEasel.Node, inner: AnyComponent[]): TemplateNode[] {
  const drawn = (node as { getBackendElement(): unknown }).getBackendElement() as Node | null;
  if (!('childNodes' in node))
    return [{ text: drawn?.textContent ?? (node as glassEasel.TextNode).textContent }];
  const element = node as glassEasel.Element;
  const children = childrenOf(element.childNodes, inner);
  if (isComponent(element)) {
    inner.push(element);
    return [{ tag: element.is, isComponent: true, classes: classesOf(drawn), children }];
  }
  if (isSlot(element)) return [{ tag: 'slot', isComponent: false, classes: [], children: [] }];
  if (!drawn) return children;
  return [
    {
      tag: (drawn as Element).localName.replace(/^wx-/, ''),
      isComponent: false,
      classes: classesOf(drawn),
      children,
    },
  ];
}

function isSlot(element: glassEasel.Element): boolean {
  return (element as { _$slotName?: unknown })._$slotName != null;
}

function classesOf(drawn: Node | null): string[] {
  return drawn instanceof Element ? [...drawn.classList] : [];
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}

Object.assign(globalThis, { readTopPage });
