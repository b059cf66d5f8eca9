import { type Document, isFields, type Value } from '../database/semantics/document';
import type { Comparison } from './syntax';

/** Something a query guarantees about one field of every document it finds. */
export type Fact =
  | { readonly kind: 'oneOf'; readonly values: readonly Value[] }
  | { readonly kind: 'noneOf'; readonly values: readonly Value[] }
  | { readonly kind: 'range'; readonly operator: Comparison; readonly bound: Value };

/** What a rule can learn about `doc.a.b`: its value, or only facts about it. */
export type Operand =
  | { readonly isKnown: true; readonly value: Value | undefined }
  | { readonly isKnown: false; readonly facts: readonly Fact[] };

/** What stands behind the name `doc` in a rule: a document's fields, or what a query says of them. */
export interface DocumentView {
  at(path: readonly string[]): Operand;
}

export function viewOfDocument(document: Document | { [field: string]: Value }): DocumentView {
  return { at: (path) => ({ isKnown: true, value: walk(document, path) }) };
}

/** Follows names and array positions; anything else leads nowhere. */
export function walk(start: Value | undefined, path: readonly string[]): Value | undefined {
  let value = start;
  for (const name of path) {
    if (Array.isArray(value)) value = /^\d+$/.test(name) ? value[Number(name)] : undefined;
    else value = isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

/** One alternative of a query: facts by dotted path. A document it finds satisfies all of them. */
type Alternative = ReadonlyMap<string, readonly Fact[]>;

const mostAlternatives = 100;
const rangeOperators: Readonly<Record<string, Comparison>> = {
  $gt: '>',
  $gte: '>=',
  $lt: '<',
  $lte: '<=',
};

/**
 * Splits a query into alternatives, so that `_.or([...])` must satisfy a rule in each branch. Operators that say nothing usable
 * ($regex, $elemMatch, $nor, …) only narrow the query and are left out, which can only make a rule harder to satisfy; so are
 * `$or`s that would make more than 100 alternatives.
 */
export function viewsOfQuery(filter: unknown): DocumentView[] {
  return alternativesOf(isFields(filter) ? filter : {}).map(viewOfAlternative);
}

function viewOfAlternative(alternative: Alternative): DocumentView {
  return {
    at: (path) => {
      for (let end = path.length - 1; end > 0; end -= 1) {
        const [value] = certainValues(alternative.get(path.slice(0, end).join('.')));
        if (value !== undefined) return { isKnown: true, value: walk(value, path.slice(end)) };
      }
      return { isKnown: false, facts: alternative.get(path.join('.')) ?? [] };
    },
  };
}

/** The single value a field must have, if the query names one. */
export function certainValues(facts: readonly Fact[] | undefined): Value[] {
  for (const fact of facts ?? [])
    if (fact.kind === 'oneOf' && fact.values.length === 1) return [...fact.values];
  return [];
}

function alternativesOf(filter: { [field: string]: Value }): Alternative[] {
  let alternatives: Alternative[] = [new Map()];
  for (const [key, condition] of Object.entries(filter)) {
    const parts = partsOf(key, condition);
    if (parts && parts.length > 0 && alternatives.length * parts.length <= mostAlternatives)
      alternatives = alternatives.flatMap((one) => parts.map((other) => merged(one, other)));
  }
  return alternatives;
}

function partsOf(key: string, condition: Value): Alternative[] | undefined {
  const branches = Array.isArray(condition) ? condition.filter(isFields) : [];
  if (key === '$or') return branches.flatMap(alternativesOf);
  if (key === '$and') return conjunction(branches);
  if (key.startsWith('$')) return undefined;
  return [new Map([[key, factsOf(condition)]])];
}

function conjunction(branches: readonly { [field: string]: Value }[]): Alternative[] | undefined {
  let alternatives: Alternative[] = [new Map()];
  for (const branch of branches) {
    const parts = alternativesOf(branch);
    if (parts.length === 0 || alternatives.length * parts.length > mostAlternatives) continue;
    alternatives = alternatives.flatMap((one) => parts.map((other) => merged(one, other)));
  }
  return alternatives;
}

function merged(one: Alternative, other: Alternative): Alternative {
  const result = new Map(one);
  for (const [path, facts] of other) result.set(path, [...(result.get(path) ?? []), ...facts]);
  return result;
}

function factsOf(condition: Value): Fact[] {
  if (condition instanceof RegExp) return [];
  if (!isFields(condition) || !Object.keys(condition).some((key) => key.startsWith('$')))
    return [{ kind: 'oneOf', values: [condition] }];
  return Object.entries(condition).flatMap(([operator, operand]) => factOf(operator, operand));
}

function factOf(operator: string, operand: Value): Fact[] {
  const range = rangeOperators[operator];
  if (range) return [{ kind: 'range', operator: range, bound: operand }];
  const isPlainList = Array.isArray(operand) && !operand.some((value) => value instanceof RegExp);
  if (operator === '$eq') return [{ kind: 'oneOf', values: [operand] }];
  if (operator === '$ne') return [{ kind: 'noneOf', values: [operand] }];
  if (operator === '$in' && isPlainList) return [{ kind: 'oneOf', values: operand }];
  if (operator === '$nin' && Array.isArray(operand)) return [{ kind: 'noneOf', values: operand }];
  return [];
}
