import { isFields, type Value } from './semantics/document';

export interface Bound {
  readonly value: Value;
  readonly isInclusive: boolean;
}

/** What one part of a filter demands of one field, as far as an index can help with it. */
export interface Constraint {
  readonly path: string;
  /** The field is one of these values. */
  readonly points?: readonly Value[];
  readonly low?: Bound;
  readonly high?: Bound;
  /** The index finds exactly what the filter means; otherwise somewhat more, and the filter must look again. */
  readonly isExact: boolean;
}

export interface Constraints {
  readonly list: readonly Constraint[];
  /** The list is the whole filter. */
  readonly isComplete: boolean;
}

interface Collected {
  list: Constraint[];
  isComplete: boolean;
}

/** Values whose equality in a filter is equality of index keys. Null also means "missing", so it is looked at again. */
function isPlain(value: unknown): boolean {
  return (
    typeof value === 'number' ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    value instanceof Date
  );
}

function isPoint(value: unknown): value is Value {
  return isPlain(value) || value === null || value instanceof Uint8Array || isFields(value);
}

function isBound(value: unknown): value is Value {
  return isPlain(value) && !Number.isNaN(value);
}

function isOperators(value: unknown): value is Record<string, unknown> {
  return isFields(value) && Object.keys(value)[0]?.startsWith('$') === true;
}

function points(path: string, values: readonly unknown[]): Constraint | undefined {
  if (values.length === 0 || !values.every(isPoint)) return undefined;
  return { path, points: values, isExact: values.every(isPlain) };
}

function fromOperator(path: string, operator: string, operand: unknown): Constraint | undefined {
  if (operator === '$eq') return points(path, [operand]);
  if (operator === '$in') return Array.isArray(operand) ? points(path, operand) : undefined;
  if (!isBound(operand)) return undefined;
  if (operator === '$gt' || operator === '$gte') {
    return { path, low: { value: operand, isInclusive: operator === '$gte' }, isExact: true };
  }
  if (operator === '$lt' || operator === '$lte') {
    return { path, high: { value: operand, isInclusive: operator === '$lte' }, isExact: true };
  }
  return undefined;
}

function collectField(path: string, condition: unknown, into: Collected): void {
  if (!isOperators(condition)) {
    add(into, points(path, [condition]));
    return;
  }
  for (const [operator, operand] of Object.entries(condition)) {
    add(into, fromOperator(path, operator, operand));
  }
}

function add(into: Collected, constraint: Constraint | undefined): void {
  if (constraint) into.list.push(constraint);
  else into.isComplete = false;
}

/** `$or` over single values of one and the same field is `$in`. */
function fromOr(branches: unknown): Constraint | undefined {
  if (!Array.isArray(branches) || branches.length === 0) return undefined;
  const values: Value[] = [];
  let path: string | undefined;
  for (const branch of branches) {
    const { list, isComplete } = constraintsOf(branch);
    const [only] = list;
    if (!isComplete || list.length !== 1 || !only?.points) return undefined;
    path ??= only.path;
    if (only.path !== path) return undefined;
    values.push(...only.points);
  }
  return path === undefined ? undefined : points(path, values);
}

function collect(filter: unknown, into: Collected): void {
  if (!isFields(filter)) {
    into.isComplete = false;
    return;
  }
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) collect(part, into);
    } else if (key === '$or') {
      add(into, fromOr(condition));
    } else if (key.startsWith('$')) {
      into.isComplete = false;
    } else {
      collectField(key, condition, into);
    }
  }
}

/** The parts of a filter that an index can narrow. Whatever is not understood here is only marked as missing. */
export function constraintsOf(filter: unknown): Constraints {
  const collected: Collected = { list: [], isComplete: true };
  collect(filter, collected);
  return collected;
}
