import { type NodePath, parseSync, traverse, type types } from '@babel/core';

/** A name that a script uses and does not declare. */
export interface GlobalUse {
  readonly name: string;
  readonly line: number;
  /** Where in the text. */
  readonly offset: number;
  /** Looked at only to see whether it exists, or used only where it was seen to exist. */
  readonly isGuarded: boolean;
  /** Called or constructed. */
  readonly isCalled: boolean;
}

export interface ParsedScript {
  /** Undeclared names by use. */
  readonly globals: readonly GlobalUse[];
  /** Paths that `require` names by a literal. */
  readonly requires: readonly { readonly target: string; readonly line: number }[];
  /** Set when the text is no script; nothing else is known of it then. */
  readonly syntaxError?: { readonly message: string; readonly line: number };
}

/** Names of the global object in WeChat's logic layer and in the bundlers' habits. */
const globalObjects = new Set(['globalThis', 'global', 'self', 'window']);

export function parseScript(text: string): ParsedScript {
  let tree: types.Node | null;
  try {
    tree = parseSync(text, { configFile: false, babelrc: false, sourceType: 'unambiguous', compact: false });
  } catch (error) {
    const { message, loc } = error as { message: string; loc?: { line: number } };
    return { globals: [], requires: [], syntaxError: { message, line: loc?.line ?? 1 } };
  }
  const globals: GlobalUse[] = [];
  const requires: { target: string; line: number }[] = [];
  if (!tree) return { globals, requires };
  traverse(tree, {
    Identifier(path) {
      if (!path.isReferencedIdentifier() || path.scope.hasBinding(path.node.name, true)) return;
      globals.push(describeUse(path, path.node.name));
    },
    MemberExpression(path) {
      const name = memberOfGlobal(path);
      if (name !== undefined) globals.push(describeUse(path, name));
    },
    CallExpression(path) {
      const target = requiredPath(path);
      if (target !== undefined) requires.push({ target, line: lineOf(path) });
    },
  });
  return { globals, requires };
}

/** `globalThis.fetch` and its like. */
function memberOfGlobal(path: NodePath<types.MemberExpression>): string | undefined {
  const { object, property, computed } = path.node;
  if (
    object.type !== 'Identifier' ||
    !globalObjects.has(object.name) ||
    path.scope.hasBinding(object.name, true)
  )
    return undefined;
  if (!computed && property.type === 'Identifier') return property.name;
  return property.type === 'StringLiteral' ? property.value : undefined;
}

function requiredPath(path: NodePath<types.CallExpression>): string | undefined {
  const { callee, arguments: words } = path.node;
  const isPlain =
    callee.type === 'Identifier' && callee.name === 'require' && !path.scope.hasBinding('require', true);
  const [first] = words;
  return isPlain && first?.type === 'StringLiteral' ? first.value : undefined;
}

function describeUse(path: NodePath, name: string): GlobalUse {
  const { parentPath } = path;
  const isCall = parentPath?.isCallExpression() || parentPath?.isNewExpression();
  return {
    name,
    line: lineOf(path),
    offset: path.node.start ?? 0,
    isGuarded: isGuarded(path, name),
    isCalled: isCall === true && parentPath.node.callee === path.node,
  };
}

function lineOf(path: NodePath): number {
  return path.node.loc?.start.line ?? 1;
}

function isGuarded(path: NodePath, name: string): boolean {
  if (path.parentPath?.isUnaryExpression({ operator: 'typeof' })) return true;
  for (let at: NodePath = path; at.parentPath; at = at.parentPath) {
    const test = testBefore(at.parentPath, at);
    if (test && mentionsTypeof(test, name)) return true;
  }
  return false;
}

/** The condition under which `child` is reached, if `parent` is a choice and `child` is not the condition itself. */
function testBefore(parent: NodePath, child: NodePath): types.Node | undefined {
  const { node } = parent;
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression')
    return child.node === node.test ? undefined : node.test;
  if (node.type === 'LogicalExpression') return child.node === node.right ? node.left : undefined;
  return undefined;
}

function mentionsTypeof(test: types.Node, name: string): boolean {
  if (test.type === 'UnaryExpression' && test.operator === 'typeof')
    return test.argument.type === 'Identifier' && test.argument.name === name;
  if (test.type === 'BinaryExpression' || test.type === 'LogicalExpression')
    return mentionsTypeof(test.left, name) || mentionsTypeof(test.right, name);
  return test.type === 'UnaryExpression' && mentionsTypeof(test.argument, name);
}
