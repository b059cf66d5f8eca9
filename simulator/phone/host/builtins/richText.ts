import { DrawnElement } from './shadow';

interface RichNode {
  readonly type?: string;
  readonly name?: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, string>>;
  readonly children?: readonly RichNode[];
}

/** Tags rich-text trusts; any other and all that is in it is left out. [doc] */
const trusted = new Set(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  ),
);

export class RichTextElement extends DrawnElement {
  constructor() {
    super(':host { display: block; }', '<div class="rich"></div>');
  }

  protected override update(): void {
    const nodes = this.raw('nodes');
    const target = this.piece('.rich');
    target.replaceChildren(
      ...(typeof nodes === 'string' ? parse(nodes) : ((nodes ?? []) as RichNode[]).flatMap(build)),
    );
  }
}

function parse(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  return [...parsed.childNodes].flatMap((node) => clean(node));
}

function clean(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
  if (!(node instanceof Element)) return [];
  const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const made = create(node.localName, attrs);
  made?.append(...[...node.childNodes].flatMap(clean));
  return made ? [made] : [];
}

function build(node: RichNode): Node[] {
  if (node.type === 'text') return [document.createTextNode(decode(node.text ?? ''))];
  const made = create((node.name ?? '').toLowerCase(), node.attrs ?? {});
  made?.append(...(node.children ?? []).flatMap(build));
  return made ? [made] : [];
}

function create(name: string, attrs: Readonly<Record<string, string>>): HTMLElement | undefined {
  if (!trusted.has(name)) return undefined;
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attrs))
    if (!/^on|^href$/i.test(key)) element.setAttribute(key, value);
  return element;
}

function decode(text: string): string {
  return new DOMParser().parseFromString(text, 'text/html').body.textContent ?? text;
}
