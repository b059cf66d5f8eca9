import type { Collection, Index } from './collections';
import { type IndexEntry, indexEntries } from './indexEntries';
import { keyText } from './keys';
import type { Document, Fields, Value } from './semantics/document';
import { compileFieldPath } from './semantics/expression/compile';
import { checkGeoIndexable } from './semantics/geo/geometry';

export type DocumentId = Document['_id'];

/** A key that may stand only once in its index. */
export interface UniqueKey {
  readonly index: Index;
  readonly entry: IndexEntry;
  /** Names the key among all locks. */
  readonly lock: string;
}

export function uniqueKeys(collection: Collection, document: Document): UniqueKey[] {
  return collection.indexes
    .filter(({ isUnique, keyFields }) => isUnique && keyFields.length > 0)
    .flatMap((index) =>
      indexEntries(document, index.keyFields).entries.map((entry) => ({
        index,
        entry,
        lock: `key:${index.id}:${keyText(entry.key)}`,
      })),
    );
}

/** Refuses what an index cannot hold: arrays side by side, and anything but a place in a geo field. */
export function checkIndexable(collection: Collection, document: Document): void {
  for (const { geoFields, keyFields } of collection.indexes) {
    for (const field of geoFields) checkGeoIndexable(compileFieldPath(field)(document));
    if (keyFields.length > 1) indexEntries(document, keyFields);
  }
}

/** The key as MongoDB's message shows it: `{ userCode: null }`. */
export function shownKey({ index, entry }: Pick<UniqueKey, 'index' | 'entry'>): Fields {
  const values = entry.values.map((value): Value => value ?? null);
  return Object.fromEntries(index.keyFields.map(({ path }, at) => [path, values[at] ?? null]));
}

/** A document's name among locks and versions; the number 1 and the text "1" are two. */
export function idText(id: Value): string {
  return `${typeof id}:${String(id)}`;
}
