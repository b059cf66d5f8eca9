import { type Document, type Fields, isFields, render, typeName, type Value } from './document';
import { equalValues } from './order';
import { exactPaths, type PositionalContext } from './positional';
import { notEmulated, refuse } from './refusal';
import { checkStorable } from './storable';
import { FIELD_UPDATES } from './update-operators';
import { checkUpdatePath, setAt, TouchedPaths, unsetAt, valueAt } from './update-path';

export { checkStorable } from './storable';

/** When and for which match an update happens. `filter` resolves `$` in paths, `arrayFilters` resolves `$[name]`. */
export interface UpdateTime extends PositionalContext {
  readonly serverTime: Date;
}

/** One operator on one path. */
interface Step {
  readonly operator: string;
  readonly path: string;
  readonly operand: Value;
}

interface Run {
  readonly document: Fields;
  readonly at: UpdateTime;
  readonly touched: TouchedPaths;
  readonly inserting: boolean;
}

function refuseId(path: string): void {
  if (path === '_id' || path.startsWith('_id.')) {
    throw refuse(`Performing an update on the path '${path}' would modify the immutable field '_id'`);
  }
}

function applyField(run: Run, operator: string, path: string, operand: Value): void {
  const update = FIELD_UPDATES[operator]!;
  const paths = exactPaths(run.document, checkUpdatePath(path), run.at);
  for (const parts of paths) {
    const exact = parts.join('.');
    run.touched.add(exact);
    const old = valueAt(run.document, parts);
    const id = run.document._id ?? null;
    const value = update(old, operand, { path: exact, id, serverTime: run.at.serverTime });
    if (value === undefined || (old !== undefined && equalValues(old, value) && exact.startsWith('_id')))
      continue;
    if (!run.inserting || run.document._id !== undefined) refuseId(exact);
    setAt(run.document, parts, value);
  }
}

function applyUnset(run: Run, path: string): void {
  for (const parts of exactPaths(run.document, checkUpdatePath(path), run.at)) {
    run.touched.add(parts.join('.'));
    refuseId(parts.join('.'));
    unsetAt(run.document, parts);
  }
}

/** `$rename` does not go through arrays. */
function refuseArrayOnPath(document: Fields, parts: readonly string[], which: string): void {
  for (let length = 1; length < parts.length; length += 1) {
    if (!Array.isArray(valueAt(document, parts.slice(0, length)))) continue;
    const at = `'${parts.join('.')}' in doc with _id: ${render(document._id)}`;
    throw refuse(
      `The ${which} field cannot be an array element, ${at} has an array field called '${parts[length - 1]}'`,
    );
  }
}

function applyRename(run: Run, path: string, target: Value): void {
  const from = checkUpdatePath(path);
  if (typeof target !== 'string') {
    throw refuse(`The 'to' field for $rename must be a string: ${path}: ${render(target)}`);
  }
  const to = checkUpdatePath(target);
  const shown = `${path}: "${target}"`;
  if (path === target) throw refuse(`The source and target field for $rename must differ: ${shown}`);
  if (path.startsWith(`${target}.`) || target.startsWith(`${path}.`)) {
    throw refuse(`The source and target field for $rename must not be on the same path: ${shown}`);
  }
  if ([...from, ...to].some((part) => part.startsWith('$'))) {
    throw refuse(`The source and target field for $rename may not be dynamic: ${shown}`);
  }
  run.touched.add(path);
  run.touched.add(target);
  refuseId(path);
  refuseId(target);
  refuseArrayOnPath(run.document, from, 'source');
  refuseArrayOnPath(run.document, to, 'destination');
  const value = valueAt(run.document, from);
  if (value === undefined) return;
  unsetAt(run.document, from);
  setAt(run.document, to, value);
}

function applyOperator(run: Run, { operator, path, operand }: Step): void {
  if (operator === '$unset') applyUnset(run, path);
  else if (operator === '$rename') applyRename(run, path, operand);
  else if (operator !== '$setOnInsert') applyField(run, operator, path, operand);
  else if (run.inserting) applyField(run, '$set', path, operand);
  else run.touched.add(path);
}

const OTHER_OPERATORS = ['$unset', '$rename', '$setOnInsert'];

function checkOperator(operator: string, fields: Value): Fields {
  if (!Object.hasOwn(FIELD_UPDATES, operator) && !OTHER_OPERATORS.includes(operator)) {
    throw refuse(
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isFields(fields)) {
    throw refuse(
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${render(fields)}}`,
    );
  }
  if (Object.keys(fields).length === 0) {
    throw refuse(`'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`);
  }
  return fields;
}

function byPath(a: Step, b: Step): number {
  const left = a.path.split('.');
  const right = b.path.split('.');
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [one, other] = [left[at]!, right[at]!];
    if (one === other) continue;
    const numbers = /^\d+$/.test(one) && /^\d+$/.test(other);
    return numbers ? Number(one) - Number(other) : one < other ? -1 : 1;
  }
  return left.length - right.length;
}

