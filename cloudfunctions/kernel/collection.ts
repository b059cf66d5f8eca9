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
