import { isFields, render, type TypeName, typeName, type Value } from './document';
import { compareValues, equalValues, sameKind } from './order';
import type { ValueTest } from './path';
import { refuse } from './refusal';
import { toRegExp } from './regex';

function isNaNValue(value: Value | undefined): boolean {
  return typeof value === 'number' && Number.isNaN(value);
}

/** Equal as a query sees it: null also finds fields that are not there. */
export function equalTo(wanted: Value): ValueTest {
  if (wanted === null) return (value) => value === null || value === undefined;
  if (typeof wanted === 'number' && Number.isNaN(wanted)) return isNaNValue;
  if (typeof wanted !== 'object') return (value) => value === wanted;
  if (wanted instanceof Date) {
    const time = wanted.getTime();
    return (value) => value instanceof Date && value.getTime() === time;
  }
  return (value) => sameKind(value, wanted) && compareValues(value, wanted) === 0;
}

export type RangeOperator = '$gt' | '$gte' | '$lt' | '$lte';
const IN_RANGE: Readonly<Record<RangeOperator, (difference: number) => boolean>> = {
  $gt: (difference) => difference > 0,
  $gte: (difference) => difference >= 0,
  $lt: (difference) => difference < 0,
  $lte: (difference) => difference <= 0,
};

function numberRange(operator: RangeOperator, bound: number): ValueTest {
  if (operator === '$gt') return (value) => typeof value === 'number' && value > bound;
  if (operator === '$gte') return (value) => typeof value === 'number' && value >= bound;
  if (operator === '$lt') return (value) => typeof value === 'number' && value < bound;
  return (value) => typeof value === 'number' && value <= bound;
}

/** Only values of the bound's own kind can lie in a range. */
export function inRange(operator: RangeOperator, bound: Value): ValueTest {
  const orEqual = operator === '$gte' || operator === '$lte';
  if (bound === null) return orEqual ? (value) => value === null || value === undefined : () => false;
  if (isNaNValue(bound)) return orEqual ? isNaNValue : () => false;
  if (typeof bound === 'number') return numberRange(operator, bound);
  const holds = IN_RANGE[operator];
  return (value) => sameKind(value, bound) && holds(compareValues(value, bound));
}

/** A regular expression finds text, and stored regular expressions equal to itself. */
export function matchesRegExp(pattern: RegExp): ValueTest {
  return (value) => (typeof value === 'string' ? pattern.test(value) : equalValues(value, pattern));
}

function isOperatorObject(value: Value): boolean {
  return isFields(value) && Object.keys(value)[0]?.startsWith('$') === true;
}

/** `$in`: any of the values, or a text that one of the regular expressions finds. */
export function oneOf(operand: unknown, operator: string): ValueTest {
  if (!Array.isArray(operand)) throw refuse(`${operator} needs an array`);
  const values = operand as Value[];
  if (values.some(isOperatorObject)) throw refuse(`cannot nest $ under ${operator}`);
  const plain = new Set<Value | undefined>(
    values.filter((value) => value === null || typeof value !== 'object'),
  );
  if (plain.has(null)) plain.add(undefined);
  const tests = values
    .filter((value) => value !== null && typeof value === 'object')
    .map((value) => (value instanceof RegExp ? matchesRegExp(value) : equalTo(value)));
  if (tests.length === 0) return (value) => plain.has(value);
  return (value) => plain.has(value) || tests.some((test) => test(value));
}

/** `$regex` as text or pattern, with `$options`. */
export function regexOperand(operand: unknown, options: unknown): RegExp {
  if (options !== undefined && typeof options !== 'string') throw refuse('$options has to be a string');
  if (operand instanceof RegExp) {
    if (options === undefined) return operand;
    if (operand.flags.replace('u', '') !== '') throw refuse('options set in both $regex and $options');
    return toRegExp(operand.source, options);
  }
  if (typeof operand !== 'string') throw refuse('$regex has to be a string');
  return toRegExp(operand, options ?? '');
}

function readWhole(value: unknown, message: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw refuse(message);
  return Math.trunc(value);
}

/** `$mod: [divisor, remainder]`; the value is cut to a whole number first. */
export function modulo(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw refuse('malformed mod, needs to be an array');
  if (operand.length < 2) throw refuse('malformed mod, not enough elements');
  if (operand.length > 2) throw refuse('malformed mod, too many elements');
  const divisor = readWhole(operand[0], 'malformed mod, divisor not a number');
  const remainder = readWhole(operand[1], 'malformed mod, remainder not a number');
  if (divisor === 0) throw refuse('divisor cannot be 0');
  return (value) =>
    typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % divisor === remainder;
}

const TYPE_CODES: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
};
const NUMBER_TYPES: readonly TypeName[] = ['int', 'long', 'double'];
const TYPE_NAMES = new Set([...Object.values(TYPE_CODES), 'number', 'minKey']);

/** One type, by name or number; `number` stands for all kinds of numbers. */
export function readTypes(type: unknown): string[] {
  if (typeof type === 'number') {
    const name = type === -1 ? 'minKey' : TYPE_CODES[type];
    if (!name) throw refuse(`Invalid numerical type code: ${type}`);
    return [name];
  }
  if (typeof type !== 'string') throw refuse('type must be represented as a number or a string');
  if (!TYPE_NAMES.has(type)) throw refuse(`Unknown type name alias: ${type}`);
  return type === 'number' ? [...NUMBER_TYPES, 'decimal'] : [type];
}

/** `$type` with one type or several. */
export function ofType(operand: unknown): ValueTest {
  const list: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (list.length === 0) throw refuse('$type must match at least one type');
  const names = new Set<string>(list.flatMap(readTypes));
  return (value) => value !== undefined && names.has(typeName(value));
}

/** `$size`: arrays of exactly this length. */
export function ofSize(operand: unknown): ValueTest {
  if (typeof operand !== 'number' || !Number.isInteger(operand)) {
    throw refuse(`Failed to parse $size. Expected an integer: $size: ${render(operand as Value)}`);
  }
  if (operand < 0)
    throw refuse(`Failed to parse $size. Expected a non-negative number in: $size: ${operand}`);
  return (value) => Array.isArray(value) && value.length === operand;
}

/** What counts as true for `$exists` and in expressions: everything but false, null, 0 and nothing. */
export function isTruthy(value: Value | undefined): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0;
}

function bitMask(operand: unknown): bigint {
  if (typeof operand === 'number' && Number.isInteger(operand) && operand >= 0) return BigInt(operand);
  if (Array.isArray(operand) && operand.every((bit) => Number.isInteger(bit) && bit >= 0)) {
    return (operand as number[]).reduce((mask, bit) => mask | (1n << BigInt(bit)), 0n);
  }
  throw refuse('bit positions must be a non-negative number or an array of such');
}

const BITS_HOLD: Readonly<Record<string, (found: bigint, mask: bigint) => boolean>> = {
  $bitsAllSet: (found, mask) => found === mask,
  $bitsAllClear: (found) => found === 0n,
  $bitsAnySet: (found) => found !== 0n,
  $bitsAnyClear: (found, mask) => found !== mask,
};
export const BIT_OPERATORS = Object.keys(BITS_HOLD);

/** `$bitsAllSet` and its kin, on whole numbers of 64 bits. */
export function bits(operator: string, operand: unknown): ValueTest {
  const mask = bitMask(operand);
  const holds = BITS_HOLD[operator]!;
  return (value) =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    Math.abs(value) < 2 ** 63 &&
    holds(BigInt.asUintN(64, BigInt(value)) & mask, mask);
}
