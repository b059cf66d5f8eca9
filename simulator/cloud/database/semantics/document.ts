/**
 * What the emulated database stores. ObjectIds are kept as text of 24 hex digits, since WeChat Cloud answers and matches
 * them as text [measured: the vendor's own suite]. Numbers are doubles: int32, int64 and double are told apart by value only.
 */
export type Scalar = null | boolean | number | string | Date | RegExp | Uint8Array;
export type Value = Scalar | Value[] | { [field: string]: Value };
export type Fields = { [field: string]: Value };
export type Document = { _id: string | number; [field: string]: Value };

/** A value's name in MongoDB's messages and in `$type`; `missing` for no value at all. */
export type TypeName =
  | 'missing'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'bool'
  | 'date'
  | 'regex';

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;

/** True for an embedded document (not an array, date, regular expression or binary). */
export function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function isNullish(value: Value | undefined): value is null | undefined {
  return value === null || value === undefined;
}

function numberTypeName(value: number): TypeName {
  if (!Number.isInteger(value) || Object.is(value, -0)) return 'double';
  if (value >= -INT32 && value < INT32) return 'int';
  return value >= -INT64 && value < INT64 ? 'long' : 'double';
}

export function typeName(value: Value | undefined): TypeName {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'number') return numberTypeName(value);
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  return value instanceof Uint8Array ? 'binData' : 'object';
}

/** The field's own value; never something inherited from Object, whatever the field is called. */
export function getField(fields: Fields, name: string): Value | undefined {
  const value = fields[name];
  if (typeof value === 'function' || name === '__proto__') {
    return Object.hasOwn(fields, name) ? fields[name] : undefined;
  }
  return value;
}

/** Sets an own field, also one called `__proto__`. */
export function setField(fields: Fields, name: string, value: Value): void {
  if (name === '__proto__') {
    Object.defineProperty(fields, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    fields[name] = value;
  }
}

function renderFields(fields: Fields): string {
  const names = Object.keys(fields);
  if (names.length === 0) return '{}';
  return `{ ${names.map((name) => `${name}: ${render(getField(fields, name))}`).join(', ')} }`;
}

/** A value as MongoDB prints it inside its messages: `[ 1, { b: "x" } ]`. */
export function render(value: Value | undefined): string {
  if (value === undefined) return 'MISSING';
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(render).join(', ')} ]`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof RegExp) return `/${value.source}/${value.flags}`;
  if (value instanceof Uint8Array) return `BinData(0, ${Buffer.from(value).toString('hex').toUpperCase()})`;
  return renderFields(value);
}
