import { isNullish, typeName, type Value } from '../document';
import { refuse } from '../refusal';
import {
  binary,
  nullIfAny,
  type Operator,
  type Operators,
  operands,
  unary,
  variadic,
  wholeNumber,
} from './operator';
import { Summation } from './summation';

function numeric(value: Value | undefined, name: string): number {
  if (typeof value !== 'number') throw refuse(`${name} only supports numeric types, not ${typeName(value)}`);
  return value;
}

function ofNumber(apply: (value: number, name: string) => number): Operator {
  return unary((value, name) => (isNullish(value) ? null : apply(numeric(value, name), name)));
}

const add = variadic((values, name) => {
  if (nullIfAny(values) === null) return null;
  const total = new Summation();
  let dates = 0;
  for (const value of values) {
    if (value instanceof Date) dates += 1;
    else if (typeof value !== 'number') {
      throw refuse(`${name} only supports numeric or date types, not ${typeName(value)}`);
    }
    total.add(value instanceof Date ? value.getTime() : value);
  }
  if (dates > 1) throw refuse('only one date allowed in an $add expression');
  return dates === 1 ? new Date(Math.round(total.total())) : total.total();
});

const subtract = binary((a, b) => {
  if (isNullish(a) || isNullish(b)) return null;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof Date && typeof b === 'number') return new Date(a.getTime() - Math.round(b));
  throw refuse(`can't $subtract ${typeName(b)} from ${typeName(a)}`);
});

const multiply = variadic((values, name) => {
  if (nullIfAny(values) === null) return null;
  return values.reduce<number>((product, value) => product * numeric(value, name), 1);
});

/** Two numbers, or null when one of them is missing. */
function ofTwo(apply: (a: number, b: number) => number): Operator {
  return binary((a, b, name) => {
    if (isNullish(a) || isNullish(b)) return null;
    if (typeof a !== 'number' || typeof b !== 'number') {
      throw refuse(`${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
    }
    return apply(a, b);
  });
}

const divide = ofTwo((a, b) => {
  if (b === 0) throw refuse("can't $divide by zero");
  return a / b;
});

const mod = ofTwo((a, b) => {
  if (b === 0) throw refuse("can't $mod by zero");
  return a % b;
});

const pow = ofTwo((base, exponent) => {
  if (base === 0 && exponent < 0) throw refuse('$pow cannot take a base of 0 and a negative exponent');
  return base ** exponent;
});

const log = binary((value, base) => {
  if (isNullish(value) || isNullish(base)) return null;
  if (typeof value !== 'number') throw refuse(`$log's argument must be numeric, not ${typeName(value)}`);
  if (typeof base !== 'number') throw refuse(`$log's base must be numeric, not ${typeName(base)}`);
  if (!(value > 0)) throw refuse(`$log's argument must be a positive number, but is ${value}`);
  if (!(base > 0) || base === 1)
    throw refuse(`$log's base must be a positive number not equal to 1, but is ${base}`);
  if (base === 10) return Math.log10(value);
  if (base === 2) return Math.log2(value);
  return Math.log(value) / Math.log(base);
});

function positive(apply: (value: number) => number): Operator {
  return ofNumber((value, name) => {
    if (!(value > 0) && !Number.isNaN(value)) {
      throw refuse(`${name}'s argument must be a positive number, but is ${value}`);
    }
    return apply(value);
  });
}

/** A double's decimal digits (34, as MongoDB's Decimal128 takes them) times ten to the places, as whole part and rest. */
function shift(value: number, places: number): { whole: bigint; rest: number } {
  const [digits = '0', exponent = '0'] = Math.abs(value).toExponential(33).split('e');
  const mantissa = BigInt(digits.replace('.', ''));
  const scale = Number(exponent) - 33 + places;
  if (scale >= 0) return { whole: mantissa * 10n ** BigInt(scale), rest: 0 };
  const unit = 10n ** BigInt(-scale);
  const left = (mantissa % unit) * 2n;
  return { whole: mantissa / unit, rest: left === 0n ? 0 : left < unit ? 0.25 : left === unit ? 0.5 : 0.75 };
}

function roundTo(value: number, places: number, toEven: boolean): number {
  const { whole, rest } = shift(value, places);
  const up = toEven && (rest > 0.5 || (rest === 0.5 && whole % 2n === 1n));
  return Math.sign(value) * Number(`${up ? whole + 1n : whole}e${-places}`);
}

/** `$round` (halves to the even neighbour) and `$trunc`, to a number of places from -20 to 100. */
function toPlaces(toEven: boolean): Operator {
  return (argument, compile, name) => {
    const [number, place] = operands(argument, name, 1, 2).map(compile);
    return (root, variables) => {
      const value = number!(root, variables);
      const given = place ? place(root, variables) : 0;
      if (isNullish(value) || isNullish(given)) return null;
      const places = wholeNumber(given, () => `precision argument to  ${name} must be a integral value`);
      if (places < -20 || places > 100) {
        throw refuse(`cannot apply ${name} with precision value ${places} value must be in [-20, 100]`);
      }
      const exact = numeric(value, name);
      return Number.isFinite(exact) && exact !== 0 ? roundTo(exact, places, toEven) : exact;
    };
  };
}

export const ARITHMETIC: Operators = {
  $abs: ofNumber(Math.abs),
  $add: add,
  $ceil: ofNumber(Math.ceil),
  $divide: divide,
  $exp: ofNumber(Math.exp),
  $floor: ofNumber(Math.floor),
  $ln: positive(Math.log),
  $log: log,
  $log10: positive(Math.log10),
  $mod: mod,
  $multiply: multiply,
  $pow: pow,
  $round: toPlaces(true),
  $sqrt: ofNumber((value) => {
    if (value < 0) throw refuse("$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(value);
  }),
  $subtract: subtract,
  $trunc: toPlaces(false),
};
