import { isNullish, render, typeName, type Value } from '../document';
import { equalValues } from '../order';
import { isTruthy } from '../predicates';
import { refuse } from '../refusal';
import {
  binary,
  namedValues,
  nullIfAny,
  type Operator,
  type Operators,
  operands,
  parameters,
  unary,
  type Values,
  variadic,
  wholeNumber,
} from './operator';
import { variableName } from './variables';

const arrayElemAt = binary((list, index, name) => {
  if (isNullish(list) || isNullish(index)) return null;
  if (!Array.isArray(list))
    throw refuse(`${name}'s first argument must be an array, but is ${typeName(list)}`);
  if (typeof index !== 'number') {
    throw refuse(`${name}'s second argument must be a numeric value, but is ${typeName(index)}`);
  }
  const at = wholeNumber(
    index,
    () => `${name}'s second argument must be representable as a 32-bit integer: ${index}`,
  );
  return list.at(at);
});

/** `$first` and `$last` of an array. */
function atEnd(index: 0 | -1): Operator {
  return unary((list, name) => {
    if (isNullish(list)) return null;
    if (!Array.isArray(list)) throw refuse(`${name}'s argument must be an array, but is ${typeName(list)}`);
    return list.at(index);
  });
}

const concatArrays = variadic((values, name) => {
  if (nullIfAny(values) === null) return null;
  return values.flatMap((list) => {
    if (!Array.isArray(list)) throw refuse(`${name} only supports arrays, not ${typeName(list)}`);
    return list;
  });
});

const filter: Operator = (argument, compile, name) => {
  const given = parameters(argument, name, ['input', 'as', 'cond', 'limit'], ['input', 'cond']);
  const variable = variableName(given.as ?? 'this');
  const input = compile(given.input!);
  const condition = compile(given.cond!);
  const limit = given.limit === undefined ? undefined : compile(given.limit);
  return (root, variables) => {
    const list = input(root, variables);
    if (isNullish(list)) return null;
    if (!Array.isArray(list)) throw refuse(`input to $filter must be an array not ${typeName(list)}`);
    const most = limit?.(root, variables) ?? list.length;
    const found = list.filter((element) => isTruthy(condition(root, { ...variables, [variable]: element })));
    return found.slice(0, Number(most));
  };
};

const map: Operator = (argument, compile, name) => {
  const given = parameters(argument, name, ['input', 'as', 'in'], ['input', 'in']);
  const variable = variableName(given.as ?? 'this');
  const input = compile(given.input!);
  const output = compile(given.in!);
  return (root, variables) => {
    const list = input(root, variables);
    if (isNullish(list)) return null;
    if (!Array.isArray(list)) throw refuse(`input to $map must be an array not ${typeName(list)}`);
    return list.map((element) => output(root, { ...variables, [variable]: element }) ?? null);
  };
};

const reduce: Operator = (argument, compile, name) => {
  const all = ['input', 'initialValue', 'in'];
  const given = parameters(argument, name, all, all);
  const input = compile(given.input!);
  const initial = compile(given.initialValue!);
  const output = compile(given.in!);
  return (root, variables) => {
    const list = input(root, variables);
    if (isNullish(list)) return null;
    if (!Array.isArray(list))
      throw refuse(`$reduce requires that 'input' be an array, found: ${render(list)}`);
    let value = initial(root, variables);
    for (const element of list) value = output(root, { ...variables, value, this: element });
    return value;
  };
};

function searchRange(values: Values, name: string, length: number): [number, number] {
  const read = (value: Value | undefined, otherwise: number): number => {
    if (value === undefined) return otherwise;
    const at = wholeNumber(
      value,
      (type) => `${name} requires an integral index, found a value of type: ${type}`,
    );
    if (at < 0) throw refuse(`${name} requires a nonnegative index, found: ${at}`);
    return at;
  };
  return [read(values[2], 0), Math.min(read(values[3], length), length)];
}

const indexOfArray = variadic(
  (values, name) => {
    const [list, wanted] = values;
    if (isNullish(list)) return null;
    if (!Array.isArray(list))
      throw refuse(`${name} requires an array as a first argument, found: ${typeName(list)}`);
    const [from, to] = searchRange(values, name, list.length);
    for (let at = from; at < to; at += 1) if (equalValues(list[at], wanted)) return at;
    return -1;
  },
  2,
  4,
);

