import fc from 'fast-check';
import type { Document, Value } from './document';
import { compareValues, compileSort, equalValues, sortDocuments } from './order';
import { refusal } from './testing';

const ASCENDING: readonly (Value | undefined)[] = [
  undefined,
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -1,
  0,
  0.5,
  2 ** 53,
  '',
  'Z',
  'a',
  'ab',
  '\uffff',
  '\u{1f600}',
  {},
  { a: 1 },
  { b: 1 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Uint8Array([9]),
  new Uint8Array([1, 1]),
  false,
  true,
  new Date(-5),
  new Date(5),
  /a/,
  /b/,
];

describe("BSON's order", () => {
  test('ranks types, then values', () => {
    for (const [at, low] of ASCENDING.entries()) {
      for (const [other, high] of ASCENDING.entries()) {
        expect([at, other, Math.sign(compareValues(low, high))]).toEqual([at, other, Math.sign(at - other)]);
      }
    }
  });

  test('compares documents by type, name, then value, field by field', () => {
    expect(compareValues({ a: 1, b: 2 }, { a: 1, b: 3 })).toBe(-1);
    expect(compareValues({ b: 1 }, { a: 'x' })).toBe(-1);
    expect(compareValues({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(-1);
    expect(equalValues({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  });

  test('is total and without contradiction for any values', () => {
    const value = fc
      .anything({ withDate: true, maxDepth: 2 })
      .filter((any) => typeof any !== 'bigint') as fc.Arbitrary<Value>;
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) + 0);
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0)
          expect(compareValues(a, c)).toBeLessThanOrEqual(0);
      }),
      { seed: 20260102, numRuns: 500 },
    );
  });
});

describe('sorting', () => {
  const order = (documents: readonly Document[], by: Record<string, 1 | -1>): (string | number)[] =>
    sortDocuments(documents, by).map(({ _id }) => _id);

  test('takes the least element of an array upwards, the greatest downwards', () => {
    const documents: Document[] = [
      { _id: 'a', n: [5, 1] },
      { _id: 'b', n: 3 },
      { _id: 'c', n: [4, 2] },
      { _id: 'd', n: [] },
      { _id: 'e' },
      { _id: 'f', n: null },
    ];
    expect(order(documents, { n: 1 })).toEqual(['d', 'e', 'f', 'a', 'c', 'b']);
    expect(order(documents, { n: -1 })).toEqual(['a', 'c', 'b', 'e', 'f', 'd']);
  });

  test('follows paths into documents and arrays of documents', () => {
    const documents: Document[] = [
      { _id: 1, a: [{ b: 4 }, { b: 9 }] },
      { _id: 2, a: { b: 3 } },
      { _id: 3, a: 7 },
      { _id: 4, a: [[8]] },
    ];
    expect(order(documents, { 'a.b': 1 })).toEqual([3, 4, 2, 1]);
    expect(
      order(
        [
          { _id: 1, a: [2, 9] },
          { _id: 2, a: [3, 1] },
        ],
        { 'a.1': 1 },
      ),
    ).toEqual([2, 1]);
  });

  test('goes on to the next field and is stable', () => {
    const documents: Document[] = [
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 2 },
      { _id: 3, a: 1, b: 2 },
    ];
    expect(order(documents, { a: 1, b: -1 })).toEqual([2, 3, 1]);
  });

  test('compares like the comparator for single documents', () => {
    const document = fc.record({
      _id: fc.nat(),
      a: fc.oneof(fc.nat(3), fc.array(fc.nat(3), { maxLength: 2 })),
      b: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(document, { maxLength: 8 }), (documents) => {
        expect(sortDocuments(documents, { a: -1, b: 1 })).toEqual(
          [...documents].sort(compileSort({ a: -1, b: 1 })),
        );
      }),
      { seed: 20260103, numRuns: 200 },
    );
  });

  test('refuses other directions and malformed paths', () => {
    const direction = '$sort key ordering must be 1 (for ascending) or -1 (for descending)';
    expect(refusal(() => sortDocuments([], { a: 2 }))).toBe(direction);
    expect(refusal(() => sortDocuments([], { a: { $meta: 'textScore' } }))).toBe(direction);
    expect(refusal(() => sortDocuments([], { 'a.': 1 }))).toBe("FieldPath must not end with a '.'.");
    expect(refusal(() => sortDocuments([], 5))).toBe('Expected field sort to be of type object');
  });
});
