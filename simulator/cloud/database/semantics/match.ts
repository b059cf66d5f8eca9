import { type Document, type Fields, isFields, render, type Value } from './document';
import { compileExpression, type Variables } from './expression/compile';
import { type NearClause, nearTest, readNear } from './geo/near';
import { intersectsTest, withinTest } from './geo/region';
import { pathMatcher, type ValueTest } from './path';
import {
  BIT_OPERATORS,
  bits,
  equalTo,
  inRange,
  isTruthy,
  matchesRegExp,
  modulo,
  ofSize,
  ofType,
  oneOf,
  type RangeOperator,
  regexOperand,
} from './predicates';
import { notEmulated, refuse } from './refusal';
import { schemaTest } from './schema';

type Matcher = (document: Fields) => boolean;

/** What `$expr` may refer to as `$$name`; read anew for each document, since `$lookup` changes it. */
export interface FilterScope {
  readonly variables?: Variables | undefined;
}

/** What a path must lead to: a value that passes the test; whether arrays are searched; whether nothing may pass. */
interface Condition {
  readonly test: ValueTest;
  readonly searchArrays: boolean;
  readonly negated?: boolean;
}
/** Several conditions of which at least one must fail: `$not` over more than one operator. */
interface NotAll {
  readonly notAll: readonly AnyCondition[];
}
type AnyCondition = Condition | NotAll;

function every(matchers: readonly Matcher[]): Matcher {
  if (matchers.length === 1) return matchers[0]!;
  return (document) => {
    for (const matches of matchers) if (!matches(document)) return false;
    return true;
  };
}

function isOperators(value: unknown): value is Fields {
  return isFields(value) && Object.keys(value)[0]?.startsWith('$') === true;
}

function refuseRegExp(operator: string, operand: Value): void {
  if (operand instanceof RegExp)
    throw refuse(`Can't have RegEx as arg to predicate over field '${operator}'.`);
}

/** `$all` as a list of conditions that must each find something. */
function allConditions(operand: unknown): Condition[] {
  if (!Array.isArray(operand)) throw refuse('$all needs an array');
  const values = operand as Value[];
  if (values.length === 0) return [{ test: () => false, searchArrays: false }];
  return values.map((value) => {
    if (isOperators(value)) {
      if (!('$elemMatch' in value)) throw refuse('no $ expressions in $all');
      return elementCondition(value.$elemMatch);
    }
    return { test: value instanceof RegExp ? matchesRegExp(value) : equalTo(value), searchArrays: true };
  });
}

const LOGIC = ['$and', '$or', '$nor', '$where', '$expr'];

/** `$elemMatch`: one array element must meet all conditions, as a value or as an embedded document; scalars never do. */
function elementCondition(operand: unknown): Condition {
  if (!isFields(operand)) throw refuse('$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  if (first?.startsWith('$') && !LOGIC.includes(first)) {
    const test = valueTest(operand);
    return { searchArrays: false, test: (value) => Array.isArray(value) && value.some(test) };
  }
  const matches = compileFields(operand, {});
  // An array inside the array is seen as a document with its indexes as fields.
  const element = (value: Value) =>
    isFields(value) ? matches(value) : Array.isArray(value) && matches({ ...value } as unknown as Fields);
  return { searchArrays: false, test: (value) => Array.isArray(value) && value.some(element) };
}

/** Conditions on a value itself, without a path: an array in it is not searched. */
function valueTest(operators: Fields): ValueTest {
  const tests = readConditions('', operators).map(toValueTest);
  return (value) => tests.every((test) => test(value));
}

function toValueTest(condition: AnyCondition): ValueTest {
  if ('notAll' in condition) {
    const tests = condition.notAll.map(toValueTest);
    return (value) => !tests.every((test) => test(value));
  }
  return condition.negated ? (value) => !condition.test(value) : condition.test;
}

function toMatcher(path: string, condition: AnyCondition): Matcher {
  if ('notAll' in condition) return negate(every(condition.notAll.map((inner) => toMatcher(path, inner))));
  const matcher = pathMatcher(path, condition.test, condition.searchArrays);
  return condition.negated ? negate(matcher) : matcher;
}

function notCondition(operand: unknown, path: string): AnyCondition[] {
  if (operand instanceof RegExp) return [{ test: matchesRegExp(operand), searchArrays: true, negated: true }];
  if (!isFields(operand)) throw refuse('$not needs a regex or a document');
  const notAll = readConditions(path, operand);
  if (notAll.length === 0) throw refuse('$not cannot be empty');
  return [{ notAll }];
}

type ConditionReader = (operand: Value, path: string, operators: Fields) => AnyCondition[];
const range: (operator: RangeOperator) => ConditionReader = (operator) => (operand, path) => {
  refuseRegExp(path, operand);
  return [{ test: inRange(operator, operand), searchArrays: true }];
};
const searching = (test: ValueTest): Condition[] => [{ test, searchArrays: true }];
const near =
  (operator: string): ConditionReader =>
  (_operand, path, operators) => [
    { test: nearTest(readNear(path, operator, operators)), searchArrays: false },
  ];

