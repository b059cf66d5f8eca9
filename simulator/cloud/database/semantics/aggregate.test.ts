import { type AggregationContext, aggregate, DEFAULT_LIMIT } from './aggregate';
import type { Document, Fields, Value } from './document';
import { refusal } from './testing';

const NOW = new Date('2026-11-10T01:00:00Z');
const context: AggregationContext = {
  lookup: { documents: () => [] },
  geoIndexFields: [],
  random: () => 0,
  serverTime: NOW,
};

function run(
  documents: readonly Fields[],
  stages: readonly Fields[],
  more: Partial<AggregationContext> = {},
): Value[] {
  const specs = stages.map((stage) => ({ stageKey: Object.keys(stage)[0]!, stage: Object.values(stage)[0] }));
  return aggregate(documents as readonly Document[], specs, { ...context, ...more });
}

const MANY = Array.from({ length: 50 }, (_, at) => ({ _id: at, n: at % 7, even: at % 2 === 0 }));

describe('without $limit', () => {
  test(`come ${DEFAULT_LIMIT} results, with it as many as it says`, () => {
    expect(run(MANY, [{ $match: {} }])).toHaveLength(20);
    expect(run(MANY, [])).toHaveLength(20);
    expect(run(MANY, [{ $limit: 30 }])).toHaveLength(30);
    expect(run(MANY, [{ $limit: 30 }, { $skip: 5 }])).toHaveLength(25);
    expect(run(MANY, [{ $limit: 100 }, { $unwind: '$n' }])).toHaveLength(50);
  });

  test('the documents behind are counted and grouped all the same', () => {
    expect(run(MANY, [{ $count: 'n' }])).toEqual([{ n: 50 }]);
    expect(run(MANY, [{ $group: { _id: '$even', n: { $sum: 1 } } }])).toEqual([
      { _id: true, n: 25 },
      { _id: false, n: 25 },
    ]);
  });

  test('no more documents are read than needed', () => {
    let read = 0;
    function* endless(): Iterable<Document> {
      for (;;) yield { _id: read++ };
    }
    expect(aggregate(endless(), [{ stageKey: '$match', stage: { _id: { $gte: 5 } } }], context)).toHaveLength(
      20,
    );
    expect(read).toBeLessThan(30);
  });

  test('a sub-pipeline of $lookup has no limit of its own', () => {
    const lookup = { documents: () => MANY as readonly Document[] };
    const [joined] = run([{ _id: 1 }], [{ $lookup: { from: 'many', pipeline: [], as: 'all' } }], {
      lookup,
    }) as [Fields];
    expect(joined.all).toHaveLength(50);
  });
});

describe('$group', () => {
  test('adds up in twice the precision, and ignores what is no number', () => {
    const tenths = Array.from({ length: 10 }, (_, at) => ({ _id: at, x: 0.1 }));
    expect(
      run(
        [...tenths, { _id: 'x', x: 'text' }],
        [{ $group: { _id: null, sum: { $sum: '$x' }, avg: { $avg: '$x' } } }],
      ),
    ).toEqual([{ _id: null, sum: 1, avg: 0.1 }]);
  });

  test('gives null for an average, extreme or deviation of nothing, 0 for a sum, and leaves out nothing when pushing', () => {
    const all = {
      avg: { $avg: '$x' },
      min: { $min: '$x' },
      max: { $max: '$x' },
      pop: { $stdDevPop: '$x' },
      samp: { $stdDevSamp: '$x' },
    };
    expect(
      run(
        [{ _id: 1 }, { _id: 2, x: null }],
        [
          {
            $group: {
              _id: null,
              ...all,
              sum: { $sum: '$x' },
              list: { $push: '$x' },
              set: { $addToSet: '$x' },
              first: { $first: '$x' },
            },
          },
        ],
      ),
    ).toEqual([
      {
        _id: null,
        avg: null,
        min: null,
        max: null,
        pop: null,
        samp: null,
        sum: 0,
        list: [null],
        set: [null],
        first: null,
      },
    ]);
  });

  test('takes a missing key for null, 1 for 1.0, and documents by their fields in order', () => {
    expect(run([{ _id: 1 }, { _id: 2, k: null }], [{ $group: { _id: '$k', n: { $sum: 1 } } }])).toEqual([
      { _id: null, n: 2 },
    ]);
    const keys = [
      { _id: 1, k: { a: 1, b: 2 } },
      { _id: 2, k: { b: 2, a: 1 } },
      { _id: 3, k: { a: 1, b: 2 } },
    ];
    expect(run(keys, [{ $group: { _id: '$k', n: { $sum: 1 } } }])).toHaveLength(2);
    const kinds = [
      { _id: 1, k: 1 },
      { _id: 2, k: '1' },
      { _id: 3, k: true },
      { _id: 4, k: new Date(1) },
      { _id: 5, k: [1] },
    ];
    expect(run(kinds, [{ $group: { _id: '$k' } }])).toHaveLength(5);
  });

  test('deviates for a sample as the vendor has it', () => {
    expect(
      run(
        [
          { _id: 1, score: 80 },
          { _id: 2, score: 100 },
        ],
        [{ $group: { _id: null, d: { $stdDevSamp: '$score' } } }],
      ),
    ).toEqual([{ _id: null, d: 14.142135623730951 }]);
  });
});

