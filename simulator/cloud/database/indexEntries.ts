import { CloudError } from '../core/errors';
import { type Direction, encodeKey, keyText } from './keys';
import { type Document, getField, isFields, type Value } from './semantics/document';

export interface KeyField {
  readonly path: string;
  readonly direction: Direction;
}

export interface IndexEntry {
  readonly key: Buffer;
  /** The values the key was made of; `undefined` for an empty array. */
  readonly values: readonly (Value | undefined)[];
}

/** Where one document stands in one index. */
export interface IndexEntries {
  readonly entries: readonly IndexEntry[];
  /** An array lies on one of the paths: the document stands in the index once per element. */
  readonly isMultikey: boolean;
}

/** How far one path has been followed. */
interface Trail {
  readonly value: Value | undefined;
  readonly parts: readonly string[];
  readonly from: number;
}

const elementNumber = /^(0|[1-9]\d*)$/;

/** Goes down through embedded documents until the path ends, breaks off, or meets an array. */
function follow({ value, parts, from }: Trail): Trail {
  let current = value;
  let at = from;
  while (at < parts.length) {
    const part = parts[at]!;
    if (isFields(current)) {
      current = getField(current, part);
    } else if (Array.isArray(current)) {
      if (!elementNumber.test(part) || Number(part) >= current.length) break;
      current = current[Number(part)];
    } else {
      return { value: null, parts, from: parts.length };
    }
    at += 1;
  }
  return { value: current, parts, from: at };
}

function arrayOf(trails: readonly Trail[], paths: readonly string[]): Value[] | undefined {
  let found: { array: Value[]; path: string } | undefined;
  for (const [at, { value }] of trails.entries()) {
    if (!Array.isArray(value)) continue;
    if (found && found.array !== value) {
      throw new CloudError(
        'DATABASE_REQUEST_FAILED',
        `cannot index parallel arrays [${lastPart(paths[at]!)}] [${lastPart(found.path)}]`,
      );
    }
    found ??= { array: value, path: paths[at]! };
  }
  return found?.array;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** What a path sees of one array element: the element itself at its end, otherwise what lies inside an embedded document. */
function intoElement(trail: Trail, array: Value[], element: Value | undefined): Trail {
  if (trail.value !== array) return trail;
  if (trail.from === trail.parts.length) return { ...trail, value: element };
  return isFields(element)
    ? { ...trail, value: element }
    : { ...trail, value: null, from: trail.parts.length };
}

function expand(
  trails: readonly Trail[],
  paths: readonly string[],
  settled: ReadonlySet<number>,
  emit: (values: (Value | undefined)[]) => void,
): boolean {
  const followed = trails.map((trail, at) => (settled.has(at) ? trail : follow(trail)));
  const open = followed.map((trail, at) => (settled.has(at) ? { ...trail, value: null } : trail));
  const array = arrayOf(open, paths);
  if (!array) {
    emit(followed.map(({ value }, at) => (value === undefined && !settled.has(at) ? null : value)));
    return false;
  }
  const reached = new Set(settled);
  for (const [at, trail] of open.entries()) {
    if (trail.value === array && trail.from === trail.parts.length) reached.add(at);
  }
  const elements: (Value | undefined)[] = array.length === 0 ? [undefined] : array;
  for (const element of elements) {
    const next = followed.map((trail, at) => (settled.has(at) ? trail : intoElement(trail, array, element)));
    expand(next, paths, reached, emit);
  }
  return true;
}

/**
 * The keys MongoDB would keep for a document: a missing field counts as null, an array gives one key per element, an empty one
 * the key below null. Refuses two arrays side by side, as MongoDB does.
 */
export function indexEntries(document: Document, fields: readonly KeyField[]): IndexEntries {
  const directions = fields.map(({ direction }) => direction);
  if (fields.length === 1 && !fields[0]!.path.includes('.')) {
    const value = getField(document, fields[0]!.path);
    if (!Array.isArray(value)) {
      const values = [value ?? null];
      return { entries: [{ key: encodeKey(values, directions), values }], isMultikey: false };
    }
  }
  const entries = new Map<string, IndexEntry>();
  const emit = (values: (Value | undefined)[]) => {
    const key = encodeKey(values, directions);
    entries.set(keyText(key), { key, values });
  };
  const paths = fields.map(({ path }) => path);
  const trails = paths.map((path) => ({ value: document, parts: path.split('.'), from: 0 }));
  const isMultikey = expand(trails, paths, new Set(), emit);
  return { entries: [...entries.values()], isMultikey };
}
