import { type Fields, getField, isFields, render, typeName, type Value } from '../document';
import { compileExpression, compileFieldPath } from '../expression/compile';
import { addComputed, type Compute, exclude, include, plant, type Tree } from '../projection-tree';
import { refuse } from '../refusal';
import { setAt, unsetAt } from '../update-path';
import { type Scope, type StageCompiler, stageFields } from './stage';

function computed(expression: Value, scope: Scope): Compute {
  const evaluate = compileExpression(expression);
  return (_value, document) => evaluate(document, scope.variables);
}

function isOperator(value: Fields): boolean {
  return Object.keys(value)[0]?.startsWith('$') === true;
}

/** What the fields of a `$project` say, taken together. */
interface Plan {
  readonly tree: Tree;
  keeps: boolean;
  drops: boolean;
  computes: boolean;
}

function readProject(fields: Fields, prefix: string, plan: Plan, scope: Scope): void {
  for (const [name, value] of Object.entries(fields)) {
    const path = `${prefix}${name}`;
    if (name.startsWith('$'))
      throw refuse(`Invalid $project :: caused by :: FieldPath field names may not start with '$'.`);
    if (isFields(value) && !isOperator(value)) {
      if (Object.keys(value).length === 0) {
        throw refuse(
          `Invalid $project :: caused by :: an empty object is not a valid value. Found empty object at path ${path}`,
        );
      }
      readProject(value, `${path}.`, plan, scope);
    } else if (typeof value === 'boolean' || typeof value === 'number') {
      const keep = value !== false && value !== 0;
      plant(plan.tree, path, keep ? 'keep' : 'drop');
      if (keep) plan.keeps = true;
      else if (path !== '_id') plan.drops = true;
    } else {
      plant(plan.tree, path, computed(value, scope));
      plan.computes = true;
    }
  }
}

/** The tree without its computed fields: what of the document itself stays. */
function keptOnly(tree: Tree): Tree {
  const kept: Tree = new Map();
  for (const [name, leaf] of tree) {
    if (leaf instanceof Map) kept.set(name, keptOnly(leaf));
    else if (typeof leaf !== 'function') kept.set(name, leaf);
  }
  return kept;
}

const project: StageCompiler = (stage, { scope }) => {
  if (!isFields(stage)) throw refuse('$project specification must be an object');
  const plan: Plan = { tree: new Map(), keeps: false, drops: false, computes: false };
  readProject(stage, '', plan, scope);
  const { tree } = plan;
  if (tree.size === 0)
    throw refuse('Invalid $project :: caused by :: projection specification must have at least one field');
  if (plan.drops && (plan.keeps || plan.computes)) {
    throw refuse(
      `Invalid $project :: caused by :: ${plan.keeps ? 'Cannot do exclusion in inclusion projection' : 'Cannot use expression in exclusion projection'}`,
    );
  }
  const including = plan.keeps || plan.computes;
  if (including && !tree.has('_id')) tree.set('_id', 'keep');
  const kept = keptOnly(tree);
  return function* (documents) {
    for (const document of documents) {
      if (!including) yield exclude(document, tree, document);
      else yield addComputed(include(document, kept, document), tree, document);
    }
  };
};

function readAddFields(fields: Fields, prefix: string, tree: Tree, scope: Scope): void {
  for (const [name, value] of Object.entries(fields)) {
    const nested = isFields(value) && !isOperator(value) && Object.keys(value).length > 0;
    if (nested) readAddFields(value, `${prefix}${name}.`, tree, scope);
    else plant(tree, `${prefix}${name}`, computed(value, scope));
  }
}

const addFields: StageCompiler = (stage, { scope }) => {
  if (!isFields(stage))
    throw refuse(`$addFields specification stage must be an object, got ${typeName(stage)}`);
  const tree: Tree = new Map();
  readAddFields(stage, '', tree, scope);
  if (tree.size === 0) {
    throw refuse('Invalid $addFields :: caused by :: specification must have at least one field');
  }
  return function* (documents) {
    for (const document of documents) yield addComputed(document, tree, document);
  };
};

const unset: StageCompiler = (stage) => {
  const paths = Array.isArray(stage) ? stage : [stage];
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string')) {
    throw refuse('$unset specification must be a string or an array with at least one field');
  }
  const tree: Tree = new Map();
  for (const path of paths as string[]) plant(tree, path, 'drop');
  return function* (documents) {
    for (const document of documents) yield exclude(document, tree, document);
  };
};

const replaceWith: StageCompiler = (stage, { scope }) => {
  const evaluate = compileExpression(stage);
  return function* (documents) {
    for (const document of documents) {
      const root = evaluate(document, scope.variables);
      if (!isFields(root)) {
        throw refuse(
          `'newRoot' expression  must evaluate to an object, but resulting value was: ${render(root)}. Type of resulting value: '${typeName(root)}'. Input document: ${render(document)}`,
        );
      }
      yield root;
    }
  };
};

const replaceRoot: StageCompiler = (stage, tools) => {
  const { newRoot } = stageFields(stage, '$replaceRoot');
  if (newRoot === undefined) throw refuse('no newRoot specified for the $replaceRoot stage');
  return replaceWith(newRoot, tools);
};

interface Unwinding {
  readonly path: string;
  readonly index?: string;
  readonly preserve: boolean;
}

function readUnwind(stage: Value): Unwinding {
  const fields: Fields = typeof stage === 'string' ? { path: stage } : stageFields(stage, '$unwind');
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: preserve } = fields;
  if (typeof path !== 'string') throw refuse('no path specified to $unwind stage');
  if (!path.startsWith('$'))
    throw refuse(`path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (index !== undefined && (typeof index !== 'string' || index === '')) {
    throw refuse('includeArrayIndex must be a non-empty string');
  }
  if (preserve !== undefined && typeof preserve !== 'boolean') {
    throw refuse('expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage');
  }
  return { path: path.slice(1), preserve: preserve === true, ...(index === undefined ? {} : { index }) };
}

function readExactly(document: Fields, parts: readonly string[]): Value | undefined {
  let current: Value | undefined = document;
  for (const part of parts) current = isFields(current) ? getField(current, part) : undefined;
  return current;
}

const unwind: StageCompiler = (stage) => {
  const { path, index, preserve } = readUnwind(stage);
  compileFieldPath(path);
  const parts = path.split('.');
  const indexParts = index?.split('.');
  const unwound = (document: Fields, element: Value | undefined, at: number | null): Fields => {
    const copy = { ...document };
    if (element === undefined) unsetAt(copy, parts);
    else setAt(copy, parts, element);
    if (indexParts) setAt(copy, indexParts, at);
    return copy;
  };
  return function* (documents) {
    for (const document of documents) {
      const value = readExactly(document, parts);
      if (Array.isArray(value) && value.length > 0) {
        for (const [at, element] of value.entries()) yield unwound(document, element, at);
      } else if (Array.isArray(value) || value === null || value === undefined) {
        if (preserve) yield unwound(document, Array.isArray(value) ? undefined : value, null);
      } else {
        yield indexParts ? unwound(document, value, null) : document;
      }
    }
  };
};

/** Stages that change each document by itself. */
export const SHAPE_STAGES: Readonly<Record<string, StageCompiler>> = {
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $unwind: unwind,
};