/** Fields are processed, and new ones added, in the order of their paths [doc: update operator behavior]. */
function operate(document: Fields, update: Fields, at: UpdateTime, inserting: boolean): Fields {
  const run: Run = { document: { ...document }, at, touched: new TouchedPaths(), inserting };
  const steps = Object.entries(update).flatMap(([operator, fields]) =>
    Object.entries(checkOperator(operator, fields)).map(([path, operand]) => ({ operator, path, operand })),
  );
  for (const step of steps.sort(byPath)) applyOperator(run, step);
  return run.document;
}

function replace(document: Fields, replacement: Fields): Fields {
  const id = document._id;
  const wanted = replacement._id;
  if (id !== undefined && wanted !== undefined && !equalValues(id, wanted)) {
    throw refuse(
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${render(wanted)}`,
    );
  }
  return id === undefined ? { ...replacement } : { _id: id, ...replacement };
}

function transform(document: Fields, update: unknown, at: UpdateTime, inserting: boolean): Fields {
  if (Array.isArray(update)) throw notEmulated('an update as a pipeline');
  if (!isFields(update)) throw refuse(`Update argument must be either an object or an array`);
  const operators = Object.keys(update)[0]?.startsWith('$') === true;
  return operators ? operate(document, update, at, inserting) : replace(document, update);
}

/**
 * Refuses what no document could take, whether or not one matches: unknown operators, operands of a wrong kind, paths in
 * conflict. Paths with `$`, `$[]` or `$[name]` are left to the documents.
 */
export function checkUpdate(update: unknown): void {
  if (!isFields(update) || Object.keys(update)[0]?.startsWith('$') !== true) return;
  const plain: Fields = {};
  for (const [operator, fields] of Object.entries(update)) {
    const paths = Object.entries(checkOperator(operator, fields));
    const kept = paths.filter(([path]) => !path.includes('$') && path !== '_id');
    if (kept.length > 0) plain[operator] = Object.fromEntries(kept);
  }
  operate({}, plain, { serverTime: new Date(0) }, true);
}

/**
 * A new document: the old one with the update's operators applied, or replaced by the update when that has none (`_id`
 * stays). The old document is not changed. Refused in MongoDB's words when the update does not fit the document.
 */
export function applyUpdate(document: Document, update: unknown, at: UpdateTime): Document {
  const result = transform(document, update, at, false);
  checkStorable(result);
  return result as Document;
}

/** The fields that a filter fixes: `{a: 1}`, `{a: {$eq: 1}}`, `{a: {$in: [1]}}`, `{a: {$all: [1]}}`, within `$and` too. */
function equalities(filter: unknown, found: [string, Value][] = []): [string, Value][] {
  if (!isFields(filter)) return found;
  for (const [key, condition] of Object.entries(filter)) {
    const single = Array.isArray(condition) && (key === '$and' || (key === '$or' && condition.length === 1));
    if (single) for (const clause of condition) equalities(clause, found);
    if (key.startsWith('$') || condition instanceof RegExp) continue;
    const value = fixedValue(condition);
    if (value !== undefined) found.push([key, value]);
  }
  return found;
}

function fixedValue(condition: Value): Value | undefined {
  if (!isFields(condition) || !Object.keys(condition)[0]?.startsWith('$')) return condition;
  if ('$eq' in condition) return condition.$eq;
  for (const operator of ['$in', '$all']) {
    const list = condition[operator];
    if (Array.isArray(list) && list.length === 1 && !(list[0] instanceof RegExp)) return list[0];
  }
  return undefined;
}

/**
 * The document that an update with `upsert` inserts when nothing matched: the fields the filter fixes, then the update.
 * It lacks `_id` when neither names one; then `newId` gives it.
 */
export function upsertDocument(
  filter: unknown,
  update: unknown,
  at: UpdateTime,
  newId: () => string | number,
): Document {
  const seed: Fields = {};
  const operators = isFields(update) && Object.keys(update)[0]?.startsWith('$') === true;
  const known = new TouchedPaths(
    (path) => `cannot infer query fields to set, path '${path}' is matched twice`,
  );
  for (const [path, value] of equalities(filter)) {
    if (!operators && path !== '_id') continue;
    known.add(path);
    setAt(seed, path.split('.'), value);
  }
  const result = transform(seed, update, at, true);
  const { _id: id, ...fields } = result;
  const document = { _id: (id as string | number | undefined) ?? newId(), ...fields };
  checkStorable(document);
  return document;
}
