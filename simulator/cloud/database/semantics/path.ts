import { type Fields, getField, isFields, type Value } from './document';

/** What a path leads to in one document is handed to a test, until one passes. */
export type ValueTest = (value: Value | undefined) => boolean;

const INDEX = /^(0|[1-9]\d*)$/;

/**
 * A path as queries follow it: through every embedded document of an array, and by number into arrays
 * [measured: MongoDB's own path tests]. `true` as soon as one value passes.
 */
function anyBelow(
  value: Value | undefined,
  parts: readonly string[],
  from: number,
  leaf: (value: Value | undefined) => boolean,
): boolean {
  if (!isFields(value)) return leaf(undefined);
  const next = getField(value, parts[from]!);
  if (from + 1 === parts.length) return leaf(next);
  if (Array.isArray(next)) return anyInArray(next, parts, from + 1, leaf);
  return anyBelow(next, parts, from + 1, leaf);
}

function anyInArray(
  list: Value[],
  parts: readonly string[],
  from: number,
  leaf: (value: Value | undefined, ofArray?: boolean) => boolean,
): boolean {
  for (const element of list) {
    if (isFields(element) && anyBelow(element, parts, from, leaf)) return true;
  }
  const part = parts[from]!;
  if (!INDEX.test(part) || Number(part) >= list.length) return false;
  const element = list[Number(part)]!;
  // An array reached by its number is not searched any further, unlike one reached by its name.
  if (from + 1 === parts.length) return leaf(element, true);
  if (Array.isArray(element)) return anyInArray(element, parts, from + 1, leaf);
  return isFields(element) && anyBelow(element, parts, from + 1, leaf);
}

function anyElement(list: Value[], test: ValueTest): boolean {
  for (const element of list) {
    if (test(element)) return true;
  }
  return false;
}

/** Tests every value at the path; an array at its end is tested as a whole and, with `searchArrays`, element by element. */
export function pathMatcher(
  path: string,
  test: ValueTest,
  searchArrays: boolean,
): (document: Fields) => boolean {
  const leaf = searchArrays
    ? (value: Value | undefined, ofArray?: boolean) =>
        Array.isArray(value) && !ofArray ? anyElement(value, test) || test(value) : test(value)
    : test;
  const parts = path.split('.');
  if (parts.length > 1) return (document) => anyBelow(document, parts, 0, leaf);
  return (document) => leaf(getField(document, path));
}
