import fc from 'fast-check';
import type { Value } from './document';
import { refusal } from './testing';
import { decode, encode } from './wire';

const at = { serverTime: new Date('2026-11-10T01:00:00Z') };
const read = (value: unknown): unknown => decode(JSON.stringify(value), at);

describe('decode', () => {
  test.each<[unknown, unknown]>([
    [{ $numberInt: '5' }, 5],
    [{ $numberDouble: '1.5' }, 1.5],
    [{ $numberDouble: '-0.0' }, -0],
    [{ $numberDouble: 'Infinity' }, Number.POSITIVE_INFINITY],
    [{ $numberDouble: 'NaN' }, Number.NaN],
    [{ $numberLong: '1099511627776' }, 1099511627776],
    [{ $numberLong: '9007199254740991' }, 9007199254740991],
    [{ $date: { $numberLong: '-5' } }, new Date(-5)],
    [{ $date: '2018-09-01T00:00:00Z' }, new Date('2018-09-01')],
    [{ $oid: '5e7b474a5e54c773b58d7b39' }, '5e7b474a5e54c773b58d7b39'],
    [{ $binary: { base64: 'AQI=', subType: '00' } }, new Uint8Array([1, 2])],
    [{ $regularExpression: { pattern: '^a', options: 'i' } }, /^a/iu],
    [[{ a: { $numberInt: '1' } }], [{ a: 1 }]],
    ['plain', 'plain'],
  ])('%j', (wire, value) => {
    expect(read(wire)).toEqual(value);
  });

  test('reads the server time once, so offsets differ exactly', () => {
    const now = { $tcb_server_date: { offset: { $numberInt: '0' } } };
    const later = { $tcb_server_date: { offset: { $numberLong: '31536000000' } } };
    const { a, b } = read({ a: now, b: later }) as { a: Date; b: Date };
    expect(a).toEqual(at.serverTime);
    expect(b.getTime() - a.getTime()).toBe(31536000000);
  });

  test('leaves operators alone, and takes an empty text for no query', () => {
    expect(read({ a: { $gt: { $numberInt: '1' } } })).toEqual({ a: { $gt: 1 } });
    expect(decode('', at)).toBeUndefined();
  });

  test('refuses what is no EJSON or cannot be kept', () => {
    expect(refusal(() => decode('{a', at))).toMatch(/^invalid EJSON/);
    expect(refusal(() => read({ $date: 'yesterday' }))).toMatch(/^Failed to parse \$date/);
    expect(refusal(() => read({ $numberInt: 'x' }))).toMatch(/^Failed to parse \$numberInt/);
    expect(refusal(() => read({ $numberInt: '' }))).toMatch(/^Failed to parse \$numberInt/);
    expect(refusal(() => read({ $binary: {} }))).toBe('Failed to parse $binary');
    expect(refusal(() => read({ $regularExpression: {} }))).toBe('Failed to parse $regularExpression');
    expect(refusal(() => read({ $regularExpression: { pattern: '(', options: '' } }))).toMatch(/is invalid/);
    expect(refusal(() => read({ $minKey: 1 }))).toMatch(/\$minKey is not emulated/);
  });
});

describe('encode', () => {
  test.each<[Value, unknown]>([
    [new Date(5), { $date: '1970-01-01T00:00:00.005Z' }],
    [new Date('2018-09-01'), { $date: '2018-09-01T00:00:00Z' }],
    [new Date(-5), { $date: { $numberLong: '-5' } }],
    [-0, { $numberDouble: '-0.0' }],
    [Number.NaN, { $numberDouble: 'NaN' }],
    [/a\/b/i, { $regularExpression: { pattern: 'a\\/b', options: 'i' } }],
    [new Uint8Array([1, 2]), { $binary: { base64: 'AQI=', subType: '00' } }],
    [1557826731686, 1557826731686],
    [
      { a: [{ b: new Date(0) }], c: 'x' },
      { a: [{ b: { $date: '1970-01-01T00:00:00Z' } }], c: 'x' },
    ],
  ])('%p', (value, wire) => {
    expect(JSON.parse(encode(value))).toEqual(wire);
  });

  test('does not change the document', () => {
    const document = { _id: 1, list: [new Date(5)] };
    encode(document);
    expect(document).toEqual({ _id: 1, list: [new Date(5)] });
  });

  test('and decode give any value back', () => {
    const value = fc.letrec<{ value: Value }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.double(),
        fc.integer(),
        fc.string(),
        fc.boolean(),
        fc.constant(null),
        fc.date({ noInvalidDate: true }),
        fc.uint8Array({ maxLength: 4 }).map((bytes) => new Uint8Array(bytes)),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.string().filter((name) => !name.startsWith('$')),
          tie('value'),
          { maxKeys: 4 },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(value, (any) => {
        const back = decode(encode(any), at);
        expect(encode(back)).toBe(encode(any));
        expect(JSON.stringify(back)).toBe(JSON.stringify(any));
      }),
      { seed: 20260104, numRuns: 500 },
    );
  });
});
