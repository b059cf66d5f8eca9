import type { ExpressionExample } from './example';

const OBJECTS: readonly ExpressionExample[] = [
  ['mergeObjects', { $mergeObjects: [{ a: 1 }, null] }, { a: 1 }],
  ['mergeObjects', { $mergeObjects: [null, null] }, {}],
  ['mergeObjects', { $mergeObjects: [{ a: 1 }, { a: 2, b: 2 }, { a: 3, c: 3 }] }, { a: 3, b: 2, c: 3 }],
  [
    'mergeObjects',
    { $mergeObjects: [{ a: 1 }, { a: 2, b: 2 }, { a: 3, b: null, c: 3 }] },
    { a: 3, b: null, c: 3 },
  ],
  [
    'objectToArray',
    { $objectToArray: { item: 'foo', qty: 25 } },
    [
      { k: 'item', v: 'foo' },
      { k: 'qty', v: 25 },
    ],
  ],
  [
    'objectToArray',
    { $objectToArray: { item: 'foo', size: { len: 25, w: 10, uom: 'cm' } } },
    [
      { k: 'item', v: 'foo' },
      { k: 'size', v: { len: 25, w: 10, uom: 'cm' } },
    ],
  ],
];

const SETS: readonly ExpressionExample[] = [
  ['allElementsTrue', { $allElementsTrue: [[true, 1, 'someString']] }, true],
  ['allElementsTrue', { $allElementsTrue: [[[false]]] }, true],
  ['allElementsTrue', { $allElementsTrue: [[]] }, true],
  ['allElementsTrue', { $allElementsTrue: [[null, false, 0]] }, false],
  ['anyElementTrue', { $anyElementTrue: [[true, false]] }, true],
  ['anyElementTrue', { $anyElementTrue: [[[false]]] }, true],
  ['anyElementTrue', { $anyElementTrue: [[null, false, 0]] }, false],
  ['anyElementTrue', { $anyElementTrue: [[]] }, false],
  [
    'setDifference',
    {
      $setDifference: [
        ['a', 'b', 'a'],
        ['b', 'a'],
      ],
    },
    [],
  ],
  ['setDifference', { $setDifference: [['a', 'b'], [['a', 'b']]] }, ['a', 'b']],
  [
    'setDifference',
    { $setDifference: ['$B', '$A'] },
    [['red'], ['blue']],
    { A: ['red', 'blue'], B: [['red'], ['blue']] },
  ],
  [
    'setEquals',
    {
      $setEquals: [
        ['a', 'b', 'a'],
        ['b', 'a'],
      ],
    },
    true,
  ],
  ['setEquals', { $setEquals: [['a', 'b'], [['a', 'b']]] }, false],
  [
    'setIntersection',
    {
      $setIntersection: [
        ['a', 'b', 'a'],
        ['b', 'a'],
      ],
    },
    ['a', 'b'],
  ],
  ['setIntersection', { $setIntersection: [['a', 'b'], [['a', 'b']]] }, []],
  [
    'setIsSubset',
    {
      $setIsSubset: [
        ['a', 'b', 'a'],
        ['b', 'a'],
      ],
    },
    true,
  ],
  ['setIsSubset', { $setIsSubset: [['a', 'b'], [['a', 'b']]] }, false],
  [
    'setUnion',
    {
      $setUnion: [
        ['a', 'b', 'a'],
        ['b', 'a'],
      ],
    },
    ['a', 'b'],
  ],
  ['setUnion', { $setUnion: [['a', 'b'], [['a', 'b']]] }, ['a', 'b', ['a', 'b']]],
];

const SCORES = { quizzes: [10, 6, 7], labs: [5, 8], final: 80, midterm: 75 };
const ACCUMULATORS: readonly ExpressionExample[] = [
  ['avg', { $avg: '$quizzes' }, 7.666666666666667, SCORES],
  ['avg', { $avg: ['$final', '$midterm'] }, 77.5, SCORES],
  ['sum', { $sum: '$quizzes' }, 23, SCORES],
  ['sum', { $sum: ['$final', '$midterm'] }, 155, SCORES],
  ['max', { $max: '$quizzes' }, 10, SCORES],
  ['min', { $min: ['$final', '$midterm'] }, 75, SCORES],
  [
    'stdDevPop',
    { $stdDevPop: '$scores.score' },
    8.04155872120988,
    { scores: [{ score: 85 }, { score: 90 }, { score: 71 }] },
  ],
];

export const SET_EXPRESSIONS: readonly ExpressionExample[] = [...OBJECTS, ...SETS, ...ACCUMULATORS];
