import type { Collection } from './collections';
import type { Stage } from './parameters';
import { geoIndexFields, type Query } from './query';
import { aggregate } from './semantics/aggregate';
import { type Document, isFields, type Value } from './semantics/document';

export interface AggregationParts {
  collection(name: string): Collection | undefined;
  random(): number;
  readonly serverTime: Date;
}

/** Runs a pipeline. What stands at its head is read with an index; the stages themselves are carried out in full. */
export function aggregateDocuments(
  query: Query,
  collection: Collection,
  stages: readonly Stage[],
  { collection: find, random, serverTime }: AggregationParts,
): Value[] {
  return aggregate(source(query, collection, stages), [...stages], {
    lookup: {
      documents: (name) => {
        const other = find(name);
        return other ? query.candidates(other, {}) : [];
      },
    },
    geoIndexFields: geoIndexFields(collection),
    random,
    serverTime,
  });
}

/** `$match`, `$sort` and `$limit` at the head, in that order: only the documents that can pass them. */
function source(query: Query, collection: Collection, stages: readonly Stage[]): Iterable<Document> {
  const [first, ...others] = stages;
  const filter = first?.stageKey === '$match' ? first.stage : {};
  const [sort, limit] = first?.stageKey === '$match' ? others : stages;
  if (
    sort?.stageKey === '$sort' &&
    limit?.stageKey === '$limit' &&
    isSort(sort.stage) &&
    isLimit(limit.stage)
  ) {
    const rows = query.select(collection, { filter, sort: sort.stage, limit: limit.stage });
    return rows.map(({ document }) => document);
  }
  return query.candidates(collection, filter);
}

function isSort(value: unknown): value is Record<string, 1 | -1> {
  return isFields(value) && Object.values(value).every((direction) => direction === 1 || direction === -1);
}

function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
