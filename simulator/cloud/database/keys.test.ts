import fc from 'fast-check';
import { type Direction, encodeKey, inverted, keyAfter } from './keys';
import type { Value } from './semantics/document';
import { compareValues } from './semantics/order';

const settings = { seed: 20261110, numRuns: 2000 };

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.constantFrom(
    0,
    -0,
    1,
    2 ** 53,
    -(2 ** 53),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('', '\0', 'a', 'a\0', 'a\0b', 'ab', '中文', '\uffff', '😀'),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 4 }),
  fc.constantFrom(/a/, /a/i, /b/),
);
const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'c\0'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

function sign(bytes: Buffer, others: Buffer): number {
  return Math.sign(Buffer.compare(bytes, others));
}

describe('the order of keys', () => {
  it('is the order of values', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sign(encodeKey([a]), encodeKey([b]))).toBe(Math.sign(compareValues(a, b)));
      }),
      settings,
    );
  });

  it('is turned round by a descending field, field by field', () => {
    const direction = fc.constantFrom<Direction>(1, -1);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, direction), { minLength: 1, maxLength: 3 }), (fields) => {
        const directions = fields.map(([, , way]) => way);
        const left = encodeKey(
          fields.map(([a]) => a),
          directions,
        );
        const right = encodeKey(
          fields.map(([, b]) => b),
          directions,
        );
        const expected = fields.map(([a, b, way]) => Math.sign(compareValues(a, b)) * way).find(Boolean) ?? 0;
        expect(sign(left, right)).toBe(expected + 0);
      }),
      settings,
    );
  });

  it('puts the element of an empty array below null', () => {
    expect(sign(encodeKey([undefined]), encodeKey([null]))).toBe(-1);
  });

  it('never lets one key begin with another, so that a prefix is a whole field', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const left = encodeKey([a]);
        const right = encodeKey([b]);
        if (left.equals(right)) return;
        expect(right.subarray(0, left.length).equals(left)).toBe(false);
      }),
      settings,
    );
  });
});

describe('the key after a prefix', () => {
  it('stands behind every key with the prefix and before every other one behind it', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const prefix = encodeKey([a]);
        const after = keyAfter(prefix)!;
        expect(sign(encodeKey([a, b]), after)).toBe(-1);
        const other = encodeKey([b]);
        if (sign(other, prefix) > 0) expect(sign(other, after)).toBeGreaterThanOrEqual(0);
      }),
      settings,
    );
  });

  it('is not there for the greatest bytes of all', () => {
    expect(keyAfter(Buffer.from([255, 255]))).toBeUndefined();
    expect(keyAfter(Buffer.from([1, 255]))).toEqual(Buffer.from([2]));
    expect(inverted(Buffer.from([0, 255, 1]))).toEqual(Buffer.from([255, 0, 254]));
  });
});
