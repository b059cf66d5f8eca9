import { type Document, type Fields, getField, isFields, type Value } from './document';
import { refuse } from './refusal';

/** BSON's order of types; numbers of every kind are one type. */
function typeRank(value: Value | undefined): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (typeof value === 'boolean') return 7;
  if (Array.isArray(value)) return 5;
  if (value instanceof Date) return 8;
  if (value instanceof RegExp) return 9;
  return value instanceof Uint8Array ? 6 : 4;
}

/** True when a range operator may compare the two: MongoDB never matches across types. */
export function sameKind(a: Value | undefined, b: Value | undefined): boolean {
  return typeRank(a) === typeRank(b);
}

function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1;
}

/** By code point, as the UTF-8 bytes compare: a surrogate pair stands above every other character. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    if (left < 0xd800 || right < 0xd800) return left < right ? -1 : 1;
    const leftIsPair = left < 0xe000;
    if (leftIsPair !== right < 0xe000) return leftIsPair ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

function compareLists(a: Value[], b: Value[]): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = compareValues(a[at], b[at]);
    if (difference !== 0) return difference;
  }
  return Math.sign(a.length - b.length);
}

/** Field by field in stored order: type first, then name, then value; fewer fields come first. */
function compareFields(a: Fields, b: Fields): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const leftName = left[at]!;
    const rightName = right[at]!;
    const leftValue = getField(a, leftName);
    const rightValue = getField(b, rightName);
    const difference =
      typeRank(leftValue) - typeRank(rightValue) ||
      compareText(leftName, rightName) ||
      compareValues(leftValue, rightValue);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(left.length - right.length);
}

function compareBinary(a: Uint8Array, b: Uint8Array): number {
  return Math.sign(a.length - b.length) || Buffer.compare(a, b);
}

function compareRegExps(a: RegExp, b: RegExp): number {
  return compareText(a.source, b.source) || compareText(a.flags, b.flags);
}

/** BSON comparison order [doc: reference/bson-type-comparison-order]. No value at all comes before null. */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const rank = typeRank(a);
  const difference = rank - typeRank(b);
  if (difference !== 0) return difference < 0 ? -1 : 1;
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (isFields(a) && isFields(b)) return compareFields(a, b);
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime());
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof Uint8Array && b instanceof Uint8Array) return compareBinary(a, b);
  if (a instanceof RegExp && b instanceof RegExp) return compareRegExps(a, b);
  return 0;
}

/** Equality as queries see it: 1 is 1.0, and embedded documents are equal only with the same field order. */
export function equalValues(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || compareValues(a, b) === 0;
}

/** Every value an index would hold for the path: array elements one by one, `undefined` for an empty array. */
function sortCandidates(
  value: Value | undefined,
  parts: readonly string[],
  from: number,
): (Value | undefined)[] {
  if (from === parts.length) {
    if (!Array.isArray(value)) return [value === undefined ? null : value];
    return value.length === 0 ? [undefined] : value;
  }
  const part = parts[from]!;
  if (Array.isArray(value)) {
    if (/^\d+$/.test(part) && Number(part) < value.length) {
      return sortCandidates(value[Number(part)], parts, from + 1);
    }
    if (value.length === 0) return [undefined];
    return value.flatMap((element) => sortCandidates(Array.isArray(element) ? null : element, parts, from));
  }
  return isFields(value) ? sortCandidates(getField(value, part), parts, from + 1) : [null];
}

interface SortField {
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}

function sortKey(document: Fields, field: SortField): Value | undefined {
  if (field.parts.length === 1) {
    const value = getField(document, field.parts[0]!);
    if (!Array.isArray(value)) return value === undefined ? null : value;
  }
  const candidates = sortCandidates(document, field.parts, 0);
  let best = candidates[0];
  for (const candidate of candidates) {
    if (compareValues(candidate, best) * field.direction < 0) best = candidate;
  }
  return best;
}

function readOrder(order: unknown): SortField[] {
  if (!isFields(order)) throw refuse('Expected field sort to be of type object');
  return Object.entries(order).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw refuse('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    if (path === '' || path.split('.').includes('')) {
      throw refuse("FieldPath must not end with a '.'.");
    }
    return { parts: path.split('.'), direction };
  });
}

/**
 * Compares two documents. Of an array the least element counts when ascending and the greatest when descending; no value
 * counts as null; an empty array comes before null. Parallel arrays in two sort fields are each taken by themselves.
 */
export function compileSort(order: Record<string, 1 | -1>): (a: Document, b: Document) => number {
  const fields = readOrder(order);
  return (a, b) => {
    for (const field of fields) {
      const difference = compareValues(sortKey(a, field), sortKey(b, field));
      if (difference !== 0) return difference * field.direction;
    }
    return 0;
  };
}

/** A new, stably sorted list; each document's keys are taken once, so this is the quick way for long lists. */
export function sortDocuments<T extends Fields>(documents: readonly T[], order: unknown): T[] {
  const fields = readOrder(order);
  const keyed = documents.map((document) => ({
    document,
    keys: fields.map((field) => sortKey(document, field)),
  }));
  keyed.sort((a, b) => {
    for (let at = 0; at < fields.length; at += 1) {
      const difference = compareValues(a.keys[at], b.keys[at]);
      if (difference !== 0) return difference * fields[at]!.direction;
    }
    return 0;
  });
  return keyed.map(({ document }) => document);
}
