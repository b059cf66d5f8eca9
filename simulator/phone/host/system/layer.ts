type Child = Node | string | undefined;

/** An element with a class, children and perhaps a tap; what is undefined is left out. */
export function h<T extends keyof HTMLElementTagNameMap = 'div'>(
  tag: T,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

export function button(className: string, text: string, tapped: () => void): HTMLButtonElement {
  const element = h('button', className, text);
  element.type = 'button';
  element.addEventListener('click', tapped);
  return element;
}

/** `sheet` rises from below over the dimmed page, `page` covers the screen, `dark` covers it in black. */
export type LayerKind = 'sheet' | 'page' | 'dark';

/** Something of WeChat's own over the mini-program. It blocks what is under it. Returns the way to take it off. */
export function openLayer(kind: LayerKind, name: string, ...content: Child[]): () => void {
  const panel = h('div', `system-${kind}`, ...content);
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', name);
  const veil = h('div', `system-veil is-${kind}`, panel);
  veil.dataset.name = name;
  document.body.append(veil);
  return () => veil.remove();
}

/** The head of a page of WeChat's own: the way back, and a title. */
export function pageHead(title: string, back: () => void): HTMLElement {
  const way = button('system-back', '', back);
  way.setAttribute('aria-label', '返回');
  return h('header', 'system-head', way, h('span', 'system-title', title));
}
