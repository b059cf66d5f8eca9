import fc from 'fast-check';
import type { Document, Value } from './document';
import { refusal } from './testing';
import { applyUpdate, checkUpdate, upsertDocument } from './update';

const at = { serverTime: new Date('2026-11-10T01:00:00Z') };
const update = (document: Document, change: unknown): Document => applyUpdate(document, change, at);

describe('an update', () => {
  test('with a plain document replaces all but _id', () => {
    expect(update({ _id: 1, a: 1 }, { b: 2 })).toEqual({ _id: 1, b: 2 });
    expect(update({ _id: 1, a: 1 }, { _id: 1, b: 2 })).toEqual({ _id: 1, b: 2 });
  });

  test('may set _id to what it is', () => {
    expect(update({ _id: 1 }, { $set: { _id: 1, a: 2 } })).toEqual({ _id: 1, a: 2 });
  });

  test('makes documents on the way, and null places in arrays', () => {
    expect(update({ _id: 1 }, { $set: { 'a.b.c': 1 } })).toEqual({ _id: 1, a: { b: { c: 1 } } });
    expect(update({ _id: 1, a: [1] }, { $set: { 'a.3': 4 } })).toEqual({ _id: 1, a: [1, null, null, 4] });
    expect(update({ _id: 1 }, { $set: { 'a.0': 4 } })).toEqual({ _id: 1, a: { '0': 4 } });
  });

  test('adds new fields in the order of their paths', () => {
    const result = update({ _id: 1, z: 0 }, { $set: { y: 1, b: 1 }, $inc: { c: 1, a: 1 } });
    expect(Object.keys(result)).toEqual(['_id', 'z', 'a', 'b', 'c', 'y']);
  });

  test('leaves a place of null where an array element is unset, and unsets nothing that is not there', () => {
    const document: Document = { _id: 1, arr: [{ name: 'A', sub: {} }, { name: 'B' }] };
    expect(update(document, { $unset: { 'arr.0.sub': '', 'arr.1': '', 'x.y': '' } })).toEqual({
      _id: 1,
      arr: [{ name: 'A' }, null],
    });
  });

  test('compares in BSON order for $min and $max, across types', () => {
    expect(update({ _id: 1, a: 'x' }, { $max: { a: 5 } })).toEqual({ _id: 1, a: 'x' });
    expect(update({ _id: 1, a: 'x' }, { $min: { a: 5 } })).toEqual({ _id: 1, a: 5 });
    expect(update({ _id: 1, a: null }, { $max: { a: 5 } })).toEqual({ _id: 1, a: 5 });
  });

  test('adds doubles as doubles', () => {
    expect(update({ _id: 1, a: 0.2 }, { $inc: { a: -0.05 } }).a).toBe(0.2 - 0.05);
  });

  test('keeps the old document whole, whatever it does', () => {
    const change = fc.constantFrom<Value>(
      { $set: { 'a.b': 1, 'l.0.x': 2 } },
      { $unset: { 'a.b': '', 'l.0': '' } },
      { $push: { l: { $each: [3], $sort: { x: 1 } } } },
      { $pull: { l: { x: 1 } } },
      { $inc: { 'a.n': 5 } },
      { $rename: { 'a.b': 'c.d' } },
    );
    const document = fc.record({
      _id: fc.nat(),
      a: fc.record({ b: fc.integer(), n: fc.integer() }),
      l: fc.array(fc.record({ x: fc.nat(3) }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(document, change, (before, one) => {
        const kept = structuredClone(before);
        update(before, one);
        expect(before).toEqual(kept);
      }),
      { seed: 20260105, numRuns: 300 },
    );
  });

  test('takes the server time for $currentDate', () => {
    expect(update({ _id: 1 }, { $currentDate: { a: true, b: { $type: 'date' } } })).toEqual({
      _id: 1,
      a: at.serverTime,
      b: at.serverTime,
    });
  });

  test('finds embedded documents to $pull with fields in any order, values only when equal', () => {
    expect(update({ _id: 1, a: [{ x: 1, y: 2 }, { x: 1 }] }, { $pull: { a: { y: 2, x: 1 } } })).toEqual({
      _id: 1,
      a: [{ x: 1 }],
    });
    expect(update({ _id: 1, a: [[1, 2], [2, 1], 1] }, { $pull: { a: [1, 2] } })).toEqual({
      _id: 1,
      a: [[2, 1], 1],
    });
    expect(update({ _id: 1, a: ['ab', 'b'] }, { $pull: { a: /^a/ } })).toEqual({ _id: 1, a: ['b'] });
    expect(update({ _id: 1 }, { $pull: { a: 1 } })).toEqual({ _id: 1 });
    expect(update({ _id: 1, a: [] }, { $pop: { a: 1, b: -1 } })).toEqual({ _id: 1, a: [] });
  });
});

describe('places in arrays', () => {
  const run = (document: Document, change: unknown, more: object): Document =>
    applyUpdate(document, change, { ...at, ...more });

  test('$ is the place that the filter found, also inside $and', () => {
    const filter = { $and: [{ _id: 1 }, { 'l.x': { $gt: 4 } }] };
    expect(run({ _id: 1, l: [{ x: 1 }, { x: 5 }] }, { $set: { 'l.$.y': 1 } }, { filter })).toEqual({
      _id: 1,
      l: [{ x: 1 }, { x: 5, y: 1 }],
    });
    expect(run({ _id: 1, a: { l: [7, 8] } }, { $inc: { 'a.l.$': 1 } }, { filter: { 'a.l': 8 } })).toEqual({
      _id: 1,
      a: { l: [7, 9] },
    });
  });

  test.each<[unknown, object, string]>([
    [
      { $set: { 'l.$': 1 } },
      { filter: { _id: 1 } },
      'The positional operator did not find the match needed from the query.',
    ],
    [{ $set: { 'l.$': 1 } }, {}, 'The positional operator did not find the match needed from the query.'],
    [{ $set: { 'l.$.m.$': 1 } }, {}, "Too many positional (i.e. '$') elements found in path 'l.$.m.$'"],
    [
      { $set: { 'x.$[]': 1 } },
      {},
      "The path 'x' must exist in the document in order to apply array updates.",
    ],
    [{ $set: { 'n.$[]': 1 } }, {}, 'Cannot apply array updates to non-array element n'],
    [{ $set: { 'l.$[e]': 1 } }, {}, "No array filter found for identifier 'e' in path"],
  ])('%j is refused', (change, more, message) => {
    expect(refusal(() => run({ _id: 1, l: [1], n: 5 }, change, more))).toBe(message);
  });
});

describe('checkUpdate', () => {
  test('refuses what no document could take, and leaves the rest to the documents', () => {
    expect(refusal(() => checkUpdate({ $foo: { a: 1 } }))).toMatch(/^Unknown modifier/);
    expect(refusal(() => checkUpdate({ $inc: { a: 'x' } }))).toMatch(/^Cannot increment/);
    expect(refusal(() => checkUpdate({ $set: { a: 1, 'a.b': 1 } }))).toMatch(/conflict/);
    expect(() => checkUpdate({ $set: { 'l.$': 1, 'l.$[].x': 1, _id: 5 }, $inc: { n: 1 } })).not.toThrow();
    expect(() => checkUpdate({ a: 1 })).not.toThrow();
  });
});

describe('upsertDocument', () => {
  const insert = (filter: unknown, change: unknown): Document =>
    upsertDocument(filter, change, at, () => 'new');

  test.each<[Value, Value, Value]>([
    [{ _id: 5, a: { $gt: 1 } }, { $set: { b: 2 } }, { _id: 5, b: 2 }],
    [{ a: 1, 'b.c': { $eq: 2 } }, { $inc: { n: 1 } }, { _id: 'new', a: 1, b: { c: 2 }, n: 1 }],
    [
      { $and: [{ a: { $in: [7] } }, { b: { $all: [8] } }] },
      { $set: { n: 1 } },
      { _id: 'new', a: 7, b: 8, n: 1 },
    ],
    [{ $or: [{ a: 1 }, { b: 2 }] }, { $set: { n: 1 } }, { _id: 'new', n: 1 }],
    [{ a: /x/ }, { $set: { n: 1 } }, { _id: 'new', n: 1 }],
    [{ _id: 5, a: 1 }, { n: 1 }, { _id: 5, n: 1 }],
    [
      { _id: 1 },
      { $set: { item: 'apple' }, $setOnInsert: { defaultQty: 100 } },
      { _id: 1, item: 'apple', defaultQty: 100 },
    ],
    ['', { $set: { _id: 9, n: 1 } }, { _id: 9, n: 1 }],
  ])('%j and %j give %j', (filter, change, document) => {
    expect(insert(filter, change)).toEqual(document);
  });

  test('$setOnInsert does nothing when there is a document', () => {
    expect(update({ _id: 1, a: 1 }, { $setOnInsert: { a: 5 } })).toEqual({ _id: 1, a: 1 });
  });

  test('refuses another _id, and paths fixed twice', () => {
    expect(refusal(() => insert({ _id: 1 }, { $set: { _id: 2 } }))).toMatch(/immutable field '_id'/);
    expect(refusal(() => insert({ a: { b: 1 }, 'a.b': 1 }, { $set: { n: 1 } }))).toBe(
      "cannot infer query fields to set, path 'a.b' is matched twice",
    );
  });
});
