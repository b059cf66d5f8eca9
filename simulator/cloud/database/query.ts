import type { Collection } from './collections';
import { noGeoIndex } from './errors';
import { choosePlan, type Plan, type Sort } from './planner';
import type { Row } from './rows';
import type { Scanner } from './scan';
import type { Document, Fields } from './semantics/document';
import { compileFieldPath } from './semantics/expression/compile';
import { distanceFrom, type NearClause } from './semantics/geo/near';
import { compileFilter, nearClause } from './semantics/match';
import { sortDocuments } from './semantics/order';
import type { View } from './sessions';

/** What a query asks for; without `limit` everything. */
export interface Selection {
  readonly filter: unknown;
  readonly sort?: Sort;
  readonly skip?: number;
  readonly limit?: number;
}

/** Reads documents through a view, with the best index there is. */
export class Query {
  constructor(
    private readonly scanner: Scanner,
    private readonly view: View,
  ) {}

  /** The documents in their order: the asked one, else by distance for a near clause, else the order of insertion. */
  select(collection: Collection, selection: Selection): Row[] {
    const { filter, skip = 0, limit = Number.POSITIVE_INFINITY } = selection;
    const sort = isOrder(selection.sort) ? selection.sort : undefined;
    const matches = compileFilter(filter);
    const near = nearClause(filter);
    if (near) requireGeoIndex(collection, near.field);
    const isCommitted = this.view.isCommitted(collection);
    const plan = this.plan(collection, filter, isCommitted ? sort : undefined);
    const isInOrder = !near && (!sort || (isCommitted && plan.order === 'index'));
    if (!isInOrder) {
      const all = this.filtered(collection, plan, matches, 0, Number.POSITIVE_INFINITY);
      const sorted = sort ? sortRows(all, sort) : sortByDistance(all, near);
      return sorted.slice(skip, skip + limit);
    }
    const isWindow = isCommitted && plan.isExact && (!plan.ranges || isOneInOrder(plan));
    if (isWindow) return this.scanner.window(collection, plan, { skip, limit });
    return this.filtered(collection, plan, matches, skip, limit);
  }

  /** How many documents match. */
  count(collection: Collection, filter: unknown): number {
    const matches = compileFilter(filter);
    const near = nearClause(filter);
    if (near) requireGeoIndex(collection, near.field);
    const plan = this.plan(collection, filter, undefined);
    if (plan.isExact && this.view.isCommitted(collection)) {
      const { ranges } = plan;
      if (ranges) return this.scanner.countKeys(collection, plan.index, ranges);
      return this.scanner.countAll(collection);
    }
    let total = 0;
    for (const row of this.view.rows(collection, plan)) if (matches(row.document)) total += 1;
    return total;
  }

  /** Every document that may match, in the order of insertion; the caller filters. */
  *candidates(collection: Collection, filter: unknown): Generator<Document> {
    const plan = this.plan(collection, filter, undefined);
    for (const row of this.view.rows(collection, plan)) yield row.document;
  }

  private plan(collection: Collection, filter: unknown, sort: Sort | undefined): Plan {
    return choosePlan(collection, filter, sort, (index, ranges, most) =>
      this.scanner.countKeys(collection, index, ranges, most),
    );
  }

  private filtered(
    collection: Collection,
    plan: Plan,
    matches: (document: Document) => boolean,
    skip: number,
    limit: number,
  ): Row[] {
    const found: Row[] = [];
    const needsLook = !plan.isExact || !this.view.isCommitted(collection);
    let left = skip;
    if (limit <= 0) return found;
    for (const row of this.view.rows(collection, plan)) {
      if (needsLook && !matches(row.document)) continue;
      if (left > 0) {
        left -= 1;
        continue;
      }
      found.push(row);
      if (found.length >= limit) break;
    }
    return found;
  }
}

function isOrder(sort: Sort | undefined): sort is Sort {
  return sort !== undefined && Object.keys(sort).length > 0;
}

/** Ranges of one index lie in order only when there is one. */
function isOneInOrder({ ranges, order }: Plan): boolean {
  return ranges?.length === 1 && order === 'index';
}

/** MongoDB sorts by distance only along a geo index. */
export function requireGeoIndex(collection: Collection, field: string): void {
  if (!collection.indexes.some(({ geoFields }) => geoFields.includes(field))) throw noGeoIndex();
}

export function geoIndexFields(collection: Collection): string[] {
  return collection.indexes.flatMap(({ geoFields }) => geoFields);
}

function sortRows(rows: readonly Row[], sort: Sort): Row[] {
  const byDocument = new Map<Fields, Row>(rows.map((row) => [row.document, row]));
  return sortDocuments([...byDocument.keys()], sort).map((document) => byDocument.get(document)!);
}

function sortByDistance(rows: Row[], near: NearClause | undefined): Row[] {
  if (!near) return rows;
  const distance = distanceFrom(near.center);
  const value = compileFieldPath(near.field);
  return rows
    .map((row) => ({ row, metres: distance(value(row.document)) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.metres - b.metres)
    .map(({ row }) => row);
}
