import fc from 'fast-check';
import type { Document, Value } from './document';
import { compileFilter, nearClause } from './match';
import { refusal } from './testing';

function matches(filter: unknown, fields: Record<string, Value>): boolean {
  return compileFilter(filter)({ _id: 1, ...fields });
}

describe('no filter', () => {
  test.each([[undefined], [null], [''], [{}]])('%p takes all documents', (filter) => {
    expect(compileFilter(filter)({ _id: 1 })).toBe(true);
  });
});

describe('equality', () => {
  test('of embedded documents minds the order of fields and finds no subset', () => {
    expect(matches({ a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } })).toBe(true);
    expect(matches({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })).toBe(false);
    expect(matches({ a: { x: 1 } }, { a: { x: 1, y: 2 } })).toBe(false);
  });

  test('of arrays is of the whole or of one element', () => {
    expect(matches({ a: [1, 2] }, { a: [1, 2] })).toBe(true);
    expect(matches({ a: [1, 2] }, { a: [[1, 2], 3] })).toBe(true);
    expect(matches({ a: [1, 2] }, { a: [1, 2, 3] })).toBe(false);
    expect(matches({ a: 1 }, { a: [[1]] })).toBe(false);
  });

  test('never holds across types, but 1 is 1.0 and NaN is NaN', () => {
    expect(matches({ a: 1 }, { a: true })).toBe(false);
    expect(matches({ a: '1' }, { a: 1 })).toBe(false);
    expect(matches({ a: 0 }, { a: -0 })).toBe(true);
    expect(matches({ a: Number.NaN }, { a: Number.NaN })).toBe(true);
    expect(matches({ a: new Date(5) }, { a: new Date(5) })).toBe(true);
    expect(matches({ a: new Date(5) }, { a: 5 })).toBe(false);
    expect(matches({ a: new Uint8Array([1, 2]) }, { a: new Uint8Array([1, 2]) })).toBe(true);
  });

  test('with null also finds a field that is not there, but not an empty array', () => {
    expect(matches({ a: null }, {})).toBe(true);
    expect(matches({ a: null }, { a: null })).toBe(true);
    expect(matches({ a: null }, { a: [1, null] })).toBe(true);
    expect(matches({ a: null }, { a: [] })).toBe(false);
    expect(matches({ a: { $in: [null, 3] } }, {})).toBe(true);
    expect(matches({ a: { $ne: null } }, {})).toBe(false);
  });

  test('looks at own fields only, whatever they are called', () => {
    expect(matches({ constructor: { $exists: true } }, {})).toBe(false);
    expect(matches({ toString: null }, {})).toBe(true);
    expect(matches({ constructor: 'x' }, { constructor: 'x' })).toBe(true);
    expect(matches({ '__proto__.x': { $exists: true } }, {})).toBe(false);
  });
});

describe('paths', () => {
  test.each<[string, Value, Record<string, Value>, boolean]>([
    ['a.b', 1, { a: [{ b: 1 }, { b: 2 }] }, true],
    ['a.b', 1, { a: [[{ b: 1 }]] }, false],
    ['a.1', 7, { a: [5, 7, 3] }, true],
    ['a.1', 2, { a: [5, [2, 4], 3] }, false],
    ['a.1', 4, { a: [5, { '1': 4 }, 3] }, true],
    ['a.1.b', 4, { a: [5, { b: 4 }, 3] }, true],
    ['a.1.b', null, { a: [5, { b: 4 }, 3] }, true],
    ['a.1.b', 4, { a: [5, [{ b: 4 }], 3] }, true],
    ['a.b', null, { a: 4 }, true],
    ['a.b', null, { a: [] }, false],
    ['a.b', null, { a: [4] }, false],
    ['a.b', null, { a: [{ b: 3 }, {}] }, true],
  ])('%s: %p in %p is %p', (path, value, fields, expected) => {
    expect(matches({ [path]: value }, fields)).toBe(expected);
  });

  test('$exists goes through arrays and stops at a missing step', () => {
    expect(matches({ 'a.b': { $exists: true } }, { a: [{ b: null }] })).toBe(true);
    expect(matches({ 'a.b': { $exists: false } }, { a: [] })).toBe(true);
    expect(matches({ 'a.b': { $exists: 0 } }, { a: 4 })).toBe(true);
  });
});

