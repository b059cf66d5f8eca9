/** Ascending, descending, or a point on earth: the words WeChat Cloud's console uses. */
export type IndexDirection = '1' | '-1' | '2dsphere';

export interface IndexDeclaration {
  readonly name: string;
  readonly keys: readonly { readonly field: string; readonly direction: IndexDirection }[];
  readonly unique?: true;
}

/** Security rules of one collection, for phones only: functions are not bound by them. Deny by default. */
export interface RulesDeclaration {
  readonly read: boolean | string;
  readonly write: boolean | string;
}

/** One collection as its module's store declares it; the build gathers all of them in dist/database.json. */
export interface CollectionDeclaration {
  readonly name: string;
  readonly indexes: readonly IndexDeclaration[];
  readonly rules: RulesDeclaration;
}

/** Every document carries its id and how often it was written; a commit compares the latter with what the use case had read. */
export interface Stored {
  readonly _id: string;
  readonly version: number;
}

/** A collection whose documents are `T`. */
export interface Collection<T extends Stored> extends CollectionDeclaration {
  /** A type only; nothing is ever there. */
  readonly document?: T;
}

/** A collection nobody but our functions can read or write. */
export function closedCollection<T extends Stored>(
  name: string,
  indexes: readonly IndexDeclaration[] = [],
): Collection<T> {
  return { name, indexes, rules: { read: false, write: false } };
}

/** An index over ascending fields. */
export function ascending(...fields: readonly string[]): IndexDeclaration {
  return {
    name: fields.join('_').replaceAll('.', '_'),
    keys: fields.map((field) => ({ field, direction: '1' })),
  };
}
