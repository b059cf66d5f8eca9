import type { ExpressionError, ExpressionExample } from './example';

export const LIST_EXPRESSIONS: readonly ExpressionExample[] = [
  ['arrayElemAt', { $arrayElemAt: [[1, 2, 3], 0] }, 1],
  ['arrayElemAt', { $arrayElemAt: [[1, 2, 3], -2] }, 2],
  ['arrayElemAt', { $arrayElemAt: [[1, 2, 3], 15] }, undefined],
  [
    'arrayToObject',
    {
      $arrayToObject: {
        $literal: [
          { k: 'item', v: 'abc123' },
          { k: 'qty', v: 25 },
        ],
      },
    },
    { item: 'abc123', qty: 25 },
  ],
  [
    'arrayToObject',
    {
      $arrayToObject: {
        $literal: [
          ['item', 'abc123'],
          ['qty', 25],
        ],
      },
    },
    { item: 'abc123', qty: 25 },
  ],
  ['concatArrays', { $concatArrays: [['hello', ' '], ['world']] }, ['hello', ' ', 'world']],
  [
    'concatArrays',
    {
      $concatArrays: [
        ['hello', ' '],
        [['world'], 'again'],
      ],
    },
    ['hello', ' ', ['world'], 'again'],
  ],
  [
    'filter',
    {
      $filter: {
        input: [1, 'a', 2, null, 3.1, 4, '5'],
        as: 'num',
        cond: { $and: [{ $gte: ['$$num', -9e18] }, { $lte: ['$$num', 9e18] }] },
      },
    },
    [1, 2, 3.1, 4],
  ],
  [
    'filter',
    { $filter: { input: '$items', as: 'item', cond: { $gte: ['$$item.price', 100] } } },
    [{ item_id: 2, price: 240 }],
    {
      items: [
        { item_id: 43, price: 10 },
        { item_id: 2, price: 240 },
      ],
    },
  ],
  ['in', { $in: [2, [1, 2, 3]] }, true],
  ['in', { $in: ['abc', ['xyz', 'abc']] }, true],
  ['in', { $in: ['xy', ['xyz', 'abc']] }, false],
  ['in', { $in: [['a'], ['a']] }, false],
  ['in', { $in: [['a'], [['a']]] }, true],
  ['in', { $in: [/^a/, ['a']] }, false],
  ['in', { $in: [/^a/, [/^a/]] }, true],
  ['indexOfArray', { $indexOfArray: [['a', 'abc'], 'a'] }, 0],
  ['indexOfArray', { $indexOfArray: [['a', 'abc', 'de', ['de']], ['de']] }, 3],
  ['indexOfArray', { $indexOfArray: [[1, 2], 5] }, -1],
  [
    'indexOfArray',
    {
      $indexOfArray: [
        [1, 2, 3],
        [1, 2],
      ],
    },
    -1,
  ],
  ['indexOfArray', { $indexOfArray: [[10, 9, 9, 8, 9], 9, 3] }, 4],
  ['indexOfArray', { $indexOfArray: [['a', 'abc', 'b'], 'b', 0, 1] }, -1],
  ['indexOfArray', { $indexOfArray: [['a', 'abc', 'b'], 'b', 1, 0] }, -1],
  ['indexOfArray', { $indexOfArray: [['a', 'abc', 'b'], 'b', 20] }, -1],
  ['indexOfArray', { $indexOfArray: [[null, null, null], null] }, 0],
  ['indexOfArray', { $indexOfArray: [null, 'foo'] }, null],
  ['isArray', { $isArray: ['hello'] }, false],
  ['isArray', { $isArray: [['hello', 'world']] }, true],
  [
    'map',
    { $map: { input: '$quizzes', as: 'grade', in: { $add: ['$$grade', 2] } } },
    [7, 8, 9],
    { quizzes: [5, 6, 7] },
  ],
  ['map', { $map: { input: '$quizzes', as: 'grade', in: { $add: ['$$grade', 2] } } }, [], { quizzes: [] }],
  [
    'map',
    { $map: { input: '$distances', as: 'd', in: { $trunc: '$$d' } } },
    [34, 81, 44],
    { distances: [34.57, 81.96, 44.24] },
  ],
  ['range', { $range: [0, 10, 2] }, [0, 2, 4, 6, 8]],
  ['range', { $range: [10, 0, -2] }, [10, 8, 6, 4, 2]],
  ['range', { $range: [0, 10, -2] }, []],
  ['range', { $range: [0, 5] }, [0, 1, 2, 3, 4]],
  [
    'reduce',
    { $reduce: { input: ['a', 'b', 'c'], initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
    'abc',
  ],
  [
    'reduce',
    {
      $reduce: {
        input: [1, 2, 3, 4],
        initialValue: { sum: 5, product: 2 },
        in: {
          sum: { $add: ['$$value.sum', '$$this'] },
          product: { $multiply: ['$$value.product', '$$this'] },
        },
      },
    },
    { sum: 15, product: 48 },
  ],
  [
    'reduce',
    {
      $reduce: {
        input: [
          [3, 4],
          [5, 6],
        ],
        initialValue: [1, 2],
        in: { $concatArrays: ['$$value', '$$this'] },
      },
    },
    [1, 2, 3, 4, 5, 6],
  ],
  [
    'reduce',
    {
      $reduce: {
        input: '$discounts',
        initialValue: '$price',
        in: { $multiply: ['$$value', { $subtract: [1, '$$this'] }] },
      },
    },
    24.224999999999998,
    { price: 40, discounts: [0.25, 0.15, 0.05] },
  ],
  ['reverseArray', { $reverseArray: { $literal: [1, 2, 3] } }, [3, 2, 1]],
  ['reverseArray', { $reverseArray: { $slice: [['foo', 'bar', 'baz', 'qux'], 1, 2] } }, ['baz', 'bar']],
  ['reverseArray', { $reverseArray: null }, null],
  [
    'reverseArray',
    {
      $reverseArray: {
        $literal: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
    },
    [
      [4, 5, 6],
      [1, 2, 3],
    ],
  ],
  ['size', { $size: '$colors' }, 3, { colors: ['blue', 'black', 'red'] }],
  ['size', { $size: '$colors' }, 0, { colors: [] }],
  ['slice', { $slice: [[1, 2, 3], 1, 1] }, [2]],
  ['slice', { $slice: [[1, 2, 3], -2] }, [2, 3]],
  ['slice', { $slice: [[1, 2, 3], 15, 2] }, []],
  ['slice', { $slice: [[1, 2, 3], -15, 2] }, [1, 2]],
  ['zip', { $zip: { inputs: [['a'], ['b'], ['c']] } }, [['a', 'b', 'c']]],
  ['zip', { $zip: { inputs: [['a'], ['b', 'c']] } }, [['a', 'b']]],
  [
    'zip',
    { $zip: { inputs: [[1], [2, 3]], useLongestLength: true } },
    [
      [1, 2],
      [null, 3],
    ],
  ],
  [
    'zip',
    { $zip: { inputs: [[1], [2, 3], [4]], useLongestLength: true, defaults: ['a', 'b', 'c'] } },
    [
      [1, 2, 4],
      ['a', 3, 'c'],
    ],
  ],
];

export const LIST_ERRORS: readonly ExpressionError[] = [
  ['indexOfArray', { $indexOfArray: ['foo', 'foo'] }],
  ['indexOfArray', { $indexOfArray: [['a', 'abc', 'b'], 'b', -1] }],
  ['in', { $in: ['abc', '$missing'] }],
  ['size', { $size: '$missing' }],
  ['zip', { $zip: { inputs: [[1], [2]], defaults: ['a', 'b'] } }],
  ['slice', { $slice: [[1, 2, 3], 1, 0] }],
  ['range', { $range: [0, 10, 0] }],
];
