import type { Fields } from '../document';
import { type PipelineExample, pipelines } from './example';

const SCORES: Fields[] = [
  { _id: 1, student: 'Maya', homework: [10, 5, 10], quiz: [10, 8], extraCredit: 0 },
  { _id: 2, student: 'Ryan', homework: [5, 6, 5], quiz: [8, 8], extraCredit: 8 },
];
const VEHICLES: Fields[] = [
  { _id: 1, type: 'car', specs: { doors: 4, wheels: 4 } },
  { _id: 3, type: 'jet ski' },
];
const PEOPLE: Fields[] = [
  { _id: 1, name: 'Arlene', age: 34, pets: { dogs: 2, cats: 1 } },
  { _id: 2, name: 'Sam', age: 41, pets: { cats: 1, fish: 3 } },
  { _id: 3, name: 'Maria', age: 25 },
];
const BOOK = {
  _id: 1,
  title: 'abc123',
  isbn: '0001122223334',
  author: { last: 'zzz', first: 'aaa' },
  copies: 5,
};
const BOOKMARKS: Fields[] = [
  { _id: 1, user: '1234', stop: { title: 'book1', author: 'xyz', page: 32 } },
  {
    _id: 2,
    user: '7890',
    stop: [
      { title: 'book2', author: 'abc', page: 5 },
      { title: 'book3', author: 'ijk', page: 100 },
    ],
  },
];
const SIZES: Fields[] = [
  { _id: 1, item: 'ABC', price: 80, sizes: ['S', 'M', 'L'] },
  { _id: 2, item: 'EFG', price: 120, sizes: [] },
  { _id: 3, item: 'IJK', price: 160, sizes: 'M' },
  { _id: 4, item: 'LMN', price: 10 },
  { _id: 5, item: 'XYZ', price: 5.75, sizes: null },
];
const S = { _id: 1, item: 'ABC', price: 80, sizes: 'S' };
const M = { ...S, sizes: 'M' };
const L = { ...S, sizes: 'L' };
const ONE = { _id: 3, item: 'IJK', price: 160, sizes: 'M' };
const ZOO: Fields[] = [{ _id: 1, dogs: 10, cats: 15 }];