describe('ranges', () => {
  test('stay within one type', () => {
    expect(matches({ a: { $gt: 5 } }, { a: '6' })).toBe(false);
    expect(matches({ a: { $lt: 'b' } }, { a: 1 })).toBe(false);
    expect(matches({ a: { $gte: new Date(5) } }, { a: new Date(6) })).toBe(true);
    expect(matches({ a: { $gt: { x: 1 } } }, { a: { x: 2 } })).toBe(true);
    expect(matches({ a: { $gt: false } }, { a: true })).toBe(true);
  });

  test('with null include what is not there, with NaN only NaN', () => {
    expect(matches({ a: { $gte: null } }, {})).toBe(true);
    expect(matches({ a: { $lte: null } }, { a: 1 })).toBe(false);
    expect(matches({ a: { $gt: null } }, { a: null })).toBe(false);
    expect(matches({ a: { $gte: Number.NaN } }, { a: Number.NaN })).toBe(true);
    expect(matches({ a: { $lt: Number.NaN } }, { a: 1 })).toBe(false);
    expect(matches({ a: { $gt: 1 } }, { a: Number.NaN })).toBe(false);
  });

  test('may be met by different elements of an array, except under $elemMatch', () => {
    expect(matches({ a: { $gt: 15, $lt: 5 } }, { a: [1, 20] })).toBe(true);
    expect(matches({ a: { $elemMatch: { $gt: 15, $lt: 5 } } }, { a: [1, 20] })).toBe(false);
  });
});

describe('$elemMatch', () => {
  test('does not take scalars for documents', () => {
    expect(matches({ a: { $elemMatch: { value: { $ne: 3 } } } }, { a: [1, 'x'] })).toBe(false);
    expect(matches({ a: { $elemMatch: { value: { $exists: false } } } }, { a: [1] })).toBe(false);
    expect(matches({ a: { $elemMatch: {} } }, { a: [1] })).toBe(false);
    expect(matches({ a: { $elemMatch: {} } }, { a: [{}] })).toBe(true);
    expect(matches({ a: { $elemMatch: { $gt: 2 } } }, { a: 5 })).toBe(false);
  });

  test('sees nested arrays as a whole, and knows $or inside', () => {
    expect(matches({ a: { $elemMatch: { $eq: 1 } } }, { a: [[1]] })).toBe(false);
    expect(matches({ a: { $elemMatch: { $elemMatch: { $gt: 4 } } } }, { a: [[1, 5]] })).toBe(true);
    expect(matches({ a: { $elemMatch: { '0': 7 } } }, { a: [[7]] })).toBe(true);
    expect(matches({ a: { $elemMatch: { $or: [{ b: 1 }, { c: 2 }] } } }, { a: [{ c: 2 }] })).toBe(true);
    expect(matches({ a: { $elemMatch: { $not: { $gt: 3 } } } }, { a: [5, 2] })).toBe(true);
  });
});

describe('$not', () => {
  test('negates the whole condition', () => {
    expect(matches({ a: { $not: { $gt: 1, $lt: 5 } } }, { a: 3 })).toBe(false);
    expect(matches({ a: { $not: { $gt: 1, $lt: 5 } } }, { a: 7 })).toBe(true);
    expect(matches({ 'a.b': { $not: { $gt: 1, $lt: 5 } } }, { a: [{ b: 0 }, { b: 9 }] })).toBe(false);
    expect(matches({ a: { $not: { $ne: 3 } } }, { a: 3 })).toBe(true);
    expect(matches({ a: { $not: { $elemMatch: { $gt: 3 } } } }, {})).toBe(true);
  });
});

describe('$all and $in', () => {
  test('take regular expressions, and nothing at all for an empty list', () => {
    expect(matches({ a: { $all: [/^x/, 'y'] } }, { a: ['xa', 'y'] })).toBe(true);
    expect(matches({ a: { $all: [] } }, { a: [] })).toBe(false);
    expect(matches({ a: { $all: [[1, 2]] } }, { a: [1, 2] })).toBe(true);
    expect(matches({ a: { $in: [] } }, { a: 1 })).toBe(false);
    expect(matches({ a: { $nin: [] } }, {})).toBe(true);
    expect(matches({ a: { $in: [{ x: 1 }, new Date(5)] } }, { a: new Date(5) })).toBe(true);
  });
});

