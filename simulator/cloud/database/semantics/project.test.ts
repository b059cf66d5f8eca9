import type { Value } from './document';
import { compileProjection } from './project';
import { refusal } from './testing';

const document = { _id: 1, a: 1, b: { x: 1, y: [{ p: 1, q: 2 }, 5, [{ p: 3, q: 4 }]] }, l: [1, 2, 3] };
const project = (projection: unknown): Record<string, Value> => compileProjection(projection)(document);

test.each<[Value, Value]>([
  [{}, document],
  [{ a: 1 }, { _id: 1, a: 1 }],
  [{ a: true, _id: false }, { a: 1 }],
  [{ _id: 1 }, { _id: 1 }],
  [{ _id: 0 }, { a: 1, b: document.b, l: [1, 2, 3] }],
  [
    { _id: 1, a: 0, b: 0 },
    { _id: 1, l: [1, 2, 3] },
  ],
  [{ 'b.y.p': 1 }, { _id: 1, b: { y: [{ p: 1 }, [{ p: 3 }]] } }],
  [
    { b: { y: { p: 0 } }, l: 0 },
    { _id: 1, a: 1, b: { x: 1, y: [{ q: 2 }, 5, [{ q: 4 }]] } },
  ],
  [{ 'a.z': 1 }, { _id: 1 }],
  [{ missing: 1 }, { _id: 1 }],
  [
    { l: { $slice: [-2, 1] }, b: 0 },
    { _id: 1, a: 1, l: [2] },
  ],
  [
    { a: { $slice: 1 }, b: 0, l: 0 },
    { _id: 1, a: 1 },
  ],
  [{ l: { $elemMatch: { $gt: 1 } } }, { _id: 1, l: [2] }],
])('%j leaves %j', (projection, result) => {
  expect(project(projection)).toEqual(result);
});

test('none at all leaves the document', () => {
  expect(project(undefined)).toBe(document);
});

test('kept fields stand in the order of the document', () => {
  expect(Object.keys(project({ l: 1, a: 1 }))).toEqual(['_id', 'a', 'l']);
});

test.each<[Value, string]>([
  [{ a: 1, b: 0 }, 'Cannot do exclusion on field b in inclusion projection'],
  [{ b: 0, a: 1 }, 'Cannot do inclusion on field a in exclusion projection'],
  [{ b: 1, 'b.x': 1 }, 'Path collision at b.x remaining portion x'],
  [{ 'b.x': 1, b: 1 }, 'Path collision at b'],
  [{ a: '$b' }, 'Unsupported projection option: a: "$b"'],
  [{ a: { $add: [1, 2] } }, 'Unsupported projection option: a: { $add: [ 1, 2 ] }'],
  [{ a: { $slice: 1, $elemMatch: {} } }, '>1 field in obj: { $slice: 1, $elemMatch: {} }'],
  [{ a: {} }, 'An empty sub-projection is not a valid value. Found empty object at path'],
  [
    { a: { $slice: 'x' } },
    'Invalid $slice syntax. The given syntax {$slice: "x"} did not match the find() syntax',
  ],
  [{ a: { $slice: [1, 0] } }, 'First argument to $slice must be positive: 0'],
  [{ a: { $elemMatch: 1 } }, 'elemMatch: Invalid argument, object required, but got int'],
  [{ a: { $meta: 'textScore' } }, "$meta is not emulated by the simulator's database"],
  [{ 'a.': 1 }, "FieldPath must not end with a '.'."],
  [5, 'Expected field projection to be of type object'],
])('%j is refused', (projection, message) => {
  expect(refusal(() => compileProjection(projection))).toBe(message);
});

test('list.$ needs a filter that found an element', () => {
  expect(refusal(() => compileProjection({ 'l.$': 1 }, { a: 1 })(document))).toMatch(
    /couldn't find a matching element/,
  );
  expect(compileProjection({ 'l.$': 1 }, { l: { $gt: 2 } })(document)).toEqual({ _id: 1, l: [3] });
});
