import type { Collection, Index } from './collections';
import { type Bound, type Constraint, type Constraints, constraintsOf } from './constraints';
import type { KeyField } from './indexEntries';
import { type Direction, encodeKey, inverted, keyAfter, typeByte } from './keys';
import type { Value } from './semantics/document';

export type Sort = Readonly<Record<string, Direction>>;

/** Keys from `low` on, up to but not including `high`. */
export interface KeyRange {
  readonly low: Uint8Array;
  readonly high: Uint8Array | undefined;
}

/** How the candidates of a query are read. */
export interface Plan {
  /** `undefined` with ranges is the index of `_id`; without ranges the whole collection is read. */
  readonly index?: Index;
  readonly ranges?: readonly KeyRange[];
  /** The candidates are the documents with these ids. */
  readonly ids?: readonly Value[];
  /** `index`: in the order of the keys (backwards if so said); `natural`: in the order of insertion. */
  readonly order: 'index' | 'natural';
  readonly isReverse: boolean;
  /** Every candidate matches: the filter need not look again. */
  readonly isExact: boolean;
}

interface Candidate extends Plan {
  readonly ranges: readonly KeyRange[];
  readonly fixedFields: number;
  readonly narrows: boolean;
}

/** Counts the keys of some ranges, up to a most. */
export type Estimate = (index: Index | undefined, ranges: readonly KeyRange[], most: number) => number;

const mostRanges = 2000;
/** From so many candidates on, an index that already gives the order is worth more than a narrower one. */
const fewEnoughToSort = 1000;
const idField: readonly KeyField[] = [{ path: '_id', direction: 1 }];
/** Not a number comes before all numbers, but is no less than any. */
const anyNumber: Bound = { value: Number.NEGATIVE_INFINITY, isInclusive: true };
const wholeIndex: KeyRange = { low: Buffer.alloc(0), high: undefined };

/** Chooses how to read a query's candidates. Every document that matches the filter is among them; unless exact, others too. */
export function choosePlan(
  collection: Collection,
  filter: unknown,
  sort: Sort | undefined,
  estimate: Estimate,
): Plan {
  const constraints = constraintsOf(filter);
  const everything: Plan = {
    order: 'natural',
    isReverse: false,
    isExact: constraints.isComplete && constraints.list.length === 0,
  };
  const byId = candidate(undefined, idField, false, constraints, sort);
  if (byId && byId.fixedFields > 0) return { ...byId, ids: pointConstraint(constraints, '_id')?.points };
  const all = byId ? [byId] : [];
  for (const index of collection.indexes) {
    const found = candidate(index, index.keyFields, index.isMultikey, constraints, sort);
    if (found) all.push(found);
  }
  return best(all, sort, estimate) ?? everything;
}

function best(all: readonly Candidate[], sort: Sort | undefined, estimate: Estimate): Candidate | undefined {
  const narrow = all.filter(({ narrows }) => narrows);
  const ordered = sort ? all.filter(({ order }) => order === 'index') : [];
  if (narrow.length === 0) return ordered[0];
  const [only] = narrow;
  if (narrow.length === 1 && (ordered.length === 0 || only!.order === 'index')) return only;
  const weighed = narrow
    .map((plan) => ({ plan, rows: estimate(plan.index, plan.ranges, fewEnoughToSort) }))
    .sort((a, b) => a.rows - b.rows || orderFirst(a.plan, b.plan) || b.plan.fixedFields - a.plan.fixedFields);
  const [least] = weighed;
  if (!least || ordered.length === 0 || least.rows < fewEnoughToSort) return least?.plan;
  return weighed.find(({ plan }) => plan.order === 'index')?.plan ?? ordered[0];
}

function orderFirst(a: Plan, b: Plan): number {
  return Number(b.order === 'index') - Number(a.order === 'index');
}

/** What one index can do for the query, if anything. */
function candidate(
  index: Index | undefined,
  fields: readonly KeyField[],
  isMultikey: boolean,
  constraints: Constraints,
  sort: Sort | undefined,
): Candidate | undefined {
  if (fields.length === 0 || fields.some(({ path }) => /(^|\.)\d+(\.|$)/.test(path))) return undefined;
  const usable = isMultikey && shareTheirFirstPart(fields) ? fields.slice(0, 1) : fields;
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let fixedFields = 0;
  const used: Constraint[] = [];
  for (const field of usable) {
    const found = pointConstraint(constraints, field.path);
    if (!found?.points || prefixes.length * found.points.length > mostRanges) break;
    prefixes = withPoints(prefixes, found.points, field.direction);
    used.push(found);
    fixedFields += 1;
  }
  const next = usable[fixedFields];
  const between = next ? rangeConstraints(constraints.list, next.path, isMultikey) : [];
  const ranges =
    next && between.length > 0
      ? prefixes.map((prefix) => rangeBehind(prefix, between, next.direction))
      : prefixes.map(prefixRange);
  used.push(...between);
  const narrows = used.length > 0;
  const direction =
    sort && prefixes.length === 1 && !isMultikey ? sortDirection(fields, fixedFields, sort) : undefined;
  if (!narrows && direction === undefined) return undefined;
  const isWholeKey = prefixes.length === 1 && fixedFields === fields.length;
  return {
    index,
    ranges,
    order: direction !== undefined || (!sort && isWholeKey) ? 'index' : 'natural',
    isReverse: direction === -1,
    isExact: !isMultikey && isAll(constraints, used),
    fixedFields,
    narrows,
  };
}