const isIn = binary((value, list) => {
  if (!Array.isArray(list))
    throw refuse(`$in requires an array as a second argument, found: ${typeName(list)}`);
  return list.some((element) => equalValues(element, value));
});

const range = variadic(
  ([start, end, step = 1]) => {
    const from = wholeNumber(
      start,
      (type) => `$range requires a numeric starting value, found value of type: ${type}`,
    );
    const to = wholeNumber(
      end,
      (type) => `$range requires a numeric ending value, found value of type: ${type}`,
    );
    const by = wholeNumber(
      step,
      (type) => `$range requires a numeric step value, found value of type:${type}`,
    );
    if (by === 0) throw refuse('$range requires a non-zero step value');
    const length = Math.max(0, Math.ceil((to - from) / by));
    return Array.from({ length }, (_, at) => from + at * by);
  },
  2,
  3,
);

const reverseArray = unary((list, name) => {
  if (isNullish(list)) return null;
  if (!Array.isArray(list)) {
    throw refuse(`The argument to ${name} must be an array, but was of type: ${typeName(list)}`);
  }
  return list.toReversed();
});

const size = unary((list, name) => {
  if (!Array.isArray(list)) {
    throw refuse(`The argument to ${name} must be an array, but was of type: ${typeName(list)}`);
  }
  return list.length;
});

/** From a position (negative: from the end) so many elements, or so many from the start or, negative, the end. */
const slice = variadic(
  (values) => {
    if (nullIfAny(values) === null) return null;
    const [list, ...numbers] = values;
    if (!Array.isArray(list))
      throw refuse(`First argument to $slice must be an array, but is of type: ${typeName(list)}`);
    const [first, count] = numbers.map((value, at) =>
      wholeNumber(
        value,
        (type) =>
          `${at === 0 ? 'Second' : 'Third'} argument to $slice must be numeric, but is of type: ${type}`,
      ),
    );
    if (count === undefined) return first! < 0 ? list.slice(first) : list.slice(0, first);
    if (count <= 0) throw refuse(`Third argument to $slice must be positive: ${count}`);
    const from = first! < 0 ? Math.max(0, list.length + first!) : first!;
    return list.slice(from, from + count);
  },
  2,
  3,
);

const zip: Operator = (argument, compile, name) => {
  const given = parameters(argument, name, ['inputs', 'useLongestLength', 'defaults'], ['inputs']);
  const longest = given.useLongestLength === true;
  if ('defaults' in given && !longest) {
    throw refuse('cannot specify defaults unless useLongestLength is true');
  }
  const evaluate = namedValues({ inputs: given.inputs!, defaults: given.defaults ?? [] }, compile);
  return (root, variables) => {
    const { inputs, defaults } = evaluate(root, variables);
    if (!Array.isArray(inputs)) throw refuse('inputs must be an array of expressions');
    if (nullIfAny(inputs) === null) return null;
    const lists = inputs.map((list) => {
      if (!Array.isArray(list))
        throw refuse(`${name} found a non-array expression in input: ${render(list)}`);
      return list;
    });
    const lengths = lists.map((list) => list.length);
    const length = longest ? Math.max(...lengths) : Math.min(...lengths);
    const fill = Array.isArray(defaults) ? defaults : [];
    return Array.from({ length }, (_, at) => lists.map((list, which) => list[at] ?? fill[which] ?? null));
  };
};

export const ARRAYS: Operators = {
  $arrayElemAt: arrayElemAt,
  $concatArrays: concatArrays,
  $filter: filter,
  $first: atEnd(0),
  $in: isIn,
  $indexOfArray: indexOfArray,
  $isArray: (argument, compile, name) => {
    const only = compile(operands(argument, name, 1)[0]!);
    return (root, variables) => Array.isArray(only(root, variables));
  },
  $last: atEnd(-1),
  $map: map,
  $range: range,
  $reduce: reduce,
  $reverseArray: reverseArray,
  $size: size,
  $slice: slice,
  $zip: zip,
};
