import { isNullish, render, typeName, type Value } from '../document';
import { isTruthy } from '../predicates';
import { refuse } from '../refusal';
import { parseDate } from './date-text';
import { namedValues, type Operator, type Operators, parameters, unary } from './operator';

function unsupported(value: Value, to: string): Error {
  return refuse(`Unsupported conversion from ${typeName(value)} to ${to} in $convert with no onError value`);
}

function toNumber(value: Value, to: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date && to !== 'int') return value.getTime();
  if (typeof value !== 'string') throw unsupported(value, to);
  const number = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value) ? Number(value) : Number.NaN;
  const whole = to === 'double' || /^[+-]?\d+$/.test(value);
  if (Number.isNaN(number) || !whole) {
    throw refuse(
      `Failed to parse number '${value}' in $convert with no onError value: Did not consume whole string.`,
    );
  }
  return number;
}

function toWhole(value: Value, to: 'int' | 'long'): number {
  const number = Math.trunc(toNumber(value, to));
  const limit = to === 'int' ? 2 ** 31 : 2 ** 63;
  if (!(number >= -limit && number < limit)) {
    throw refuse(`Conversion would overflow target type in $convert with no onError value: ${render(value)}`);
  }
  return number;
}

function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw unsupported(value, 'string');
}

function toDate(value: Value): Date {
  if (value instanceof Date) return value;
  if (typeof value === 'number') return new Date(Math.trunc(value));
  if (typeof value === 'string') return parseDate(value);
  throw unsupported(value, 'date');
}

const CONVERSIONS: Readonly<Record<string, (value: Value) => Value>> = {
  string: toText,
  int: (value) => toWhole(value, 'int'),
  long: (value) => toWhole(value, 'long'),
  double: (value) => toNumber(value, 'double'),
  bool: isTruthy,
  date: toDate,
};

function converter(to: string): Operator {
  return unary((value) => (isNullish(value) ? null : CONVERSIONS[to]!(value)));
}

const convert: Operator = (argument, compile, name) => {
  const given = parameters(argument, name, ['input', 'to', 'onError', 'onNull'], ['input', 'to']);
  const evaluate = namedValues(given, compile);
  return (root, variables) => {
    const { input, to, onError, onNull } = evaluate(root, variables);
    if (isNullish(input)) return onNull ?? null;
    const conversion = typeof to === 'string' && Object.hasOwn(CONVERSIONS, to) ? CONVERSIONS[to] : undefined;
    if (!conversion) throw refuse(`Unknown type name: ${render(to)}`);
    try {
      return conversion(input);
    } catch (error) {
      if (!('onError' in given)) throw error;
      return onError;
    }
  };
};

export const TYPES: Operators = {
  $convert: convert,
  $isNumber: unary((value) => typeof value === 'number'),
  $toBool: converter('bool'),
  $toDate: converter('date'),
  $toDouble: converter('double'),
  $toInt: converter('int'),
  $toLong: converter('long'),
  $toString: converter('string'),
  $type: unary((value) => typeName(value)),
};
