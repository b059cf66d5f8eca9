import { isNullish, typeName, type Value } from '../document';
import { refuse } from '../refusal';
import {
  binary,
  nullIfAny,
  type Operator,
  type Operators,
  unary,
  type Values,
  variadic,
  wholeNumber,
} from './operator';

/** A value where MongoDB takes any for text: nothing is empty, numbers and dates are written out. */
function asText(value: Value | undefined): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw refuse(`can't convert from BSON type ${typeName(value)} to String`);
}

/** Only ASCII letters change, as MongoDB's own case folding does. */
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const upper = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

const concat = variadic((values, name) => {
  if (nullIfAny(values) === null) return null;
  return values
    .map((value) => {
      if (typeof value !== 'string') throw refuse(`${name} only supports strings, not ${typeName(value)}`);
      return value;
    })
    .join('');
});

const split = binary((text, separator) => {
  if (isNullish(text) || isNullish(separator)) return null;
  const wants = (which: string, value: Value): string =>
    `$split requires an expression that evaluates to a string as a ${which} argument, found: ${typeName(value)}`;
  if (typeof text !== 'string') throw refuse(wants('first', text));
  if (typeof separator !== 'string') throw refuse(wants('second', separator));
  if (separator === '') throw refuse('$split requires a non-empty separator');
  return text.split(separator);
});

function length(measure: (text: string) => number): Operator {
  return unary((text, name) => {
    if (typeof text !== 'string')
      throw refuse(`${name} requires a string argument, found: ${typeName(text)}`);
    return measure(text);
  });
}

const compareIgnoringCase = binary((a, b) => {
  const left = upper(asText(a));
  const right = upper(asText(b));
  return left === right ? 0 : left < right ? -1 : 1;
});

function searchBounds(values: Values, name: string, size: number): [number, number] {
  const [, , start, end] = values;
  const read = (value: Value, which: string): number => {
    const at = wholeNumber(
      value,
      (type) => `${name} requires an integral ${which} index, found a value of type: ${type}`,
    );
    if (at < 0) throw refuse(`${name} requires a nonnegative ${which} index, found: ${at}`);
    return at;
  };
  return [
    start === undefined ? 0 : read(start, 'starting'),
    Math.min(end === undefined ? size : read(end, 'ending'), size),
  ];
}

/** Searches in units (bytes or code points) rather than in JavaScript's UTF-16. */
function indexOf(split: (text: string) => readonly (string | number)[]): Operator {
  return variadic(
    (values, name) => {
      const [text, wanted] = values;
      if (isNullish(text)) return null;
      if (typeof text !== 'string') {
        throw refuse(`${name} requires a string as the first argument, found: ${typeName(text)}`);
      }
      if (typeof wanted !== 'string') {
        throw refuse(`${name} requires a string as the second argument, found: ${typeName(wanted)}`);
      }
      const units = split(text);
      const token = split(wanted);
      const [from, to] = searchBounds(values, name, units.length);
      for (let at = from; at + token.length <= to; at += 1) {
        if (token.every((unit, offset) => units[at + offset] === unit)) return at;
      }
      return -1;
    },
    2,
    4,
  );
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** By bytes of UTF-8. A negative start gives an empty text, a negative length all the rest [doc: $substr]. */
const substrBytes = variadic(
  ([text, start, count], name) => {
    const bytes = Buffer.from(asText(text), 'utf8');
    const from = numberIn(start, `${name}:  starting index must be a numeric type (is BSON type`);
    const wanted = numberIn(count, `${name}:  length must be a numeric type (is BSON type`);
    if (from < 0) return '';
    const to = wanted < 0 ? bytes.length : Math.min(from + wanted, bytes.length);
    if (isContinuation(bytes[from])) {
      throw refuse(`${name}:  Invalid range, starting index is a UTF-8 continuation byte.`);
    }
    if (isContinuation(bytes[to])) {
      throw refuse(`${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`);
    }
    return bytes.subarray(from, to).toString('utf8');
  },
  3,
  3,
);

function numberIn(value: Value | undefined, message: string): number {
  if (typeof value !== 'number') throw refuse(`${message} ${typeName(value)})`);
  return Math.trunc(value);
}

const substrCP = variadic(
  ([text, start, count], name) => {
    const points = [...asText(text)];
    const from = numberIn(start, `${name}: starting index must be a numeric type (is BSON type`);
    const wanted = numberIn(count, `${name}: length must be a numeric type (is BSON type`);
    if (from < 0) throw refuse(`${name}: the starting index must be a non-negative integer.`);
    if (wanted < 0) throw refuse(`${name}: length must be a non-negative integer.`);
    return points.slice(from, from + wanted).join('');
  },
  3,
  3,
);

export const STRINGS: Operators = {
  $concat: concat,
  $indexOfBytes: indexOf((text) => [...Buffer.from(text, 'utf8')]),
  $indexOfCP: indexOf((text) => [...text]),
  $split: split,
  $strcasecmp: compareIgnoringCase,
  $strLenBytes: length((text) => Buffer.byteLength(text, 'utf8')),
  $strLenCP: length((text) => [...text].length),
  $substr: substrBytes,
  $substrBytes: substrBytes,
  $substrCP: substrCP,
  $toLower: unary((value) => lower(asText(value))),
  $toUpper: unary((value) => upper(asText(value))),
};
