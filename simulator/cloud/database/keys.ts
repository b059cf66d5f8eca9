import { type Fields, getField, type Value } from './semantics/document';

/** How one field of an index is sorted. */
export type Direction = 1 | -1;

/** Each type's first byte, in BSON's order of types; 0 ends an array or an embedded document, 255 stays free. */
const tag = {
  missing: 1,
  null: 2,
  number: 3,
  text: 4,
  fields: 5,
  array: 6,
  binary: 7,
  boolean: 8,
  date: 9,
  regexp: 10,
} as const;
const end = 0;

/** A growing run of bytes, used again for every key: only the finished key is copied out. */
class Bytes {
  private buffer = Buffer.allocUnsafe(1024);
  length = 0;

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length] = value;
    this.length += 1;
  }

  /** Text in UTF-8, whose bytes sort as its code points do; ends in 0 1, and a 0 within becomes 0 255. */
  text(value: string): void {
    this.reserve(value.length * 3 + 2);
    if (value.includes('\0')) {
      for (const [at, part] of value.split('\0').entries()) {
        if (at > 0) this.escapedZero();
        this.reserve(part.length * 3 + 4);
        this.length += this.buffer.write(part, this.length, 'utf8');
      }
    } else {
      this.length += this.buffer.write(value, this.length, 'utf8');
    }
    this.byte(0);
    this.byte(1);
  }

  /** A double whose bytes sort as numbers do; NaN comes first, the two zeros are one. */
  number(value: number): void {
    this.reserve(8);
    const { buffer, length: at } = this;
    if (Number.isNaN(value)) {
      buffer.fill(0, at, at + 8);
    } else {
      buffer.writeDoubleBE(value === 0 ? 0 : value, at);
      if (buffer[at]! & 0x80) this.invert(at, at + 8);
      else buffer[at]! |= 0x80;
    }
    this.length += 8;
  }

  bytes(value: Uint8Array): void {
    this.reserve(value.length + 4);
    this.length = this.buffer.writeUInt32BE(value.length, this.length);
    this.buffer.set(value, this.length);
    this.length += value.length;
  }

  invert(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.buffer[at] = ~this.buffer[at]! & 0xff;
  }

  copy(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.length));
  }

  private escapedZero(): void {
    this.byte(0);
    this.byte(255);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe((this.length + more) * 2);
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}

function tagOf(value: Value | undefined): number {
  if (value === undefined) return tag.missing;
  if (value === null) return tag.null;
  if (typeof value === 'number') return tag.number;
  if (typeof value === 'string') return tag.text;
  if (typeof value === 'boolean') return tag.boolean;
  if (Array.isArray(value)) return tag.array;
  if (value instanceof Date) return tag.date;
  if (value instanceof RegExp) return tag.regexp;
  return value instanceof Uint8Array ? tag.binary : tag.fields;
}

function writeFields(into: Bytes, fields: Fields): void {
  for (const name of Object.keys(fields)) {
    const value = getField(fields, name);
    into.byte(tagOf(value));
    into.text(name);
    writeContent(into, value);
  }
  into.byte(end);
}

function writeContent(into: Bytes, value: Value | undefined): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'number') into.number(value);
  else if (typeof value === 'string') into.text(value);
  else if (typeof value === 'boolean') into.byte(value ? 1 : 0);
  else if (Array.isArray(value)) {
    for (const element of value) writeValue(into, element);
    into.byte(end);
  } else if (value instanceof Date) into.number(value.getTime());
  else if (value instanceof RegExp) {
    into.text(value.source);
    into.text(value.flags);
  } else if (value instanceof Uint8Array) into.bytes(value);
  else writeFields(into, value);
}

function writeValue(into: Bytes, value: Value | undefined): void {
  into.byte(tagOf(value));
  writeContent(into, value);
}

const scratch = new Bytes();

/**
 * The bytes of one or more values; comparing bytes compares the values as `compareValues` does, and a descending value's bytes
 * are inverted. No key of a shorter list is cut short by another value: each value ends by itself. `undefined` stands for the
 * element of an empty array; a missing field is `null` (MongoDB's index keys).
 */
export function encodeKey(values: readonly (Value | undefined)[], directions?: readonly Direction[]): Buffer {
  scratch.length = 0;
  for (const [at, value] of values.entries()) {
    const start = scratch.length;
    writeValue(scratch, value);
    if (directions?.[at] === -1) scratch.invert(start, scratch.length);
  }
  return scratch.copy();
}

/** The smallest key greater than every key that begins with `prefix`; undefined when there is none. */
export function keyAfter(prefix: Uint8Array): Buffer | undefined {
  for (let at = prefix.length - 1; at >= 0; at -= 1) {
    if (prefix[at] === 0xff) continue;
    const next = Buffer.from(prefix.subarray(0, at + 1));
    next[at] = prefix[at]! + 1;
    return next;
  }
  return undefined;
}

/** The byte with which every value of `value`'s type begins. */
export function typeByte(value: Value): Buffer {
  return Buffer.from([tagOf(value)]);
}

export function inverted(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = 0; at < copy.length; at += 1) copy[at] = ~copy[at]! & 0xff;
  return copy;
}

/** A key as text, for maps and sets. */
export function keyText(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
}
