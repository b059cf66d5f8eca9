import type { Fields } from '../document';
import { date, type PipelineExample, pipelines } from './example';

const SALES: Fields[] = [
  { _id: 1, item: 'abc', price: 10, quantity: 2, date: date('2014-03-01T08:00:00Z') },
  { _id: 2, item: 'jkl', price: 20, quantity: 1, date: date('2014-03-01T09:00:00Z') },
  { _id: 3, item: 'xyz', price: 5, quantity: 10, date: date('2014-03-15T09:00:00Z') },
  { _id: 4, item: 'xyz', price: 5, quantity: 20, date: date('2014-04-04T11:21:39.736Z') },
  { _id: 5, item: 'abc', price: 10, quantity: 10, date: date('2014-04-04T21:23:13.331Z') },
];
const BOOKS: Fields[] = [
  { _id: 8751, title: 'The Banquet', author: 'Dante', copies: 2 },
  { _id: 8752, title: 'Divine Comedy', author: 'Dante', copies: 1 },
  { _id: 8645, title: 'Eclogues', author: 'Dante', copies: 2 },
  { _id: 7000, title: 'The Odyssey', author: 'Homer', copies: 10 },
  { _id: 7020, title: 'Iliad', author: 'Homer', copies: 10 },
];
const QUIZ: Fields[] = [
  { _id: 1, name: 'dave123', quiz: 1, score: 85 },
  { _id: 2, name: 'dave2', quiz: 1, score: 90 },
  { _id: 3, name: 'ahn', quiz: 1, score: 71 },
  { _id: 4, name: 'li', quiz: 2, score: 96 },
  { _id: 5, name: 'annT', quiz: 2, score: 77 },
  { _id: 6, name: 'ty', quiz: 2, score: 82 },
];
const TOTALS = {
  totalPrice: { $sum: { $multiply: ['$price', '$quantity'] } },
  averageQuantity: { $avg: '$quantity' },
  count: { $sum: 1 },
};
const MERGED: Fields[] = [
  { _id: 1, year: 2017, item: 'A', quantity: { '2017Q1': 500, '2017Q2': 500 } },
  { _id: 2, year: 2016, item: 'A', quantity: { '2016Q1': 400, '2016Q2': 300, '2016Q3': 0, '2016Q4': 0 } },
  { _id: 3, year: 2017, item: 'B', quantity: { '2017Q1': 300 } },
  { _id: 4, year: 2016, item: 'B', quantity: { '2016Q3': 100, '2016Q4': 250 } },
];

/** `$group` and its accumulators; the manual promises no order. */
export const GROUPS: readonly PipelineExample[] = [
  ...pipelines('group', SALES, [
    [
      [
        {
          $group: {
            _id: { month: { $month: '$date' }, day: { $dayOfMonth: '$date' }, year: { $year: '$date' } },
            ...TOTALS,
          },
        },
      ],
      [
        { _id: { month: 3, day: 15, year: 2014 }, totalPrice: 50, averageQuantity: 10, count: 1 },
        { _id: { month: 4, day: 4, year: 2014 }, totalPrice: 200, averageQuantity: 15, count: 2 },
        { _id: { month: 3, day: 1, year: 2014 }, totalPrice: 40, averageQuantity: 1.5, count: 2 },
      ],
    ],
    [
      [{ $group: { _id: null, ...TOTALS } }],
      [{ _id: null, totalPrice: 290, averageQuantity: 8.6, count: 5 }],
    ],
    [[{ $group: { _id: '$item' } }], [{ _id: 'xyz' }, { _id: 'jkl' }, { _id: 'abc' }]],
  ]),
  ...pipelines('push', BOOKS, [
    [
      [{ $group: { _id: '$author', books: { $push: '$title' } } }],
      [
        { _id: 'Homer', books: ['The Odyssey', 'Iliad'] },
        { _id: 'Dante', books: ['The Banquet', 'Divine Comedy', 'Eclogues'] },
      ],
    ],
    [
      [{ $group: { _id: '$author', books: { $push: '$$ROOT' } } }],
      [
        { _id: 'Homer', books: BOOKS.slice(3) },
        { _id: 'Dante', books: BOOKS.slice(0, 3) },
      ],
    ],
  ]),
  ...pipelines('stdDevPop', QUIZ, [
    [
      [{ $group: { _id: '$quiz', stdDev: { $stdDevPop: '$score' } } }],
      [
        { _id: 2, stdDev: 8.04155872120988 },
        { _id: 1, stdDev: 8.04155872120988 },
      ],
    ],
  ]),
  ...pipelines('first', SALES, [
    [
      [{ $sort: { item: 1, date: 1 } }, { $group: { _id: '$item', firstSale: { $first: '$date' } } }],
      [
        { _id: 'xyz', firstSale: date('2014-03-15T09:00:00Z') },
        { _id: 'jkl', firstSale: date('2014-03-01T09:00:00Z') },
        { _id: 'abc', firstSale: date('2014-03-01T08:00:00Z') },
      ],
    ],
  ]),
  ...pipelines('last', SALES, [
    [
      [{ $sort: { item: 1, date: 1 } }, { $group: { _id: '$item', lastSale: { $last: '$date' } } }],
      [
        { _id: 'xyz', lastSale: date('2014-04-04T11:21:39.736Z') },
        { _id: 'jkl', lastSale: date('2014-03-01T09:00:00Z') },
        { _id: 'abc', lastSale: date('2014-04-04T21:23:13.331Z') },
      ],
    ],
  ]),
  ...pipelines('max', SALES, [
    [
      [{ $group: { _id: '$item', maxQuantity: { $max: '$quantity' }, minQuantity: { $min: '$quantity' } } }],
      [
        { _id: 'xyz', maxQuantity: 20, minQuantity: 10 },
        { _id: 'jkl', maxQuantity: 1, minQuantity: 1 },
        { _id: 'abc', maxQuantity: 10, minQuantity: 2 },
      ],
    ],
  ]),
  ...pipelines('addToSet', SALES, [
    [
      [{ $group: { _id: { $month: '$date' }, items: { $addToSet: '$item' } } }],
      [
        { _id: 3, items: ['abc', 'jkl', 'xyz'] },
        { _id: 4, items: ['xyz', 'abc'] },
      ],
    ],
  ]),
  ...pipelines('count-accumulator', BOOKS, [
    [
      [{ $group: { _id: '$author', n: { $count: {} } } }],
      [
        { _id: 'Dante', n: 3 },
        { _id: 'Homer', n: 2 },
      ],
    ],
  ]),
  ...pipelines('mergeObjects', MERGED, [
    [
      [{ $group: { _id: '$item', mergedSales: { $mergeObjects: '$quantity' } } }],
      [
        { _id: 'B', mergedSales: { '2017Q1': 300, '2016Q3': 100, '2016Q4': 250 } },
        {
          _id: 'A',
          mergedSales: {
            '2017Q1': 500,
            '2017Q2': 500,
            '2016Q1': 400,
            '2016Q2': 300,
            '2016Q3': 0,
            '2016Q4': 0,
          },
        },
      ],
    ],
  ]),
].map((example) => ({ ...example, anyOrder: true }));
