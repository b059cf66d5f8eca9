import { type Fields, getField, isFields, type Value } from './document';
import { compileFilter } from './match';
import { refuse } from './refusal';
import { valueAt } from './update-path';

/** A filter's conditions on paths, also those inside `$and`. */
function pathConditions(filter: unknown): [string, Value][] {
  if (!isFields(filter)) return [];
  return Object.entries(filter).flatMap(([key, condition]) => {
    if (key === '$and' && Array.isArray(condition)) return condition.flatMap(pathConditions);
    return key.startsWith('$') ? [] : [[key, condition] as [string, Value]];
  });
}

function withArray(document: Fields, parts: readonly string[], list: Value[]): Fields {
  const [first, ...rest] = parts as [string, ...string[]];
  const child = getField(document, first);
  return { ...document, [first]: rest.length === 0 ? list : withArray(child as Fields, rest, list) };
}

/** The place, in the array that the condition's path runs through, of the first element that meets it. */
function matchedPlace(document: Fields, path: string, condition: Value): number | undefined {
  const parts = path.split('.');
  for (let length = 1; length <= parts.length; length += 1) {
    const here = parts.slice(0, length);
    const value = valueAt(document, here);
    if (Array.isArray(value)) {
      const matches = compileFilter({ [path]: condition });
      const place = value.findIndex((element) => matches(withArray(document, here, [element]) as never));
      return place < 0 ? undefined : place;
    }
    if (!isFields(value)) return undefined;
  }
  return undefined;
}

/** What `$` in an update path or projection stands for: the place that the filter's last array condition found. */
export function positionalPlace(document: Fields, filter: unknown): number | undefined {
  const places = pathConditions(filter).map(([path, condition]) => matchedPlace(document, path, condition));
  return places.findLast((place) => place !== undefined);
}

function arrayFilter(filters: unknown, identifier: string): (element: Value) => boolean {
  const list = Array.isArray(filters) ? filters : [];
  const found = list.find((each) => isFields(each) && Object.keys(each)[0]?.split('.')[0] === identifier);
  if (!found) throw refuse(`No array filter found for identifier '${identifier}' in path`);
  const matches = compileFilter(found);
  return (element) => matches({ [identifier]: element } as never);
}

/** Where `$`, `$[]` and `$[name]` may point. */
export interface PositionalContext {
  readonly filter?: unknown;
  readonly arrayFilters?: unknown;
}

function places(list: Value[], part: string, arrayFilters: unknown): number[] {
  const test = part === '$[]' ? () => true : arrayFilter(arrayFilters, part.slice(2, -1));
  return list.flatMap((element, at) => (test(element) ? [at] : []));
}

/** The exact paths that a path with positional parts stands for in this document. */
export function exactPaths(
  document: Fields,
  parts: readonly string[],
  context: PositionalContext,
): string[][] {
  if (parts.filter((part) => part === '$').length > 1) {
    throw refuse(`Too many positional (i.e. '$') elements found in path '${parts.join('.')}'`);
  }
  const at = parts.findIndex((part) => part.startsWith('$'));
  if (at < 0) return [[...parts]];
  const [before, part, after] = [parts.slice(0, at), parts[at]!, parts.slice(at + 1)];
  if (part === '$') {
    const place = positionalPlace(document, context.filter);
    if (place === undefined) {
      throw refuse('The positional operator did not find the match needed from the query.');
    }
    return exactPaths(document, [...before, String(place), ...after], context);
  }
  const list = valueAt(document, before);
  if (list === undefined) {
    throw refuse(
      `The path '${before.join('.')}' must exist in the document in order to apply array updates.`,
    );
  }
  if (!Array.isArray(list)) {
    throw refuse(`Cannot apply array updates to non-array element ${before.at(-1)}`);
  }
  return places(list, part, context.arrayFilters).flatMap((place) =>
    exactPaths(document, [...before, String(place), ...after], context),
  );
}
