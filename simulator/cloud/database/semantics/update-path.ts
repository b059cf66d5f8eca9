import { type Fields, getField, isFields, render, setField, type Value } from './document';
import { refuse } from './refusal';

const INDEX = /^(0|[1-9]\d*)$/;
/** MongoDB does not fill arrays with more empty places than this. */
const MOST_FILL = 1_500_000;

type Container = Fields | Value[];

/** Refuses malformed paths and those that touch `_id`. */
export function checkUpdatePath(path: string): string[] {
  if (path === '') throw refuse('An empty update path is not valid.');
  const parts = path.split('.');
  if (parts.includes('')) {
    throw refuse(`The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  for (const part of parts) {
    if (part.startsWith('$') && part !== '$' && !part.startsWith('$[')) {
      throw refuse(`The dollar ($) prefixed field '${part}' in '${path}' is not valid for storage.`);
    }
  }
  if (parts[0]!.startsWith('$')) {
    throw refuse(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  }
  return parts;
}

/** The value at an exact path: array places by number. */
export function valueAt(document: Fields, parts: readonly string[]): Value | undefined {
  let current: Value | undefined = document;
  for (const part of parts) {
    if (Array.isArray(current)) current = INDEX.test(part) ? current[Number(part)] : undefined;
    else if (isFields(current)) current = getField(current, part);
    else return undefined;
  }
  return current;
}

function cannotCreate(part: string, holder: string, value: Value): Error {
  return refuse(`Cannot create field '${part}' in element {${holder}: ${render(value)}}`);
}

function childOf(container: Container, part: string): Value | undefined {
  return Array.isArray(container) ? container[Number(part)] : getField(container, part);
}

function put(container: Container, part: string, value: Value): void {
  if (!Array.isArray(container)) {
    setField(container, part, value);
    return;
  }
  const at = Number(part);
  if (at - container.length > MOST_FILL) {
    throw refuse(`can't backfill more than ${MOST_FILL} elements`);
  }
  while (container.length < at) container.push(null);
  container[at] = value;
}

/** A shallow copy of the container, put in its place: documents given to an update are never changed. */
function own(container: Container): Container {
  return Array.isArray(container) ? [...container] : { ...container };
}

/**
 * Sets the value at the path in a document whose top level may be changed, copying what lies between and creating what is
 * missing. Below null or a scalar nothing can be created.
 */
export function setAt(document: Fields, parts: readonly string[], value: Value): void {
  let container: Container = document;
  let holder = '';
  for (const [at, part] of parts.entries()) {
    if (Array.isArray(container) && !INDEX.test(part)) throw cannotCreate(part, holder, container);
    if (at === parts.length - 1) {
      put(container, part, value);
      return;
    }
    const child = childOf(container, part);
    if (child !== undefined && !isFields(child) && !Array.isArray(child)) {
      throw cannotCreate(parts[at + 1]!, part, child);
    }
    const copy: Container = child === undefined ? {} : own(child);
    put(container, part, copy);
    container = copy;
    holder = part;
  }
}

/** Removes the field at the path; an array keeps its length and gets null in the place. */
export function unsetAt(document: Fields, parts: readonly string[]): void {
  if (valueAt(document, parts) === undefined) return;
  const parent = parts.slice(0, -1);
  const last = parts.at(-1)!;
  const container = parent.length === 0 ? document : own(valueAt(document, parent) as Container);
  if (Array.isArray(container)) container[Number(last)] = null;
  else delete container[last];
  if (parent.length > 0) setAt(document, parent, container);
}

type ConflictMessage = (path: string, shared: string) => string;
const UPDATE_CONFLICT: ConflictMessage = (path, shared) =>
  `Updating the path '${path}' would create a conflict at '${shared}'`;

/** Refuses two paths of one request of which one lies on the other. */
export class TouchedPaths {
  private readonly paths: string[] = [];

  constructor(private readonly message: ConflictMessage = UPDATE_CONFLICT) {}

  add(path: string): void {
    for (const other of this.paths) {
      if (path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`)) {
        throw refuse(this.message(path, path.length < other.length ? path : other));
      }
    }
    this.paths.push(path);
  }
}
