import { type Fields, isFields, isNullish, typeName, type Value } from '../document';
import { compareValues } from '../order';
import { refuse } from '../refusal';
import { DistinctValues } from './distinct';
import type { Operator, Operators } from './operator';
import { Deviation, Summation } from './summation';

/** Collects one field of a group, document by document. */
export interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value;
}

function sum(): Accumulator {
  const total = new Summation();
  return {
    add: (value) => {
      if (typeof value === 'number') total.add(value);
    },
    result: () => total.total(),
  };
}

function average(): Accumulator {
  const total = new Summation();
  let count = 0;
  return {
    add: (value) => {
      if (typeof value !== 'number') return;
      total.add(value);
      count += 1;
    },
    result: () => (count === 0 ? null : total.total() / count),
  };
}

/** The least (-1) or greatest (1) value in BSON's order; null and nothing do not count. */
function extreme(wanted: 1 | -1): Accumulator {
  let best: Value | undefined;
  return {
    add: (value) => {
      if (!isNullish(value) && (best === undefined || compareValues(value, best) * wanted > 0)) best = value;
    },
    result: () => best ?? null,
  };
}

function first(): Accumulator {
  let found: { readonly value: Value | undefined } | undefined;
  return {
    add: (value) => {
      found ??= { value };
    },
    result: () => found?.value ?? null,
  };
}

function last(): Accumulator {
  let found: Value | undefined;
  return {
    add: (value) => {
      found = value;
    },
    result: () => found ?? null,
  };
}

function push(): Accumulator {
  const list: Value[] = [];
  return {
    add: (value) => {
      if (value !== undefined) list.push(value);
    },
    result: () => list,
  };
}

function addToSet(): Accumulator {
  const set = new DistinctValues();
  return {
    add: (value) => {
      if (value !== undefined) set.add(value);
    },
    result: () => set.values(),
  };
}

function deviation(kind: 'population' | 'sample'): Accumulator {
  const values = new Deviation();
  return {
    add: (value) => {
      if (typeof value === 'number') values.add(value);
    },
    result: () => values[kind](),
  };
}

function mergeObjects(): Accumulator {
  let merged: Fields = {};
  return {
    add: (value) => {
      if (isNullish(value)) return;
      if (!isFields(value)) {
        throw refuse(
          `$mergeObjects requires object inputs, but input ${JSON.stringify(value)} is of type ${typeName(value)}`,
        );
      }
      merged = { ...merged, ...value };
    },
    result: () => merged,
  };
}

function count(): Accumulator {
  let documents = 0;
  return {
    add: () => {
      documents += 1;
    },
    result: () => documents,
  };
}

/** Every accumulator of `$group`. */
export const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $stdDevPop: () => deviation('population'),
  $stdDevSamp: () => deviation('sample'),
  $mergeObjects: mergeObjects,
  $count: count,
};

/** Outside `$group`: over the operands, or over the elements when the only operand is an array. */
function overValues(name: string): Operator {
  return (argument, compile) => {
    const list = Array.isArray(argument) ? argument : [argument];
    const evaluators = list.map(compile);
    return (root, variables) => {
      const collector = ACCUMULATORS[name]!();
      const values = evaluators.map((evaluate) => evaluate(root, variables));
      const only = values.length === 1 ? values[0] : undefined;
      for (const value of Array.isArray(only) ? only : values) collector.add(value);
      return collector.result();
    };
  };
}

export const ACCUMULATING_OPERATORS: Operators = Object.fromEntries(
  ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp', '$mergeObjects'].map((name) => [
    name,
    overValues(name),
  ]),
);
