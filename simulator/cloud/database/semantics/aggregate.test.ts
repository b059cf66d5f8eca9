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