describe('$bucket', () => {
  test('puts a value that equals a boundary into the upper bucket, and what fits nowhere into the default', () => {
    const values = [0, 4.9, 5, 10, -1, 'x', null].map((v, at) => ({ _id: at, v }));
    expect(
      run(
        [...values, { _id: 'none' }],
        [{ $bucket: { groupBy: '$v', boundaries: [0, 5, 10], default: 'rest' } }],
      ),
    ).toEqual([
      { _id: 0, count: 2 },
      { _id: 5, count: 1 },
      { _id: 'rest', count: 5 },
    ]);
  });
});

describe('$sample', () => {
  test('draws without putting back, by the given random numbers', () => {
    const numbers = [0.5, 0, 0.99];
    const drawn = run(MANY.slice(0, 4), [{ $sample: { size: 3 } }], { random: () => numbers.shift()! });
    expect(drawn.map((document) => (document as Fields)._id)).toEqual([2, 0, 3]);
  });
});

describe('$lookup', () => {
  test('puts its result at a path, and sees its own variables only', () => {
    const lookup = { documents: () => [{ _id: 'f', x: 1 }] as readonly Document[] };
    expect(
      run(
        [{ _id: 1, a: { b: 2 } }],
        [{ $lookup: { from: 'f', localField: 'none', foreignField: 'none', as: 'a.list' } }],
        { lookup },
      ),
    ).toEqual([{ _id: 1, a: { b: 2, list: [{ _id: 'f', x: 1 }] } }]);
    const pipeline: Fields[] = [
      { $match: { $expr: { $eq: ['$x', '$$want'] } } },
      { $addFields: { at: '$$NOW', want: '$$want' } },
    ];
    const documents = [
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ];
    expect(
      run(documents, [{ $lookup: { from: 'f', let: { want: '$n' }, pipeline, as: 'j' } }], { lookup }),
    ).toEqual([
      { _id: 1, n: 1, j: [{ _id: 'f', x: 1, at: NOW, want: 1 }] },
      { _id: 2, n: 2, j: [] },
    ]);
  });
});

