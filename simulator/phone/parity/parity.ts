import { join } from 'node:path';
import { build } from 'esbuild';
import { stylePrefix } from '../artefact/selectors';
import type { Phone } from '../phone';
import { type DrawnComponent, type TemplateNode, toLines } from './nodes';
import { genericTag, WeixinTemplates } from './weixinTemplates';

/** Where phone and WeChat part. */
export interface Difference {
  /** The component whose template it is. */
  readonly component: string;
  readonly message: string;
}

/** One page, drawn by the phone and by WeChat's compiler from the same data. */
export interface PageParity {
  readonly page: string;
  readonly components: number;
  readonly nodes: number;
  /** Templates that WeChat looked for in vain while it drew the page. */
  readonly complaints: readonly string[];
  readonly differences: readonly Difference[];
}

/** Compares what a phone shows with what WeChat's own template compiler makes of the same data: tags, classes and texts. */
export class Parity {
  private readonly templates: WeixinTemplates;

  /** `modules` is where the package `miniprogram-compiler` lies, `folder` the mini-program on the phone. */
  constructor(modules: string, folder: string) {
    this.templates = new WeixinTemplates(modules, folder);
  }

  /** The page on top, as it is now. */
  async topPage(phone: Phone): Promise<PageParity> {
    const drawn = (await phone.page.evaluate(`${await readerScript()}\nreadTopPage()`)) as DrawnComponent[];
    const prefixes = new Set(drawn.map(({ path }) => `${stylePrefix(path)}--`));
    const compared = drawn.map((component) => this.compare(component, prefixes));
    return {
      page: drawn[0]?.path ?? '',
      components: drawn.length,
      nodes: compared.reduce((sum, { nodes }) => sum + nodes, 0),
      complaints: [...new Set(compared.flatMap(({ complaints }) => complaints))],
      differences: compared.flatMap(({ difference }) => (difference ? [difference] : [])),
    };
  }

  private compare(component: DrawnComponent, prefixes: ReadonlySet<string>) {
    const { nodes, complaints } = this.templates.render(component);
    const expected = toLines(nodes);
    const shown = toLines(component.nodes.map((node) => this.normalize(node, component.path, prefixes)));
    const message = firstDifference(expected, shown);
    return {
      nodes: expected.length,
      complaints,
      difference: message ? { component: component.path, message } : undefined,
    };
  }

  /** An isolated component's classes carry its name in the browser; in WeChat's templates they do not. */
  private normalize(node: TemplateNode, owner: string, prefixes: ReadonlySet<string>): TemplateNode {
    if ('text' in node) return node;
    const bare = (name: string) => {
      const prefix = [...prefixes].find((one) => name.startsWith(one));
      return prefix ? name.slice(prefix.length) : name;
    };
    const isGeneric = node.isComponent && this.templates.isGeneric(owner, node.tag);
    return {
      ...node,
      tag: isGeneric ? genericTag : node.tag,
      classes: node.classes.map(bare),
      children: node.children.map((child) => this.normalize(child, owner, prefixes)),
    };
  }
}

function firstDifference(expected: readonly string[], shown: readonly string[]): string | undefined {
  const length = Math.max(expected.length, shown.length);
  const at = Array.from({ length }, (_one, index) => index).find((index) => expected[index] !== shown[index]);
  if (at === undefined) return undefined;
  const around = expected.slice(Math.max(0, at - 2), at).map((line) => `    ${line}`);
  return [
    `node ${at + 1}:`,
    ...around,
    `  WeChat ${expected[at] ?? '(nothing)'}`,
    `  phone  ${shown[at] ?? '(nothing)'}`,
  ].join('\n');
}

let reader: Promise<string> | undefined;

/** The code that reads the document, for the browser; made once per process. */
function readerScript(): Promise<string> {
  reader ??= build({
    entryPoints: [join(__dirname, 'drawn.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    logLevel: 'warning',
  }).then(({ outputFiles }) => outputFiles[0]!.text);
  return reader;
}
