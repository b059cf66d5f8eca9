import fc from 'fast-check';
import { choosePlan, type Sort } from './planner';
import type { Document, Value } from './semantics/document';
import { compileFilter } from './semantics/match';
import { compileSort } from './semantics/order';
import { TestDatabase } from './testDatabase';

type Fields = Record<string, Value>;

const indexes = [
  { name: 'a', keys: [{ field: 'a', direction: '1' }] },
  { name: 'b', keys: [{ field: 'b', direction: '-1' }] },
  {
    name: 'a_b',
    keys: [
      { field: 'a', direction: '1' },
      { field: 'b', direction: '-1' },
    ],
  },
  { name: 'cd', keys: [{ field: 'c.d', direction: '1' }] },
  {
    name: 'c_two',
    keys: [
      { field: 'c.d', direction: '-1' },
      { field: 'c.e', direction: '1' },
    ],
  },
];

/** Few values, so that filters often meet documents. */
const simple: fc.Arbitrary<Value> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Value>(0, 1, 2, 3) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Value>(...[null, 'a', 'b', '', true, false, new Date(0), new Date(5)]),
  },
  { weight: 1, arbitrary: fc.constantFrom<Value>(...[-1, 1.5, Number.NaN, 'ab', { x: 1 }]) },
);
const inner: fc.Arbitrary<Value> = fc.dictionary(fc.constantFrom('d', 'e'), simple, {
  maxKeys: 2,
  size: 'max',
});
/** Flat documents keep indexes single-valued, so that index order and exact plans are used; the others make them multikey. */
const flat: fc.Arbitrary<Fields> = fc.record(
  { a: simple, b: simple, c: inner, _id: fc.integer({ min: 0, max: 60 }) },
  { requiredKeys: ['_id', 'a', 'b'] },
);
const withArrays: fc.Arbitrary<Fields> = fc.record(
  {
    a: fc.oneof(simple, fc.array(simple, { maxLength: 3 })),
    b: simple,
    c: fc.oneof(inner, fc.array(fc.oneof(inner, simple), { maxLength: 3 })),
    _id: fc.integer({ min: 0, max: 60 }),
  },
  { requiredKeys: ['_id', 'a', 'b'] },
);