describe('$geoNear', () => {
  const near = { type: 'Point', coordinates: [0, 0] };
  const places: Fields[] = [
    { _id: 'far', loc: { type: 'Point', coordinates: [0, 2] } },
    { _id: 'close', loc: { type: 'Point', coordinates: [0, 1] } },
    { _id: 'nowhere' },
  ];
  const stage = (more: Fields): Fields => ({ $geoNear: { near, distanceField: 'd', ...more } });

  test('needs an index, and the one field that has it needs no name', () => {
    const missing = 'unable to find index for $geoNear query';
    expect(refusal(() => run(places, [stage({})]))).toBe(missing);
    expect(refusal(() => run(places, [stage({ key: 'loc' })]))).toBe(missing);
    expect(refusal(() => run(places, [stage({ key: 'other' })], { geoIndexFields: ['loc'] }))).toBe(missing);
    expect(refusal(() => run(places, [stage({})], { geoIndexFields: ['loc', 'other'] }))).toMatch(
      /more than one 2dsphere index/,
    );
    expect(
      run(places, [stage({})], { geoIndexFields: ['loc'] }).map((found) => (found as Fields)._id),
    ).toEqual(['close', 'far']);
    expect(run(places, [stage({ key: 'loc' })], { geoIndexRequired: false })).toHaveLength(2);
  });

  test('multiplies distances, and measures legacy coordinates in radians', () => {
    const [close] = run(places, [stage({ near: [0, 0], distanceMultiplier: 180 / Math.PI })], {
      geoIndexFields: ['loc'],
    }) as [Fields];
    expect(close.d).toBeCloseTo(1, 9);
  });

  test.each<[Fields[], RegExp]>([
    [[{ $match: {} }, stage({})], /only valid as the first stage/],
    [[{ $geoNear: { near } }], /requires a 'distanceField' option/],
    [[{ $geoNear: { distanceField: 'd' } }], /requires a 'near' option/],
    [[stage({ key: '' })], /'key' must be a non-empty string/],
    [[stage({ maxDistance: -1 })], /maxDistance must be a nonnegative number/],
    [[stage({ includeLocs: 5 })], /'includeLocs' option is a String/],
  ])('%j is refused', (stages, message) => {
    expect(refusal(() => run(places, stages, { geoIndexFields: ['loc'] }))).toMatch(message);
  });
});

