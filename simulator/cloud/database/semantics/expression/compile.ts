import { type Fields, getField, isFields, setField, type Value } from '../document';
import { notEmulated, refuse } from '../refusal';
import { ACCUMULATING_OPERATORS } from './accumulators';
import { ARITHMETIC } from './arithmetic';
import { ARRAYS } from './arrays';
import { BORROWED } from './borrowed';
import { DATES } from './dates';
import { LOGIC } from './logic';
import { OBJECTS } from './objects';
import type { Evaluate, Operators, Variables } from './operator';
import { SETS } from './sets';
import { STRINGS } from './strings';
import { TYPES } from './types';
import { VARIABLES } from './variables';

export type { Evaluate, Variables } from './operator';

const OPERATORS: Operators = {
  ...BORROWED,
  ...ACCUMULATING_OPERATORS,
  ...ARITHMETIC,
  ...ARRAYS,
  ...DATES,
  ...LOGIC,
  ...OBJECTS,
  ...SETS,
  ...STRINGS,
  ...TYPES,
  ...VARIABLES,
};

/** Operators that MongoDB has and the simulator has not. */
const NOT_EMULATED = new Set(
  (
    'accumulator binarySize bsonSize dateAdd dateDiff dateSubtract dateToParts dateTrunc firstN function getField lastN ' +
    'maxN median meta minN percentile rand sampleRate setField sortArray toDecimal toObjectId tsIncrement tsSecond unsetField'
  )
    .split(' ')
    .map((name) => `$${name}`),
);

export const OPERATOR_NAMES: readonly string[] = Object.keys(OPERATORS);

/** A path as expressions follow it: through arrays element by element, never by number. */
function follow(value: Value | undefined, parts: readonly string[], from: number): Value | undefined {
  let current = value;
  for (let at = from; at < parts.length; at += 1) {
    if (Array.isArray(current)) {
      return current
        .map((element) =>
          typeof element === 'object' && element !== null ? follow(element, parts, at) : undefined,
        )
        .filter((found) => found !== undefined);
    }
    if (!isFields(current)) return undefined;
    current = getField(current, parts[at]!);
  }
  return current;
}

function checkPath(path: string): string[] {
  const parts = path.split('.');
  if (path === '' || path.endsWith('.')) throw refuse("FieldPath must not end with a '.'.");
  if (parts.includes('')) throw refuse('FieldPath field names may not be empty strings.');
  if (parts.some((part) => part.startsWith('$')))
    throw refuse("FieldPath field names may not start with '$'.");
  return parts;
}

/** The value at a dotted path of a document, as `"$a.b"` reads it. */
export function compileFieldPath(path: string): (root: Value) => Value | undefined {
  const parts = checkPath(path);
  if (parts.length > 1) return (root) => follow(root, parts, 0);
  return (root) => (isFields(root) ? getField(root, path) : undefined);
}

const DESCEND = new Set(['DESCEND', 'PRUNE', 'KEEP']);

function compileVariable(text: string): Evaluate {
  const [name = '', ...rest] = text.slice(2).split('.');
  const path = rest.length > 0 ? checkPath(rest.join('.')) : [];
  if (name === 'ROOT' || name === 'CURRENT') return (root) => follow(root, path, 0);
  if (name === 'REMOVE') return () => undefined;
  if (DESCEND.has(name)) throw notEmulated(`$$${name}`);
  return (_root, variables) => {
    if (!variables || !Object.hasOwn(variables, name)) throw refuse(`Use of undefined variable: ${name}`);
    return follow(variables[name], path, 0);
  };
}

function compileList(list: Value[]): Evaluate {
  const evaluators = list.map(compileExpression);
  return (root, variables) => evaluators.map((evaluate) => evaluate(root, variables) ?? null);
}

function compileFields(fields: Fields): Evaluate {
  const entries = Object.entries(fields).map(([name, expression]) => {
    if (name.includes('.')) throw refuse("FieldPath field names may not contain '.'.");
    return [name, compileExpression(expression)] as const;
  });
  return (root, variables) => {
    const result: Fields = {};
    for (const [name, evaluate] of entries) {
      const value = evaluate(root, variables);
      if (value !== undefined) setField(result, name, value);
    }
    return result;
  };
}

function compileOperator(expression: Fields, name: string): Evaluate {
  if (Object.keys(expression).length !== 1) {
    throw refuse(
      `an object representing an expression must have exactly one field: ${JSON.stringify(expression)}`,
    );
  }
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (operator) return operator(expression[name]!, compileExpression, name);
  if (NOT_EMULATED.has(name)) throw notEmulated(name);
  throw refuse(`Unrecognized expression '${name}'`);
}

/** An aggregation expression; refused in MongoDB's words when it is malformed. */
export function compileExpression(expression: Value): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) {
    return expression.startsWith('$$') ? compileVariable(expression) : compileFieldPath(expression.slice(1));
  }
  if (Array.isArray(expression)) return compileList(expression);
  if (!isFields(expression)) return () => expression;
  const first = Object.keys(expression)[0];
  return first?.startsWith('$') ? compileOperator(expression, first) : compileFields(expression);
}

/** Evaluates once, for values that do not depend on a document. */
export function evaluateOnce(expression: Value, variables?: Variables): Value | undefined {
  return compileExpression(expression)({}, variables);
}