const READERS: Readonly<Record<string, ConditionReader>> = {
  $eq: (operand) => searching(equalTo(operand)),
  $ne: (operand) => {
    if (operand instanceof RegExp) throw refuse("Can't have regex as arg to $ne.");
    return [{ test: equalTo(operand), searchArrays: true, negated: true }];
  },
  $gt: range('$gt'),
  $gte: range('$gte'),
  $lt: range('$lt'),
  $lte: range('$lte'),
  $in: (operand) => searching(oneOf(operand, '$in')),
  $nin: (operand) => [{ test: oneOf(operand, '$nin'), searchArrays: true, negated: true }],
  $exists: (operand) => [
    { test: (value) => value !== undefined, searchArrays: false, negated: !isTruthy(operand) },
  ],
  $type: (operand) => searching(ofType(operand)),
  $mod: (operand) => searching(modulo(operand)),
  $regex: (operand, _path, operators) => searching(matchesRegExp(regexOperand(operand, operators.$options))),
  $options: (_operand, _path, operators) => {
    if (!('$regex' in operators)) throw refuse('$options needs a $regex');
    return [];
  },
  $size: (operand) => [{ test: ofSize(operand), searchArrays: false }],
  $all: allConditions,
  $elemMatch: (operand) => [elementCondition(operand)],
  $not: notCondition,
  $geoWithin: (operand) => searching(withinTest(operand)),
  $geoIntersects: (operand) => searching(intersectsTest(operand)),
  $near: near('$near'),
  $nearSphere: near('$nearSphere'),
  $maxDistance: () => [],
  $minDistance: () => [],
  ...Object.fromEntries(
    BIT_OPERATORS.map((operator) => [operator, (operand: Value) => searching(bits(operator, operand))]),
  ),
};

function readConditions(path: string, operators: Fields): AnyCondition[] {
  return Object.entries(operators).flatMap(([operator, operand]) => {
    const reader = Object.hasOwn(READERS, operator) ? READERS[operator] : undefined;
    if (!reader) throw refuse(`unknown operator: ${operator}`);
    return reader(operand, path, operators);
  });
}

function negate(matcher: Matcher): Matcher {
  return (document) => !matcher(document);
}

/** `{path: condition}` of a filter. */
function compilePath(path: string, condition: Value): Matcher {
  if (isOperators(condition)) {
    return every(readConditions(path, condition).map((each) => toMatcher(path, each)));
  }
  const test = condition instanceof RegExp ? matchesRegExp(condition) : equalTo(condition);
  return pathMatcher(path, test, true);
}

function readClauses(operator: string, operand: Value, scope: FilterScope): Matcher[] {
  if (!Array.isArray(operand)) throw refuse(`${operator} must be an array`);
  if (operand.length === 0) throw refuse('$and/$or/$nor must be a nonempty array');
  return operand.map((clause) => {
    if (!isFields(clause)) throw refuse('$or/$and/$nor entries need to be full objects');
    return compileFields(clause, scope);
  });
}

function compileExpr(operand: Value, scope: FilterScope): Matcher {
  const evaluate = compileExpression(operand);
  return (document) => isTruthy(evaluate(document, scope.variables));
}

type TopLevel = (operand: Value, scope: FilterScope) => Matcher;
const TOP_LEVEL: Readonly<Record<string, TopLevel>> = {
  $and: (operand, scope) => every(readClauses('$and', operand, scope)),
  $or: (operand, scope) => {
    const clauses = readClauses('$or', operand, scope);
    return (document) => clauses.some((matches) => matches(document));
  },
  $nor: (operand, scope) => {
    const clauses = readClauses('$nor', operand, scope);
    return (document) => !clauses.some((matches) => matches(document));
  },
  $expr: compileExpr,
  $jsonSchema: (operand) => schemaTest(operand),
  $comment: () => () => true,
  $where: () => {
    throw notEmulated('$where');
  },
  $text: () => {
    throw refuse('text index required for $text query');
  },
};

function compileFields(filter: Fields, scope: FilterScope): Matcher {
  const matchers = Object.entries(filter).map(([key, condition]) => {
    if (!key.startsWith('$')) return compilePath(key, condition);
    const reader = Object.hasOwn(TOP_LEVEL, key) ? TOP_LEVEL[key] : undefined;
    if (!reader) throw refuse(`unknown top level operator: ${key}`);
    return reader(condition, scope);
  });
  return every(matchers);
}

/**
 * A filter as a test of documents. No filter (`undefined`, null, an empty text: what the SDK sends without `where`) takes
 * all. Unknown operators and malformed operands are refused when compiling, before any document is read.
 */
export function compileFilter(filter: unknown, scope: FilterScope = {}): (document: Document) => boolean {
  if (filter === undefined || filter === null || filter === '') return () => true;
  if (!isFields(filter))
    throw refuse(`the match filter must be an expression in an object: ${render(filter as Value)}`);
  return compileFields(filter, scope);
}

function nearOf(filter: Fields): NearClause | undefined {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      const found = condition.filter(isFields).map(nearOf).find(Boolean);
      if (found) return found;
    }
    if (key.startsWith('$') || !isFields(condition)) continue;
    const operator = ['$nearSphere', '$near'].find((name) => name in condition);
    if (operator) return readNear(key, operator, condition);
  }
  return undefined;
}

/** The filter's `$near` or `$nearSphere`, which sorts by distance and needs a geo index on its field. */
export function nearClause(filter: unknown): NearClause | undefined {
  return isFields(filter) ? nearOf(filter) : undefined;
}
