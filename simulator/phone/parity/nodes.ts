/** A node of a drawn template, whoever drew it. */
export type TemplateNode = TextOf | ElementOf;

interface TextOf {
  readonly text: string;
}

interface ElementOf {
  /** Of a built-in its name; of a component its path; `slot` where the user's content goes. */
  readonly tag: string;
  readonly isComponent: boolean;
  readonly classes: readonly string[];
  /** In a component's tag: what its user put between start and end. */
  readonly children: readonly TemplateNode[];
}

/** One component (a page is one) as the phone has drawn it. */
export interface DrawnComponent {
  /** Of its files, without suffix. */
  readonly path: string;
  readonly data: unknown;
  /** What its user gave each of its external classes; null: nothing. */
  readonly externalClasses: Readonly<Record<string, readonly string[] | null>> | null;
  /** Drawn by its own template. */
  readonly nodes: readonly TemplateNode[];
}

/**
 * One line per node, indented by depth, for comparison and for reading. What does not count: empty texts, the number of spaces, and the
 * order of classes, which the document keeps by when they came.
 */
export function toLines(nodes: readonly TemplateNode[], depth = 0): string[] {
  const indent = '  '.repeat(depth);
  return joinTexts(nodes).flatMap((node) => {
    if ('text' in node) {
      const text = node.text.replace(/\s+/g, ' ').trim();
      return text === '' ? [] : [`${indent}"${text}"`];
    }
    const classes = [...new Set(node.classes)]
      .sort()
      .map((name) => `.${name}`)
      .join('');
    return [`${indent}<${node.tag}>${classes}`, ...toLines(node.children, depth + 1)];
  });
}

function joinTexts(nodes: readonly TemplateNode[]): TemplateNode[] {
  const joined: TemplateNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last && 'text' in last && 'text' in node) joined[joined.length - 1] = { text: last.text + node.text };
    else joined.push(node);
  }
  return joined;
}