describe('what MongoDB refuses', () => {
  test.each<[Fields, string]>([
    [{ $foo: 1 }, "Unrecognized pipeline stage name: '$foo'"],
    [{ match: {} }, "Unrecognized pipeline stage name: 'match'"],
    [{ $graphLookup: {} }, "the stage $graphLookup is not emulated by the simulator's database"],
    [{ $out: 'x' }, "the stage $out is not emulated by the simulator's database"],
    [{ $match: 5 }, 'the match filter must be an expression in an object'],
    [
      { $match: { a: { $near: { $geometry: { type: 'Point', coordinates: [0, 0] } } } } },
      '$geoNear, $near, and $nearSphere are not allowed in this context',
    ],
    [{ $limit: 0 }, 'the limit must be positive'],
    [{ $limit: 'x' }, 'invalid argument to $limit stage: Expected an integer: $limit: "x"'],
    [{ $skip: -1 }, 'Argument to $skip cannot be negative'],
    [{ $sort: {} }, '$sort stage must have at least one sort key'],
    [{ $sort: 1 }, 'the $sort key specification must be an object'],
    [{ $count: '' }, 'the count field must be a non-empty string'],
    [{ $count: '$a' }, 'the count field cannot be a $-prefixed path'],
    [{ $count: 'a.b' }, "the count field cannot contain '.'"],
    [{ $sample: { size: -1 } }, 'size argument to $sample must not be negative'],
    [{ $sample: {} }, 'size argument to $sample must be a number, not missing'],
    [{ $group: 1 }, "a group's fields must be specified in an object"],
    [{ $group: { n: { $sum: 1 } } }, 'a group specification must include an _id'],
    [{ $group: { _id: null, n: 1 } }, "The field 'n' must be an accumulator object"],
    [{ $group: { _id: null, n: { $foo: 1 } } }, "unknown group operator '$foo'"],
    [{ $group: { _id: null, n: { $sum: 1, $avg: 1 } } }, "The field 'n' must specify one accumulator"],
    [{ $group: { _id: null, 'a.b': { $sum: 1 } } }, "The field name 'a.b' cannot contain '.'"],
    [{ $group: { _id: null, $a: { $sum: 1 } } }, "The field name '$a' cannot be an operator name"],
    [
      { $sortByCount: 'a' },
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    ],
    [{ $bucket: { groupBy: '$a' } }, "$bucket requires 'groupBy' and 'boundaries' to be specified."],
    [
      { $bucket: { groupBy: '$a', boundaries: 5 } },
      "The $bucket 'boundaries' field must be an array, but found type: int.",
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [1] } },
      "The $bucket 'boundaries' field must have at least 2 values, but found 1 value(s).",
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [1, 'x'] } },
      "All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types int and string.",
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [2, 1] } },
      "The 'boundaries' option to $bucket must be sorted, but elements 0 and 1 are not in ascending order (2 is not less than 1).",
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [1, 5], default: 3 } },
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [1, 5] } },
      '$switch could not find a matching branch for an input, and no default was specified.',
    ],
    [
      { $bucket: { groupBy: '$a', boundaries: [1, 5], output: 1 } },
      "The 'output' field must be an object, but found type: int.",
    ],
    [{ $bucketAuto: { groupBy: '$a' } }, "$bucketAuto requires 'groupBy' and 'buckets' to be specified"],
    [
      { $bucketAuto: { groupBy: '$a', buckets: 0 } },
      "The $bucketAuto 'buckets' field must be greater than 0, but found: 0",
    ],
    [{ $bucketAuto: { groupBy: '$a', buckets: 2, granularity: 'R7' } }, "Unknown rounding granularity 'R7'"],
    [
      { $bucketAuto: { groupBy: '$t', buckets: 2, granularity: 'R5' } },
      '$bucketAuto can only specify a granularity with numeric, non-negative boundaries',
    ],
    [{ $project: 1 }, '$project specification must be an object'],
    [
      { $project: {} },
      'Invalid $project :: caused by :: projection specification must have at least one field',
    ],
    [
      { $project: { a: 1, b: 0 } },
      'Invalid $project :: caused by :: Cannot do exclusion in inclusion projection',
    ],
    [
      { $project: { a: '$b', b: 0 } },
      'Invalid $project :: caused by :: Cannot use expression in exclusion projection',
    ],
    [
      { $project: { a: {} } },
      'Invalid $project :: caused by :: an empty object is not a valid value. Found empty object at path a',
    ],
    [
      { $project: { $a: 1 } },
      "Invalid $project :: caused by :: FieldPath field names may not start with '$'.",
    ],
    [{ $addFields: 1 }, '$addFields specification stage must be an object, got int'],
    [{ $addFields: {} }, 'Invalid $addFields :: caused by :: specification must have at least one field'],
    [{ $unset: 5 }, '$unset specification must be a string or an array with at least one field'],
    [{ $replaceRoot: {} }, 'no newRoot specified for the $replaceRoot stage'],
    [
      { $replaceRoot: { newRoot: '$none' } },
      "'newRoot' expression  must evaluate to an object, but resulting value was: MISSING. Type of resulting value: 'missing'. Input document: { _id: 1, t: \"x\" }",
    ],
    [{ $replaceRoot: 'x' }, 'the $replaceRoot stage specification must be an object, but found string'],
    [{ $unwind: 'sizes' }, "path option to $unwind stage should be prefixed with a '$': sizes"],
    [{ $unwind: {} }, 'no path specified to $unwind stage'],
    [{ $unwind: { path: '$a', includeArrayIndex: '' } }, 'includeArrayIndex must be a non-empty string'],
    [
      { $unwind: { path: '$a', preserveNullAndEmptyArrays: 1 } },
      'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage',
    ],
    [{ $lookup: { as: 'x' } }, "missing 'from' option to $lookup stage specification"],
    [{ $lookup: { from: 'x' } }, "must specify 'as' field for a $lookup"],
    [
      { $lookup: { from: 'x', as: 'y', localField: 'a' } },
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    ],
    [{ $lookup: { from: 5, as: 'y' } }, "$lookup argument 'from: 5' must be a string, is type int"],
    [{ $lookup: { from: 'x', as: 'y', foo: 1 } }, 'unknown argument to $lookup: foo'],
    [{ $lookup: { from: 'x', as: 'y', pipeline: 5 } }, "'pipeline' option must be specified as an array"],
    [
      { $lookup: { from: 'x', as: 'y', pipeline: [{ $a: 1, $b: 1 }] } },
      'A pipeline stage specification object must contain exactly one field.',
    ],
    [
      { $lookup: { from: 'x', as: 'y', pipeline: [], let: 5 } },
      "$lookup argument 'let: int' must be an object",
    ],
    [{ $facet: {} }, 'the $facet specification must be a non-empty object'],
    [{ $facet: { a: 5 } }, 'arguments to $facet must be arrays, a is type int'],
    [{ $facet: { a: [{ $facet: {} }] } }, '$facet is not allowed to be used within a $facet stage'],
  ])('%j: %s', (stage, message) => {
    expect(refusal(() => run([{ _id: 1, t: 'x' }], [stage]))).toBe(message);
  });
});
