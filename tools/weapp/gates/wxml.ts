/** A start tag of a wxml file. */
export interface WxmlTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Counted from 1. */
  readonly line: number;
}

const tagStart = /<!--[\s\S]*?-->|<([a-zA-Z][\w:.-]*)/g;
const attribute = /\s*([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/y;

/** The start tags of a wxml text in their order. What is broken is left to WeChat's own compiler. */
export function wxmlTags(text: string): WxmlTag[] {
  const tags: WxmlTag[] = [];
  const start = new RegExp(tagStart);
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const name = match[1];
    if (name === undefined) continue;
    const { attributes, end } = readAttributes(text, start.lastIndex);
    tags.push({ name, attributes, line: lineAt(text, match.index) });
    start.lastIndex = afterScript(text, name, end);
  }
  return tags;
}

function readAttributes(text: string, from: number): { attributes: Record<string, string>; end: number } {
  const attributes: Record<string, string> = {};
  const reader = new RegExp(attribute);
  let end = from;
  for (;;) {
    reader.lastIndex = end;
    const match = reader.exec(text);
    if (!match?.[1]) return { attributes, end };
    attributes[match[1]] = match[2] ?? match[3] ?? match[4] ?? '';
    end = reader.lastIndex;
  }
}

// What stands inside of <wxs> is a script and no markup.
function afterScript(text: string, name: string, end: number): number {
  const isEmpty = /^\s*\/>/.test(text.slice(end, end + 20));
  if (name !== 'wxs' || isEmpty) return end;
  const close = text.indexOf('</wxs', end);
  return close < 0 ? text.length : close;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