/** Stages that change each document by itself. */
export const SHAPES: readonly PipelineExample[] = [
  ...pipelines('addFields', SCORES, [
    [
      [
        { $addFields: { totalHomework: { $sum: '$homework' }, totalQuiz: { $sum: '$quiz' } } },
        { $addFields: { totalScore: { $add: ['$totalHomework', '$totalQuiz', '$extraCredit'] } } },
      ],
      [
        { ...SCORES[0], totalHomework: 25, totalQuiz: 18, totalScore: 43 },
        { ...SCORES[1], totalHomework: 16, totalQuiz: 16, totalScore: 40 },
      ],
    ],
    [
      [{ $match: { _id: 1 } }, { $addFields: { homework: { $concatArrays: ['$homework', [7]] } } }],
      [{ ...SCORES[0], homework: [10, 5, 10, 7] }],
    ],
  ]),
  ...pipelines('addFields', VEHICLES, [
    [
      [{ $addFields: { 'specs.fuel_type': 'unleaded' } }],
      [
        { _id: 1, type: 'car', specs: { doors: 4, wheels: 4, fuel_type: 'unleaded' } },
        { _id: 3, type: 'jet ski', specs: { fuel_type: 'unleaded' } },
      ],
    ],
  ]),
  ...pipelines('addFields', ZOO, [
    [[{ $addFields: { cats: 20 } }], [{ _id: 1, dogs: 10, cats: 20 }]],
    [[{ $addFields: { cats: '$$REMOVE' } }], [{ _id: 1, dogs: 10 }]],
  ]),
  ...pipelines(
    'addFields',
    [{ _id: 1, item: 'tangerine', type: 'citrus' }],
    [
      [
        [{ $addFields: { _id: '$item', item: 'fruit' } }],
        [{ _id: 'tangerine', item: 'fruit', type: 'citrus' }],
      ],
    ],
  ),
  ...pipelines('set', VEHICLES, [
    [
      [{ $set: { 'specs.doors': 2 } }, { $limit: 1 }],
      [{ _id: 1, type: 'car', specs: { doors: 2, wheels: 4 } }],
    ],
  ]),
  ...pipelines(
    'unset',
    [BOOK],
    [
      [
        [{ $unset: 'copies' }],
        [{ _id: 1, title: 'abc123', isbn: '0001122223334', author: { last: 'zzz', first: 'aaa' } }],
      ],
      [
        [{ $unset: ['isbn', 'author.first', 'copies'] }],
        [{ _id: 1, title: 'abc123', author: { last: 'zzz' } }],
      ],
    ],
  ),
  ...pipelines(
    'project',
    [BOOK],
    [
      [
        [{ $project: { title: 1, author: 1 } }],
        [{ _id: 1, title: 'abc123', author: { last: 'zzz', first: 'aaa' } }],
      ],
      [
        [{ $project: { _id: 0, title: 1, author: 1 } }],
        [{ title: 'abc123', author: { last: 'zzz', first: 'aaa' } }],
      ],
      [
        [{ $project: { 'author.first': 0, copies: 0 } }],
        [{ _id: 1, title: 'abc123', isbn: '0001122223334', author: { last: 'zzz' } }],
      ],
      [
        [
          {
            $project: {
              title: 1,
              isbn: {
                prefix: { $substr: ['$isbn', 0, 3] },
                group: { $substr: ['$isbn', 3, 2] },
                publisher: { $substr: ['$isbn', 5, 4] },
                title: { $substr: ['$isbn', 9, 3] },
                checkDigit: { $substr: ['$isbn', 12, 1] },
              },
              lastName: '$author.last',
              copiesSold: '$copies',
            },
          },
        ],
        [
          {
            _id: 1,
            title: 'abc123',
            isbn: { prefix: '000', group: '11', publisher: '2222', title: '333', checkDigit: '4' },
            lastName: 'zzz',
            copiesSold: 5,
          },
        ],
      ],
    ],
  ),
  ...pipelines('project', BOOKMARKS, [
    [
      [{ $project: { 'stop.title': 1 } }],
      [
        { _id: 1, stop: { title: 'book1' } },
        { _id: 2, stop: [{ title: 'book2' }, { title: 'book3' }] },
      ],
    ],
    [
      [{ $project: { stop: { title: 1 } } }],
      [
        { _id: 1, stop: { title: 'book1' } },
        { _id: 2, stop: [{ title: 'book2' }, { title: 'book3' }] },
      ],
    ],
  ]),
  ...pipelines(
    'project',
    [{ _id: 1, x: 1, y: 1 }],
    [
      [[{ $project: { myArray: ['$x', '$y'] } }], [{ _id: 1, myArray: [1, 1] }]],
      [[{ $project: { myArray: ['$x', '$y', '$someField'] } }], [{ _id: 1, myArray: [1, 1, null] }]],
    ],
  ),
  ...pipelines('replaceRoot', PEOPLE, [
    [
      [{ $replaceRoot: { newRoot: { $mergeObjects: [{ dogs: 0, cats: 0, birds: 0, fish: 0 }, '$pets'] } } }],
      [
        { dogs: 2, cats: 1, birds: 0, fish: 0 },
        { dogs: 0, cats: 1, birds: 0, fish: 3 },
        { dogs: 0, cats: 0, birds: 0, fish: 0 },
      ],
    ],
  ]),
  ...pipelines(
    'replaceRoot',
    [{ _id: 1, first_name: 'Gary', last_name: 'Sheffield', city: 'New York' }],
    [
      [
        [{ $replaceRoot: { newRoot: { full_name: { $concat: ['$first_name', ' ', '$last_name'] } } } }],
        [{ full_name: 'Gary Sheffield' }],
      ],
    ],
  ),
  ...pipelines('replaceWith', PEOPLE.slice(0, 1), [[[{ $replaceWith: '$pets' }], [{ dogs: 2, cats: 1 }]]]),
  ...pipelines(
    'unwind',
    [{ _id: 1, item: 'ABC1', sizes: ['S', 'M', 'L'] }],
    [[[{ $unwind: '$sizes' }], ['S', 'M', 'L'].map((sizes) => ({ _id: 1, item: 'ABC1', sizes }))]],
  ),
  ...pipelines('unwind', SIZES, [
    [[{ $unwind: { path: '$sizes' } }], [S, M, L, ONE]],
    [
      [{ $unwind: { path: '$sizes', includeArrayIndex: 'arrayIndex' } }],
      [
        { ...S, arrayIndex: 0 },
        { ...M, arrayIndex: 1 },
        { ...L, arrayIndex: 2 },
        { ...ONE, arrayIndex: null },
      ],
    ],
    [
      [{ $unwind: { path: '$sizes', preserveNullAndEmptyArrays: true } }],
      [
        S,
        M,
        L,
        { _id: 2, item: 'EFG', price: 120 },
        ONE,
        { _id: 4, item: 'LMN', price: 10 },
        { _id: 5, item: 'XYZ', price: 5.75, sizes: null },
      ],
    ],
  ]),
];
