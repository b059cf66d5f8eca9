import { isFields, typeName, type Value } from './document';
import { refuse } from './refusal';
import { encode } from './wire';

/** Bytes a document may have. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;
/** Levels of embedded documents and arrays. */
export const DEEPEST_DOCUMENT = 100;

function checkValue(value: unknown, path: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST_DOCUMENT) throw refuse('cannot nest documents deeper than 100 levels');
  if (Array.isArray(value)) {
    for (const [at, element] of value.entries()) checkValue(element, `${path}.${at}`, depth + 1);
    return;
  }
  if (!isFields(value)) return;
  for (const [name, field] of Object.entries(value)) {
    const place = path === '' ? name : `${path}.${name}`;
    if (name.startsWith('$')) {
      throw refuse(`The dollar ($) prefixed field '${name}' in '${place}' is not valid for storage.`);
    }
    checkValue(field, place, depth + 1);
  }
}

function checkId(id: unknown): void {
  if (typeof id === 'string' || typeof id === 'number') return;
  const type = typeName(id as Value | undefined);
  if (type === 'missing') throw refuse("can't store a document without _id");
  if (type === 'array' || type === 'regex') throw refuse(`The '_id' value cannot be of type ${type}`);
  throw refuse(`an _id of type ${type} is not emulated by the simulator's database: use text or a number`);
}

/** UTF-8 bytes of the text, counted only when it may be too long. */
function isTooLarge(document: unknown): boolean {
  const text = encode(document);
  return text.length * 3 > LARGEST_DOCUMENT && Buffer.byteLength(text) > LARGEST_DOCUMENT;
}

/**
 * Refuses what MongoDB would not store: field names that start with `$`, more than 100 levels, more than 16 MB (measured on
 * the encoded text, which is close to BSON's size [guess]), an `_id` that is neither text nor number. A dot in a field's
 * name is accepted [measured: vendor's suite].
 */
export function checkStorable(document: unknown): void {
  if (!isFields(document))
    throw refuse(`a document must be an object, not ${typeName(document as Value | undefined)}`);
  checkId(document._id);
  checkValue(document, '', 1);
  if (isTooLarge(document))
    throw refuse('BSONObjectTooLarge: object to insert too large. Maximum size 16777216 bytes');
}