function pointConstraint({ list }: Constraints, path: string): Constraint | undefined {
  return list.find((one) => one.path === path && one.points);
}

function isAll({ list, isComplete }: Constraints, used: readonly Constraint[]): boolean {
  return isComplete && list.length === used.length && used.every(({ isExact }) => isExact);
}

/** Two fields of one array may match in different elements, so the keys' second fields say nothing then. */
function shareTheirFirstPart(fields: readonly KeyField[]): boolean {
  const first = new Set(fields.map(({ path }) => path.split('.')[0]));
  return first.size < fields.length;
}

function withPoints(prefixes: readonly Buffer[], values: readonly Value[], direction: Direction): Buffer[] {
  const keys = new Map<string, Buffer>();
  for (const value of values) {
    const key = encodeKey([value], [direction]);
    keys.set(key.toString('latin1'), key);
  }
  return prefixes.flatMap((prefix) => [...keys.values()].map((key) => Buffer.concat([prefix, key])));
}

function prefixRange(prefix: Buffer): KeyRange {
  return prefix.length === 0 ? wholeIndex : { low: prefix, high: keyAfter(prefix) };
}

/** The bounds on a field that can hold together: one below and one above, of one type; of an array only one at all. */
function rangeConstraints(list: readonly Constraint[], path: string, isMultikey: boolean): Constraint[] {
  const bounds = list.filter((one) => one.path === path && !one.points);
  const [first] = bounds;
  if (!first) return [];
  const type = typeByte((first.low ?? first.high)!.value)[0];
  const other = isMultikey
    ? undefined
    : bounds.find(
        (one) =>
          one !== first && !one.low === !first.high && typeByte((one.low ?? one.high)!.value)[0] === type,
      );
  return other ? [first, other] : [first];
}

function rangeBehind(prefix: Buffer, between: readonly Constraint[], direction: Direction): KeyRange {
  const high = between.find((one) => one.high)?.high;
  const low =
    between.find((one) => one.low)?.low ?? (typeof high?.value === 'number' ? anyNumber : undefined);
  const type = typeByte((low ?? high)!.value);
  const { start, stop } = direction === 1 ? ascending(type, low, high) : descending(type, low, high);
  return { low: Buffer.concat([prefix, start]), high: stop && Buffer.concat([prefix, stop]) };
}

interface Span {
  readonly start: Buffer;
  readonly stop: Buffer | undefined;
}

function ascending(type: Buffer, low: Bound | undefined, high: Bound | undefined): Span {
  return {
    start: low ? edge(encodeKey([low.value]), !low.isInclusive) : type,
    stop: high ? edge(encodeKey([high.value]), high.isInclusive) : keyAfter(type),
  };
}

function descending(type: Buffer, low: Bound | undefined, high: Bound | undefined): Span {
  return {
    start: high ? edge(inverted(encodeKey([high.value])), !high.isInclusive) : inverted(type),
    stop: low ? edge(inverted(encodeKey([low.value])), low.isInclusive) : keyAfter(inverted(type)),
  };
}

/** Before the value's own keys, or behind all of them. */
function edge(key: Buffer, isBehind: boolean): Buffer {
  return isBehind ? (keyAfter(key) ?? key) : key;
}

/** 1 or -1 if the keys behind the fixed fields stand in the wanted order, forwards or backwards. */
function sortDirection(fields: readonly KeyField[], fixedFields: number, sort: Sort): Direction | undefined {
  const fixed = new Set(fields.slice(0, fixedFields).map(({ path }) => path));
  const wanted = Object.entries(sort).filter(([path]) => !fixed.has(path));
  const rest = fields.slice(fixedFields);
  let direction: Direction | undefined;
  for (const [at, [path, wantedDirection]] of wanted.entries()) {
    const field = rest[at];
    if (field?.path !== path) return undefined;
    const here = field.direction === wantedDirection ? 1 : -1;
    if (direction !== undefined && direction !== here) return undefined;
    direction = here;
  }
  return direction ?? 1;
}
