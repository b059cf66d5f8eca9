import { indexEntries, type KeyField } from './indexEntries';
import type { Document, Value } from './semantics/document';

function field(path: string): KeyField {
  return { path, direction: 1 };
}

function valuesOf(fields: Record<string, Value>, ...paths: string[]) {
  const document: Document = { _id: 'x', ...fields };
  const { entries, isMultikey } = indexEntries(document, paths.map(field));
  return { values: entries.map(({ values }) => values), isMultikey };
}

describe('index entries', () => {
  it.each<[string, Record<string, Value>, string[], (Value | undefined)[][], boolean]>([
    ['a value', { a: 1 }, ['a'], [[1]], false],
    ['a missing field as null', {}, ['a'], [[null]], false],
    ['null', { a: null }, ['a'], [[null]], false],
    ['an embedded document whole', { a: { b: 1 } }, ['a'], [[{ b: 1 }]], false],
    ['a path', { a: { b: 1 } }, ['a.b'], [[1]], false],
    ['a path through a scalar as null', { a: 5 }, ['a.b'], [[null]], false],
    ['each element once', { a: [1, 2, 1] }, ['a'], [[1], [2]], true],
    ['an empty array below null', { a: [] }, ['a'], [[undefined]], true],
    ['an array within an array whole', { a: [[1, 2]] }, ['a'], [[[1, 2]]], true],
    ['a path through an array', { a: [{ b: 1 }, { b: 2 }, { c: 3 }] }, ['a.b'], [[1], [2], [null]], true],
    ['a path through an empty array as null', { a: [] }, ['a.b'], [[null]], true],
    ['arrays one below the other', { a: [{ b: [1, 2] }, { b: 3 }] }, ['a.b'], [[1], [2], [3]], true],
    ['an element by its number', { a: [7, 8] }, ['a.1'], [[8]], false],
    ['two fields', { a: 1, b: 'x' }, ['a', 'b'], [[1, 'x']], false],
    [
      'an array beside a value',
      { a: [1, 2], b: 'x' },
      ['a', 'b'],
      [
        [1, 'x'],
        [2, 'x'],
      ],
      true,
    ],
    [
      'two fields of the same element together',
      { items: [{ k: 1, n: 2 }, { k: 3 }] },
      ['items.k', 'items.n'],
      [
        [1, 2],
        [3, null],
      ],
      true,
    ],
  ])('hold %s', (_name, fields, paths, values, isMultikey) => {
    expect(valuesOf(fields, ...paths)).toEqual({ values, isMultikey });
  });

  it('refuse two arrays side by side, as MongoDB does', () => {
    expect(() => valuesOf({ a: [1], b: [2] }, 'a', 'b')).toThrow('cannot index parallel arrays [b] [a]');
    expect(() => valuesOf({ x: { a: [1], b: [] } }, 'x.a', 'x.b')).toThrow(
      'cannot index parallel arrays [b] [a]',
    );
  });
});
