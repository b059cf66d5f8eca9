import { type Fields, isFields, setField, type Value } from './document';
import { notEmulated, refuse } from './refusal';
import { toRegExp } from './regex';

/** When the request came in; read once, so two server dates of one request differ by exactly their offsets. */
export interface RequestTime {
  readonly serverTime: Date;
}

const NEVER_STORED = ['$minKey', '$maxKey', '$timestamp', '$code', '$dbPointer', '$symbol', '$undefined'];

function decodeDate(value: unknown): Date {
  const text = isFields(value) ? value.$numberLong : value;
  const date = new Date(isFields(value) ? Number(text) : (text as string | number));
  if (Number.isNaN(date.getTime())) throw refuse(`Failed to parse $date: ${JSON.stringify(value)}`);
  return date;
}

function decodeNumber(key: string, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (Number.isNaN(number) && value !== 'NaN')
    throw refuse(`Failed to parse ${key}: ${JSON.stringify(value)}`);
  return number;
}

/** `{offset}` in milliseconds, of 64 bits: canonical (`$numberInt`, `$numberLong`, `$numberDouble`) or plain. */
function decodeServerDate(value: unknown, at: RequestTime): Date {
  const offset = isFields(value) ? Number(decodeNode(value.offset ?? 0, at)) : 0;
  return new Date(at.serverTime.getTime() + offset);
}

function decodeBinary(value: unknown): Uint8Array {
  const text = isFields(value) ? value.base64 : value;
  if (typeof text !== 'string') throw refuse('Failed to parse $binary');
  return new Uint8Array(Buffer.from(text, 'base64'));
}

function decodeRegExp(value: unknown): RegExp {
  if (!isFields(value)) throw refuse('Failed to parse $regularExpression');
  const { pattern, options } = value;
  if (typeof pattern !== 'string') throw refuse('Failed to parse $regularExpression');
  return toRegExp(pattern, typeof options === 'string' ? options : '');
}

type Decoder = (value: unknown, key: string, at: RequestTime) => Value;
const DECODERS: Readonly<Record<string, Decoder>> = {
  $numberInt: (value, key) => decodeNumber(key, value),
  $numberLong: (value, key) => decodeNumber(key, value),
  $numberDouble: (value, key) => decodeNumber(key, value),
  $numberDecimal: (value, key) => decodeNumber(key, value),
  $date: (value) => decodeDate(value),
  $tcb_server_date: (value, _key, at) => decodeServerDate(value, at),
  $oid: (value) => String(value),
  $uuid: (value) => String(value),
  $binary: (value) => decodeBinary(value),
  $regularExpression: (value) => decodeRegExp(value),
};

/** Rewrites parsed JSON in place; a special form is an object whose only field names it. */
function decodeNode(node: unknown, at: RequestTime): Value {
  if (typeof node !== 'object' || node === null) return node as Value;
  if (Array.isArray(node)) {
    for (let index = 0; index < node.length; index += 1) node[index] = decodeNode(node[index], at);
    return node;
  }
  const fields = node as Fields;
  for (const key in fields) {
    if (key.charCodeAt(0) === 36) {
      const decoder = Object.hasOwn(DECODERS, key) ? DECODERS[key] : undefined;
      if (decoder) return decoder(fields[key], key, at);
      if (NEVER_STORED.includes(key)) throw notEmulated(key);
    }
    const value = fields[key];
    if (typeof value !== 'object' || value === null) continue;
    const decoded = decodeNode(value, at);
    if (decoded !== value) setField(fields, key, decoded);
  }
  return fields;
}

/**
 * Canonical or relaxed EJSON to values: dates, server dates, regular expressions, ObjectIds (as text), binary.
 * Whole numbers of 64 bits are exact as far as a double can hold them. An empty text, which the SDK sends for "no query",
 * is `undefined`.
 */
export function decode(text: string, at: RequestTime): unknown {
  if (text === '') return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw refuse(`invalid EJSON: ${text.slice(0, 80)}`);
  }
  return text.includes('"$') ? decodeNode(parsed, at) : parsed;
}

function dateForm(date: Date): Fields {
  const time = date.getTime();
  const inRange = time >= 0 && time < 253_402_300_800_000;
  return { $date: inRange ? date.toISOString().replace('.000Z', 'Z') : { $numberLong: String(time) } };
}

function numberForm(value: number): Value {
  if (Object.is(value, -0)) return { $numberDouble: '-0.0' };
  return Number.isFinite(value) ? value : { $numberDouble: String(value) };
}

/** The value with everything that JSON cannot say put in its EJSON form; the very same value when nothing was. */
function toForm(value: Value): Value {
  if (typeof value === 'number') return numberForm(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return listForm(value);
  if (value instanceof Date) return dateForm(value);
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags.replace('u', '') } };
  }
  if (value instanceof Uint8Array) {
    return { $binary: { base64: Buffer.from(value).toString('base64'), subType: '00' } };
  }
  return fieldsForm(value);
}

function listForm(list: Value[]): Value[] {
  let copy: Value[] | undefined;
  for (let at = 0; at < list.length; at += 1) {
    const form = toForm(list[at]!);
    if (form === list[at]) continue;
    copy ??= [...list];
    copy[at] = form;
  }
  return copy ?? list;
}

function fieldsForm(fields: Fields): Fields {
  let copy: Fields | undefined;
  for (const name in fields) {
    const value = fields[name];
    if (value === undefined) continue;
    const form = toForm(value);
    if (form === value) continue;
    copy ??= { ...fields };
    setField(copy, name, form);
  }
  return copy ?? fields;
}

/** Values to relaxed EJSON, the form in which WeChat Cloud answers documents. */
export function encode(document: unknown): string {
  return JSON.stringify(toForm((document === undefined ? null : document) as Value));
}