describe('what MongoDB refuses', () => {
  test.each<[unknown, string]>([
    [{ a: { $foo: 1 } }, 'unknown operator: $foo'],
    [{ a: { $gt: 1, b: 2 } }, 'unknown operator: b'],
    [{ $foo: 1 }, 'unknown top level operator: $foo'],
    [{ a: { $in: 5 } }, '$in needs an array'],
    [{ a: { $nin: 5 } }, '$nin needs an array'],
    [{ a: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    [{ a: { $all: 1 } }, '$all needs an array'],
    [{ a: { $all: [{ $gt: 1 }] } }, 'no $ expressions in $all'],
    [{ a: { $elemMatch: 5 } }, '$elemMatch needs an Object'],
    [{ a: { $not: 5 } }, '$not needs a regex or a document'],
    [{ a: { $not: {} } }, '$not cannot be empty'],
    [{ a: { $ne: /x/ } }, "Can't have regex as arg to $ne."],
    [{ a: { $gt: /x/ } }, "Can't have RegEx as arg to predicate over field 'a'."],
    [{ a: { $mod: 4 } }, 'malformed mod, needs to be an array'],
    [{ a: { $mod: [4] } }, 'malformed mod, not enough elements'],
    [{ a: { $mod: [4, 1, 2] } }, 'malformed mod, too many elements'],
    [{ a: { $mod: [0, 1] } }, 'divisor cannot be 0'],
    [{ a: { $mod: ['x', 1] } }, 'malformed mod, divisor not a number'],
    [{ a: { $size: 'x' } }, 'Failed to parse $size. Expected an integer: $size: "x"'],
    [{ a: { $size: -1 } }, 'Failed to parse $size. Expected a non-negative number in: $size: -1'],
    [{ a: { $type: 'foo' } }, 'Unknown type name alias: foo'],
    [{ a: { $type: 99 } }, 'Invalid numerical type code: 99'],
    [{ a: { $type: [] } }, '$type must match at least one type'],
    [{ a: { $type: {} } }, 'type must be represented as a number or a string'],
    [{ a: { $regex: 5 } }, '$regex has to be a string'],
    [{ a: { $regex: 'x', $options: 5 } }, '$options has to be a string'],
    [{ a: { $regex: /x/i, $options: 'm' } }, 'options set in both $regex and $options'],
    [{ a: { $options: 'i' } }, '$options needs a $regex'],
    [{ a: { $regex: 'x', $options: 'q' } }, 'invalid flag in regex options: q'],
    [{ a: { $bitsAllSet: -1 } }, 'bit positions must be a non-negative number or an array of such'],
    [{ $and: 5 }, '$and must be an array'],
    [{ $or: [] }, '$and/$or/$nor must be a nonempty array'],
    [{ $nor: [5] }, '$or/$and/$nor entries need to be full objects'],
    [{ $text: { $search: 'x' } }, 'text index required for $text query'],
    [{ $where: 'true' }, "$where is not emulated by the simulator's database"],
    [{ $expr: { $foo: 1 } }, "Unrecognized expression '$foo'"],
    [[1], 'the match filter must be an expression in an object: [ 1 ]'],
  ])('%p: %s', (filter, message) => {
    expect(refusal(() => compileFilter(filter))).toBe(message);
  });
});

describe('nearClause', () => {
  const point = { type: 'Point', coordinates: [113.3, 23.1] };
  test('gives field, centre and distances, also from inside $and', () => {
    const near = { $nearSphere: { $geometry: point, $maxDistance: 500, $minDistance: 10 } };
    expect(nearClause({ loc: near })).toEqual({ field: 'loc', center: [113.3, 23.1], min: 10, max: 500 });
    expect(nearClause({ $and: [{ a: 1 }, { loc: { $near: { $geometry: point } } }] })).toEqual({
      field: 'loc',
      center: [113.3, 23.1],
    });
    expect(nearClause({ a: 1 })).toBeUndefined();
    expect(nearClause('')).toBeUndefined();
  });
});

describe('any values', () => {
  const scalar = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.boolean(), fc.constant(null));
  const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-c]$/), tie('value'), { maxKeys: 3 }),
    ),
  })).value;

  test('equal themselves; $ne, $nin and $not are the opposite of $eq, $in and the condition', () => {
    fc.assert(
      fc.property(value, value, (stored, wanted) => {
        const document: Document = { _id: 1, a: stored };
        const is = (condition: Value): boolean => compileFilter({ a: condition })(document);
        expect(is({ $eq: stored })).toBe(true);
        expect(is({ $ne: wanted })).toBe(!is({ $eq: wanted }));
        expect(is({ $nin: [wanted] })).toBe(!is({ $in: [wanted] }));
        expect(is({ $in: [wanted] })).toBe(is({ $eq: wanted }));
        expect(is({ $not: { $gt: wanted } })).toBe(!is({ $gt: wanted }));
        expect(is({ $gte: wanted })).toBe(is({ $gt: wanted }) || is({ $eq: wanted }));
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });
});
