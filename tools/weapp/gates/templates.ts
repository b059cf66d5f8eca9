import { parseSync, type types } from '@babel/core';
import type { Finding, Gate } from './gate';
import type { BuiltMiniprogram } from './miniprogram';
import { resolveTarget } from './paths';

/**
 * Every `<template is>` finds its template: in its own file or in one it imports itself. Imports do not reach through
 * imports. [doc] A name that is put together at run time is followed as far as its literal beginning; the rest is seen by
 * the parity check on drawn pages.
 */
export const templates: Gate = {
  name: 'templates',
  check(miniprogram) {
    const findings: Finding[] = [];
    const figures = { uses: 0, fixed: 0, begun: 0, open: 0 };
    for (const file of miniprogram.withSuffix('.wxml')) {
      const uses = miniprogram
        .wxml(file)
        .filter(({ name, attributes }) => name === 'template' && attributes.is !== undefined);
      const available = uses.length > 0 ? availableIn(miniprogram, file) : new Set<string>();
      for (const { attributes, line } of uses) {
        figures.uses += 1;
        for (const wanted of namesOf(attributes.is ?? '')) {
          figures[wanted.kind] += 1;
          if (!isFound(wanted, available)) findings.push(notFound(file, line, wanted));
        }
      }
    }
    return { findings, figures };
  },
};

/** A name known as a whole, its beginning only, or not at all. */
interface WantedName {
  readonly kind: 'fixed' | 'begun' | 'open';
  readonly text: string;
}

function isFound({ kind, text }: WantedName, available: ReadonlySet<string>): boolean {
  if (kind === 'fixed') return available.has(text);
  return kind === 'open' || [...available].some((name) => name.startsWith(text));
}

function notFound(file: string, line: number, { kind, text }: WantedName): Finding {
  return {
    file,
    line,
    message:
      kind === 'fixed'
        ? `no template ${text} is within reach`
        : `no template that begins with ${text} is within reach`,
    advice: 'define it in this file or import the file that does; an import of an import is not enough',
  };
}

function availableIn(miniprogram: BuiltMiniprogram, file: string): Set<string> {
  const imported = withIncluded(miniprogram, file).flatMap((one) => targetsOf(miniprogram, one, 'import'));
  const names = [file, ...imported].flatMap((one) =>
    miniprogram
      .wxml(one)
      .flatMap(({ name, attributes }) => (name === 'template' && attributes.name ? [attributes.name] : [])),
  );
  return new Set(names);
}

/** What an included file imports counts as imported where it is included. [measured: wcc's own search] */
function withIncluded(miniprogram: BuiltMiniprogram, file: string, above: readonly string[] = []): string[] {
  if (above.includes(file)) return [];
  const deeper = targetsOf(miniprogram, file, 'include');
  return [file, ...deeper.flatMap((one) => withIncluded(miniprogram, one, [...above, file]))];
}

function targetsOf(miniprogram: BuiltMiniprogram, file: string, tag: 'import' | 'include'): string[] {
  return miniprogram
    .wxml(file)
    .filter(({ name }) => name === tag)
    .map(({ attributes }) => resolveTarget(file, attributes.src ?? ''))
    .map((path) => [path, `${path}.wxml`].find((one) => one !== undefined && miniprogram.has(one)))
    .filter((path) => path !== undefined);
}

/** The names an `is` attribute can come to. */
function namesOf(is: string): WantedName[] {
  const open = is.indexOf('{{');
  if (open < 0) return [{ kind: 'fixed', text: is }];
  if (open > 0) return [{ kind: 'begun', text: is.slice(0, open) }];
  const only = /^\{\{((?:(?!\}\})[\s\S])*)\}\}$/.exec(is);
  const expression = only?.[1] === undefined ? undefined : parse(only[1]);
  return expression ? namesIn(expression) : [{ kind: 'open', text: '' }];
}

function parse(text: string): types.Node | undefined {
  try {
    const [first] = parseSync(`(${text})`, { configFile: false, babelrc: false })?.program.body ?? [];
    return first?.type === 'ExpressionStatement' ? first.expression : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(node: types.Node): WantedName[] {
  if (node.type === 'StringLiteral') return [{ kind: 'fixed', text: node.value }];
  if (node.type === 'ConditionalExpression') return [...namesIn(node.consequent), ...namesIn(node.alternate)];
  if (node.type === 'BinaryExpression' && node.operator === '+')
    return namesIn(node.left).map(({ kind, text }) =>
      kind === 'open' ? { kind, text } : { kind: 'begun', text },
    );
  return [{ kind: 'open', text: '' }];
}
