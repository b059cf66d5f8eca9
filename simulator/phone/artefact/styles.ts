import postcss, { type AtRule, type Container, type Root } from 'postcss';
import { rewriteSelector, type SelectorScope } from './selectors';
import { resolveUnits } from './units';

/** Reads a style sheet of the mini-program by its path from the root, without `.wxss`; undefined when there is none. */
export type ReadStyle = (path: string) => string | undefined;

/** Where a style sheet applies: everywhere (app.wxss), in one page only, or inside one component. */
export type StyleTarget =
  | { readonly kind: 'app' }
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'component'; readonly path: string; readonly prefix: string };

/** One wxss file as CSS for the browser: imports put in place, rpx and vh resolved, selectors rewritten and confined. */
export function compileStyle(path: string, target: StyleTarget, read: ReadStyle): string {
  const root = withImports(path, read, []);
  root.walkDecls((declaration) => {
    declaration.value = resolveUnits(declaration.value);
  });
  const scope = scopeOf(target);
  root.walkRules((rule) => {
    if (isKeyframes(rule.parent)) return;
    rule.selector = rewriteSelector(rule.selector, scope);
  });
  askForTheme(root);
  return target.kind === 'page' ? confine(root, target.path) : root.toString();
}

function withImports(path: string, read: ReadStyle, above: readonly string[]): Root {
  const text = read(path);
  if (text === undefined) throw new Error(`${path}.wxss is imported but is not in the package`);
  if (above.includes(path)) throw new Error(`${path}.wxss imports itself`);
  const root = postcss.parse(text, { from: `${path}.wxss` });
  root.walkAtRules('import', (rule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1];
    if (target)
      rule.replaceWith(withImports(resolvePath(path, target.replace(/\.wxss$/, '')), read, [...above, path]));
  });
  return root;
}

function resolvePath(from: string, target: string): string {
  const base = target.startsWith('/') ? 'http://package/' : `http://package/${from}`;
  return new URL(target, base).pathname.slice(1);
}

function scopeOf(target: StyleTarget): SelectorScope {
  if (target.kind !== 'component') return {};
  return { classPrefix: target.prefix, host: `[data-host="${target.prefix}"]` };
}

const themeCondition = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/;

// The phone is light or dark (host/system/theme.ts), whatever the computer is set to.
function askForTheme(root: Root): void {
  root.walkAtRules('media', (rule) => {
    const [condition, name] = themeCondition.exec(rule.params) ?? [];
    if (!condition || rule.params.includes(',')) return;
    const asked = postcss.atRule({ name: 'container', params: `style(--wx-theme: ${name})` });
    const others = rule.params.split(/\s+and\s+/).filter((one) => !themeCondition.test(one));
    asked.append(rule.nodes ?? []);
    if (others.length === 0) rule.replaceWith(asked);
    else rule.replaceWith(rule.clone({ params: others.join(' and '), nodes: [asked] }));
  });
}

function isKeyframes(parent: Container | undefined | { type: string }): boolean {
  return parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name);
}

// In WeChat each page is a web view of its own; here they share one document, so a page's rules are confined to it.
function confine(root: Root, path: string): string {
  const outside = postcss.root();
  root.walkAtRules(/keyframes$|^font-face$/, (rule) => {
    outside.append(rule.remove());
  });
  root.walkRules((rule) => {
    rule.selector = rule.selector.replace(/\bwx-page\b/g, ':scope');
  });
  return `${outside.toString()}\n@scope (wx-page[data-path="${path}"]) {\n${root.toString()}\n}`;
}
