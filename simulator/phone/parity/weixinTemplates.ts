import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { runCompiler } from './compiler';
import type { DrawnComponent, TemplateNode } from './nodes';

/** A node as the code that wcc makes gives it. */
interface WccNode {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly children?: readonly (WccNode | string)[];
}

interface ComponentConfig {
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly componentGenerics?: Readonly<Record<string, unknown>>;
}

/** Stands for the component a user chose for a generic. */
export const genericTag = '(generic)';

type Render = (data: unknown) => WccNode;

export interface WeixinRendering {
  readonly nodes: readonly TemplateNode[];
  /** What the code complained of while it ran: templates that were not found. */
  readonly complaints: readonly string[];
}

/** A mini-program's templates as WeChat's own compiler makes them, to be filled with any data. */
export class WeixinTemplates {
  private readonly complaints: string[] = [];
  private readonly templateOf: (path: string) => Render | undefined;
  /** The code tells objects and arrays by the classes of its own realm: data must be born there. */
  private readonly born: (text: string) => unknown;

  /** `modules` is where the package `miniprogram-compiler` lies, `folder` the built mini-program. */
  constructor(
    modules: string,
    private readonly folder: string,
  ) {
    // Absolute imports are found only if every path begins with a dot, as DevTools gives them. [measured]
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => `./${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.(wxml|wxs)$/.test(file));
    const { code, complaint } = runCompiler('wcc', modules, folder, files);
    if (complaint !== '') throw new Error(`wcc: ${complaint}`);
    const complain = (...words: unknown[]) => this.complaints.push(words.map(String).join(' '));
    const console = { log: complain, warn: complain, error: complain, info: complain };
    const context = vm.createContext({ window: {}, console });
    vm.runInContext(code, context);
    this.born = vm.runInContext('JSON.parse', context) as (text: string) => unknown;
    this.templateOf = (path) => (context.$gwx as (file: string) => Render | undefined)(`./${path}.wxml`);
  }

  /** What WeChat would draw for a component that has this data. */
  render({
    path,
    data,
    externalClasses,
  }: Pick<DrawnComponent, 'path' | 'data' | 'externalClasses'>): WeixinRendering {
    const template = this.templateOf(path);
    if (!template) throw new Error(`the package has no template ${path}.wxml`);
    this.complaints.length = 0;
    const root = template(this.born(JSON.stringify(data)));
    const components = this.componentsOf(path);
    for (const generic of this.genericsOf(path)) components.set(generic, genericTag);
    const nodes = childrenOf(root, (node) => describe(node, components, externalClasses ?? {}));
    return { nodes, complaints: [...new Set(this.complaints)] };
  }

  /** Whether a component in `owner`'s template stands for one of its generics: nothing else tells, for the user chooses it. */
  isGeneric(owner: string, component: string): boolean {
    return this.genericsOf(owner).length > 0 && ![...this.componentsOf(owner).values()].includes(component);
  }

  private componentsOf(owner: string): Map<string, string> {
    const used = (from: string) =>
      Object.entries(this.config(from).usingComponents ?? {}).map(
        ([tag, target]) => [tag, pathOf(from, target)] as const,
      );
    return new Map([...used('app'), ...used(owner)]);
  }

  private genericsOf(owner: string): string[] {
    return Object.keys(this.config(owner).componentGenerics ?? {});
  }

  private config(owner: string): ComponentConfig {
    const file = join(this.folder, `${owner}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ComponentConfig) : {};
  }
}

type Describe = (node: WccNode) => TemplateNode[];

function childrenOf({ children = [] }: WccNode, describe: Describe): TemplateNode[] {
  return children.flatMap((child) =>
    typeof child === 'object' ? describe(child) : [{ text: String(child) }],
  );
}

function describe(
  node: WccNode,
  components: ReadonlyMap<string, string>,
  externalClasses: NonNullable<DrawnComponent['externalClasses']>,
): TemplateNode[] {
  const children = childrenOf(node, (child) => describe(child, components, externalClasses));
  if (node.tag === 'virtual') return children;
  const tag = node.tag.replace(/^wx-/, '');
  if (tag === 'slot') return [{ tag, isComponent: false, classes: [], children: [] }];
  const component = components.get(tag);
  const classes = String(node.attr?.class ?? '')
    .split(/\s+/)
    .filter((name) => name !== '')
    .flatMap((name) => (Object.hasOwn(externalClasses, name) ? (externalClasses[name] ?? []) : [name]));
  const shown = tag === 'text' && node.attr?.decode ? children.map(decoded) : children;
  return [{ tag: component ?? tag, isComponent: component !== undefined, classes, children: shown }];
}

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};

/** What `<text decode>` makes of its text. [doc] */
function decoded(node: TemplateNode): TemplateNode {
  if (!('text' in node)) return node;
  return { text: node.text.replace(/&(?:nbsp|lt|gt|amp|apos|ensp|emsp);/g, (entity) => entities[entity]!) };
}

function pathOf(owner: string, target: string): string {
  return new URL(target, `http://package/${target.startsWith('/') ? '' : owner}`).pathname.slice(1);
}
