import type { Value } from './document';
import { checkStorable, DEEPEST_DOCUMENT, LARGEST_DOCUMENT } from './storable';
import { refusal } from './testing';

function nested(levels: number): Value {
  let value: Value = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? { a: value } : [value];
  return value;
}

test.each([[{ _id: 'x', 'key.': '1' }], [{ _id: 1, 'a.b': { c: [] } }], [{ _id: '', __proto__x: 1 }]])(
  '%j is stored',
  (document) => {
    expect(() => checkStorable(document)).not.toThrow();
  },
);

test.each<[unknown, string]>([
  [{ _id: 1, $key: 1 }, "The dollar ($) prefixed field '$key' in '$key' is not valid for storage."],
  [
    { _id: 1, a: [{ $key: 1 }] },
    "The dollar ($) prefixed field '$key' in 'a.0.$key' is not valid for storage.",
  ],
  [{ _id: [1] }, "The '_id' value cannot be of type array"],
  [{ _id: /x/ }, "The '_id' value cannot be of type regex"],
  [
    { _id: new Date(5) },
    "an _id of type date is not emulated by the simulator's database: use text or a number",
  ],
  [{ a: 1 }, "can't store a document without _id"],
  [[1], 'a document must be an object, not array'],
  [null, 'a document must be an object, not null'],
])('%j is refused', (document, message) => {
  expect(refusal(() => checkStorable(document))).toBe(message);
});

test('a hundred levels are stored, more are not', () => {
  expect(() => checkStorable({ _id: 1, a: nested(DEEPEST_DOCUMENT - 1) })).not.toThrow();
  expect(refusal(() => checkStorable({ _id: 1, a: nested(DEEPEST_DOCUMENT) }))).toMatch(/100 levels/);
});

test('16 MB are stored, more are not, counted in bytes', () => {
  const text = 'x'.repeat(LARGEST_DOCUMENT - 100);
  expect(() => checkStorable({ _id: 1, text })).not.toThrow();
  expect(refusal(() => checkStorable({ _id: 1, text: `${text}${'x'.repeat(200)}` }))).toMatch(/too large/);
  expect(refusal(() => checkStorable({ _id: 1, text: '寿'.repeat(LARGEST_DOCUMENT / 3 + 1) }))).toMatch(
    /too large/,
  );
});
