/** What the page shows of a node, written as wxml: tags by WeChat's names, attributes as drawn, text as text. */
export function toWxml(node: Element, outer: boolean): string {
  const inner = [...node.childNodes].map(describe).join('');
  return outer ? wrap(node, inner) : inner;
}

function describe(node: Node): string {
  if (node instanceof Element) return toWxml(node, true);
  return node.nodeType === Node.TEXT_NODE ? escapeText(node.textContent ?? '') : '';
}

function wrap(node: Element, inner: string): string {
  const tag = node.localName.replace(/^wx-/, '');
  const attributes = [...node.attributes].map(
    ({ name, value }) => ` ${name}="${escapeText(value).replace(/"/g, '&quot;')}"`,
  );
  return `<${tag}${attributes.join('')}>${inner}</${tag}>`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
