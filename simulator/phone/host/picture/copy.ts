import type { Embedded } from './embed';
import { neededOf, type PlainLooks } from './looks';

const xhtml = 'http://www.w3.org/1999/xhtml';
/** Elements that the browser lays out in ways of its own; all others are boxes with a look. */
const kept = new Set(['input', 'textarea', 'button']);
const unseen = new Set(['script', 'style', 'template', 'link', 'iframe']);

/** Copies what is seen of elements, with its look written at each, so that the copy needs no style sheet. */
export class Copier {
  /** What is still being loaded into copies. */
  readonly loading: Promise<void>[] = [];

  constructor(
    private readonly plain: PlainLooks,
    private readonly embedded: Embedded,
  ) {}

  /** Undefined for what is not drawn. */
  copy(element: Element, around?: CSSStyleDeclaration): Element | undefined {
    const look = getComputedStyle(element);
    if (unseen.has(element.localName) || look.display === 'none') return undefined;
    if (element instanceof SVGElement) return this.drawing(element, look, around);
    const picture = this.picture(element);
    const tag = picture ? 'img' : kept.has(element.localName) ? element.localName : 'div';
    const copy = document.createElementNS(xhtml, tag);
    this.dress(copy, look, around, tag);
    if (picture) this.loading.push(picture.then((data) => copy.setAttribute('src', data)));
    else if (element instanceof HTMLInputElement) this.enter(copy, element);
    else if (element instanceof HTMLTextAreaElement) copy.textContent = element.value;
    else this.fill(copy, element, look);
    return copy;
  }

  private dress(
    copy: Element,
    look: CSSStyleDeclaration,
    around: CSSStyleDeclaration | undefined,
    tag: string,
  ): void {
    const needed = neededOf(look, around, this.plain.of(tag));
    // A phone shows no bars beside what can be scrolled.
    const text = [...needed.set('scrollbar-width', 'none')]
      .map(([name, value]) => `${name}: ${value}`)
      .join('; ');
    copy.setAttribute('style', text);
    if (text.includes('url('))
      this.loading.push(this.embedded.css(text).then((whole) => copy.setAttribute('style', whole)));
  }

  /** An element with its own drawing in it as people see it: slots show what was put into them. */
  private fill(copy: Element, element: Element, look: CSSStyleDeclaration): void {
    this.addPseudo(copy, element, '::before', look);
    for (const node of shownIn(element)) {
      if (node instanceof Text) copy.append(node.data);
      else if (node instanceof Element) {
        const inside = this.copy(node, look);
        if (inside) copy.append(inside);
      }
    }
    this.addPseudo(copy, element, '::after', look);
    const { scrollLeft, scrollTop } = element;
    if (scrollLeft || scrollTop) for (const child of copy.children) move(child, -scrollLeft, -scrollTop);
  }

  private addPseudo(copy: Element, element: Element, pseudo: string, around: CSSStyleDeclaration): void {
    const look = getComputedStyle(element, pseudo);
    if (['none', 'normal', ''].includes(look.content) || look.display === 'none') return;
    const box = document.createElementNS(xhtml, 'div');
    this.dress(box, look, around, 'div');
    box.textContent = /^"(.*)"$/.exec(look.content)?.[1] ?? '';
    copy.append(box);
  }

  private picture(element: Element): Promise<string> | undefined {
    if (element instanceof HTMLImageElement) return this.embedded.data(element.currentSrc || element.src);
    if (element instanceof HTMLCanvasElement) return Promise.resolve(element.toDataURL());
    if (element instanceof HTMLVideoElement) return Promise.resolve(frameOf(element));
    return undefined;
  }

  private enter(copy: Element, { type, value, placeholder, checked }: HTMLInputElement): void {
    const attributes = { type, value, placeholder, ...(checked && { checked: '' }) };
    for (const [name, text] of Object.entries(attributes)) copy.setAttribute(name, text);
  }

  private drawing(element: SVGElement, look: CSSStyleDeclaration, around?: CSSStyleDeclaration): Element {
    const copy = element.cloneNode(false) as Element;
    const plain = this.plain.of('div');
    const needed = [...neededOf(look, around, plain)].map(([name, value]) => `${name}: ${value}`);
    copy.setAttribute('style', needed.join('; '));
    for (const node of element.childNodes) {
      const inside = node instanceof Text ? node.data : node instanceof Element && this.copy(node, look);
      if (inside) copy.append(inside);
    }
    return copy;
  }
}

function shownIn(element: Element): Iterable<Node> {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    return assigned.length > 0 ? assigned : element.childNodes;
  }
  return (element.shadowRoot ?? element).childNodes;
}

function move(copy: Element, x: number, y: number): void {
  const style = copy.getAttribute('style') ?? '';
  const known = /(?:^|; )transform: ([^;]+)/.exec(style)?.[1] ?? '';
  copy.setAttribute('style', `${style}; transform: translate(${x}px, ${y}px) ${known}`);
}

function frameOf(video: HTMLVideoElement): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: video.videoWidth || 1, height: video.videoHeight || 1 });
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return canvas.toDataURL();
}