const path = fc.constantFrom('_id', 'a', 'a', 'b', 'b', 'c.d', 'c.d', 'c.e');
const comparison: fc.Arbitrary<Value> = fc.oneof(
  simple,
  fc.dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq'), simple, {
    minKeys: 1,
    maxKeys: 2,
    size: 'max',
  }),
  fc.array(simple, { minLength: 1, maxLength: 3 }).map((list): Value => ({ $in: list })),
  simple.map((value): Value => ({ $ne: value })),
  fc.boolean().map((there): Value => ({ $exists: there })),
);
const clause = fc.dictionary(path, comparison, { minKeys: 1, maxKeys: 3, size: 'max' });
const filter: fc.Arbitrary<Fields> = fc.oneof(
  clause,
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((list): Fields => ({ $and: list })),
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((list): Fields => ({ $or: list })),
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const sort: fc.Arbitrary<Sort | undefined> = fc.option(
  fc.dictionary(path, direction, { minKeys: 1, maxKeys: 2 }) as fc.Arbitrary<Sort>,
  { nil: undefined },
);
const query = fc.record({
  filter,
  sort,
  skip: fc.constantFrom(0, 0, 1, 3),
  limit: fc.constantFrom(undefined, 1, 2, 5),
});

function distinct(documents: readonly Fields[]): Document[] {
  return [...new Map(documents.map((document) => [document._id, document as Document])).values()];
}

interface AskedQuery {
  filter: Fields;
  sort: Sort | undefined;
  skip: number;
  limit: number | undefined;
}

/** What the query means, without any index: filter all, sort all, cut. */
function fullScan(documents: readonly Document[], { filter, sort, skip, limit }: AskedQuery): Document[] {
  const found = documents.filter(compileFilter(filter));
  if (sort) found.sort(compileSort(sort));
  return found.slice(skip, limit === undefined ? undefined : skip + limit);
}

function compareWithFullScan(
  database: TestDatabase,
  documents: readonly Document[],
  asked: AskedQuery,
): void {
  const { engine } = database.service;
  const answer = engine.find({ collection: 'things', ...asked }) as Document[];
  const expected = fullScan(documents, asked);
  if (!asked.sort) {
    expect(answer).toEqual(expected);
    return;
  }
  // Documents equal in the sort may come in any order: compare the places in the sort, and that each one matches.
  const order = compileSort(asked.sort);
  expect(answer.length).toBe(expected.length);
  for (const [at, document] of answer.entries()) expect(order(document, expected[at]!)).toBe(0);
  const matches = compileFilter(asked.filter);
  expect(answer.every(matches)).toBe(true);
  expect(new Set(answer.map(({ _id }) => _id)).size).toBe(answer.length);
}

describe('queries with indexes', () => {
  let database: TestDatabase;
  beforeEach(() => {
    database = new TestDatabase({ database: { collections: [{ name: 'things', indexes }] } });
  });
  afterEach(() => database.close());

  function count(filter: Fields): number {
    return database.service.engine.read({ collection: 'things' }, (things, query) =>
      query.count(things, filter),
    );
  }

  it.each([
    ['documents without arrays', flat],
    ['documents with arrays', withArrays],
  ])('give what a full scan gives, over %s', async (_name, document) => {
    const documentsAndQueries = fc.record({
      documents: fc.array(document, { minLength: 12, maxLength: 30, size: 'max' }).map(distinct),
      queries: fc.array(query, { minLength: 25, maxLength: 25 }),
    });
    await fc.assert(
      fc.asyncProperty(documentsAndQueries, async ({ documents, queries }) => {
        await database.call('removeDocument', { collectionName: 'things', query: '', multi: true });
        await database.add('things', documents);
        for (const asked of queries) {
          compareWithFullScan(database, documents, asked);
          expect(count(asked.filter)).toBe(documents.filter(compileFilter(asked.filter)).length);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('the plan', () => {
  let database: TestDatabase;
  beforeAll(() => {
    database = new TestDatabase({ database: { collections: [{ name: 'things', indexes }] } });
  });
  afterAll(() => database.close());

  function plan(filter: Fields, sort?: Sort, keys = 5) {
    const chosen = database.service.engine.read({ collection: 'things' }, (things) =>
      choosePlan(things, filter, sort, (index) => (index?.name === 'b' ? 10 : keys)),
    );
    const { index, ids, ranges, order, isReverse, isExact } = chosen;
    const by = index?.name ?? (ranges ? '_id' : 'all');
    return { by, ids, order, isReverse, isExact };
  }

  it.each<[string, Fields, Sort | undefined, Record<string, unknown>]>([
    ['goes by _id first', { _id: 7, a: 1 }, undefined, { by: '_id', ids: [7], isExact: false }],
    ['reads all without a filter', {}, undefined, { by: 'all', isExact: true }],
    ['reads _id in order', {}, { _id: -1 }, { by: '_id', order: 'index', isReverse: true }],
    ['is exact for a value', { b: 1 }, undefined, { by: 'b', order: 'index', isExact: true }],
    ['looks again for null', { b: null }, undefined, { by: 'b', isExact: false }],
    [
      'looks again for what it does not know',
      { b: 1, $or: [{ a: 1 }, { b: 2 }] },
      undefined,
      { isExact: false },
    ],
    ['takes $or of one field for $in', { $or: [{ b: 1 }, { b: 2 }] }, undefined, { by: 'b', isExact: true }],
    [
      'takes a value and the order behind it',
      { a: 1 },
      { b: -1 },
      { by: 'a_b', order: 'index', isReverse: false },
    ],
    ['turns that order round', { a: 1 }, { b: 1 }, { by: 'a_b', order: 'index', isReverse: true }],
    [
      'takes value and range',
      { a: 1, b: { $gt: 2 } },
      { b: 1 },
      { by: 'a_b', order: 'index', isExact: true },
    ],
    ['sorts itself behind several values', { a: { $in: [1, 2] } }, { b: 1 }, { order: 'natural' }],
    ['cannot mix directions', { 'c.d': { $gt: 0 } }, { 'c.d': 1, 'c.e': 1 }, { order: 'natural' }],
  ])('%s', (_name, filter, sort, expected) => {
    expect(plan(filter, sort)).toMatchObject(expected);
  });

  it('sorts a few itself, but reads many in the order of an index', () => {
    expect(plan({ 'c.d': 1 }, { b: 1 }, 5)).toMatchObject({ by: 'cd', order: 'natural' });
    expect(plan({ 'c.d': 1 }, { b: 1 }, 1000)).toMatchObject({ by: 'b', order: 'index', isReverse: true });
  });
});
