import { isNullish, typeName, type Value } from '../document';
import { compareValues } from '../order';
import { isTruthy } from '../predicates';
import { refuse } from '../refusal';
import { DistinctValues } from './distinct';
import { binary, nullIfAny, type Operator, type Operators, unary, variadic } from './operator';

/** Sets have no order in MongoDB; in ours they stand in BSON's order, so results are the same every time. */
function ordered(set: DistinctValues): Value[] {
  return set.values().sort(compareValues);
}

function arrayOf(value: Value | undefined, message: string): Value[] {
  if (!Array.isArray(value)) throw refuse(message);
  return value;
}

function elementsTrue(test: 'every' | 'some'): Operator {
  return unary((value, name) =>
    arrayOf(value, `${name}'s argument must be an array, but is ${typeName(value)}`)[test](isTruthy),
  );
}

const setDifference = binary((a, b, name) => {
  if (isNullish(a) || isNullish(b)) return null;
  const message = (which: string, value: Value): string =>
    `both operands of ${name} must be arrays. ${which} argument is of type: ${typeName(value)}`;
  const left = new DistinctValues(arrayOf(a, message('First', a)));
  const right = new DistinctValues(arrayOf(b, message('Second', b)));
  return left.values().filter((value) => !right.has(value));
});

const setEquals = variadic((values, name) => {
  const sets = values.map(
    (value, at) =>
      new DistinctValues(
        arrayOf(
          value,
          `All operands of ${name} must be arrays. ${at + 1}-th argument is of type: ${typeName(value)}`,
        ),
      ),
  );
  const [first, ...others] = sets as [DistinctValues, ...DistinctValues[]];
  return others.every((set) => set.size === first.size && set.values().every((value) => first.has(value)));
}, 2);

const setIntersection = variadic((values, name) => {
  if (nullIfAny(values) === null) return null;
  const lists = values.map((value) =>
    arrayOf(value, `All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`),
  );
  const [first = [], ...others] = lists;
  const sets = others.map((list) => new DistinctValues(list));
  return ordered(new DistinctValues(first.filter((value) => sets.every((set) => set.has(value)))));
});

const setIsSubset = binary((a, b, name) => {
  const message = (which: string, value: Value | undefined): string =>
    `both operands of ${name} must be arrays. ${which} argument is of type: ${typeName(value)}`;
  const left = arrayOf(a, message('First', a));
  const right = new DistinctValues(arrayOf(b, message('Second', b)));
  return left.every((value) => right.has(value));
});

const setUnion = variadic((values, name) => {
  if (nullIfAny(values) === null) return null;
  const all = values.flatMap((value) =>
    arrayOf(value, `All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`),
  );
  return ordered(new DistinctValues(all));
});

export const SETS: Operators = {
  $allElementsTrue: elementsTrue('every'),
  $anyElementTrue: elementsTrue('some'),
  $setDifference: setDifference,
  $setEquals: setEquals,
  $setIntersection: setIntersection,
  $setIsSubset: setIsSubset,
  $setUnion: setUnion,
};
