import type { Fields, Value } from '../document';

/**
 * Examples of MongoDB's manual as tables: what goes in, what comes out, and the page that says so (below `reference/` or
 * `tutorial/`). Decimals stand as doubles and ObjectIds as numbers. Where a page shows a filter or a stage without documents or
 * without its result (and, or, nor, not, sort, facet, jsonSchema, `$set` and `$unset` stages), ours are of the page's kind.
 */
export interface QueryExample {
  readonly page: string;
  readonly documents: readonly Fields[];
  readonly filter: Value;
  readonly projection?: Value;
  readonly sort?: Record<string, 1 | -1>;
  /** The `_id`s found, in order, or with a projection the whole results. */
  readonly found: readonly Value[];
}

/** Several filters over the same documents. */
export function table(
  page: string,
  documents: readonly Fields[],
  rows: readonly (readonly [filter: Value, found: readonly Value[]])[],
): QueryExample[] {
  return rows.map(([filter, found]) => ({ page, documents, filter, found }));
}

export interface UpdateExample {
  readonly page: string;
  readonly document: Fields;
  readonly update: Value;
  readonly filter?: Value;
  readonly arrayFilters?: Value;
  readonly result: Fields;
}

/** Several updates, each of a document of its own. */
export function updates(
  page: string,
  rows: readonly (readonly [document: Fields, update: Value, result: Fields])[],
): UpdateExample[] {
  return rows.map(([document, update, result]) => ({ page, document, update, result }));
}

export interface PipelineExample {
  readonly page: string;
  readonly documents: readonly Fields[];
  readonly others?: Readonly<Record<string, readonly Fields[]>>;
  readonly geoIndexFields?: readonly string[];
  readonly stages: readonly Fields[];
  readonly results: readonly Fields[];
  /** The manual promises no order. */
  readonly anyOrder?: true;
}

/** Several pipelines over the same documents. */
export function pipelines(
  page: string,
  documents: readonly Fields[],
  rows: readonly (readonly [stages: readonly Fields[], results: readonly Fields[]])[],
): PipelineExample[] {
  return rows.map(([stages, results]) => ({
    page: `operator/aggregation/${page}`,
    documents,
    stages,
    results,
  }));
}

/** The operator's page, an expression, its result (`undefined`: missing), and a document when it reads one. */
export type ExpressionExample = readonly [
  operator: string,
  expression: Value,
  result: Value | undefined,
  document?: Fields,
];

/** An expression that the manual says is an error. */
export type ExpressionError = readonly [operator: string, expression: Value];

export function date(text: string): Date {
  return new Date(text);
}

const THEN = 'then';

/** `$cond` with its three named parts. */
export function cond(condition: Value, yes: Value, no: Value): Fields {
  return { $cond: { if: condition, [THEN]: yes, else: no } };
}

/** A branch of `$switch`. */
export function branch(condition: Value, result: Value): Fields {
  return { case: condition, [THEN]: result };
}
