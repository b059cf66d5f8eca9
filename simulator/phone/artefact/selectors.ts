import { elementName } from './builtins';

/** How the selectors of one style sheet are rewritten for the browser. */
export interface SelectorScope {
  /** Put before each class, as glass-easel does with the classes of an isolated component: `.a` → `.<prefix>--a`. */
  readonly classPrefix?: string;
  /** For searches: a class is found with this prefix and without. */
  readonly eitherPrefix?: string;
  /** What `:host` stands for. */
  readonly host?: string;
}

const token =
  /(\[[^\]]*\]|"[^"]*"|'[^']*'|\\.)|(::?[-\w]+)|([.#]?)(-?[_a-zA-Z\u0080-\uffff](?:[-\w\u0080-\uffff]|\\.)*)/g;

/** Tags become elements (`view` → `wx-view`), classes get the component's prefix; ids, attributes and pseudo classes stay. */
export function rewriteSelector(selector: string, scope: SelectorScope = {}): string {
  return selector.replace(token, (all, opaque?: string, pseudo?: string, mark?: string, name?: string) => {
    if (opaque !== undefined) return all;
    if (pseudo !== undefined) return pseudo === ':host' && scope.host ? scope.host : pseudo;
    if (name === undefined) return all;
    if (mark === '.' && scope.eitherPrefix) return `:is(.${name},.${scope.eitherPrefix}--${name})`;
    if (mark === '.') return scope.classPrefix ? `.${scope.classPrefix}--${name}` : all;
    return mark === '#' ? all : elementName(name);
  });
}

/** The name under which the styles of one component are told apart from all others. */
export function stylePrefix(path: string): string {
  return path.replace(/[^a-zA-Z0-9]/g, '_');
}
