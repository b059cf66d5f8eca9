import type { Fields } from '../document';
import { type QueryExample, table } from './example';

const TAGGED: Fields[] = [
  { _id: 'journal', qty: 25, tags: ['blank', 'red'], dim_cm: [14, 21] },
  { _id: 'notebook', qty: 50, tags: ['red', 'blank'], dim_cm: [14, 21] },
  { _id: 'paper', qty: 100, tags: ['red', 'blank', 'plain'], dim_cm: [14, 21] },
  { _id: 'planner', qty: 75, tags: ['blank', 'red'], dim_cm: [22.85, 30] },
  { _id: 'postcard', qty: 45, tags: ['blue'], dim_cm: [10, 15.25] },
];
const STOCK: Fields[] = [
  {
    _id: 'journal',
    instock: [
      { warehouse: 'A', qty: 5 },
      { warehouse: 'C', qty: 15 },
    ],
  },
  { _id: 'notebook', instock: [{ warehouse: 'C', qty: 5 }] },
  {
    _id: 'paper',
    instock: [
      { warehouse: 'A', qty: 60 },
      { warehouse: 'B', qty: 15 },
    ],
  },
  {
    _id: 'planner',
    instock: [
      { warehouse: 'A', qty: 40 },
      { warehouse: 'B', qty: 5 },
    ],
  },
  {
    _id: 'postcard',
    instock: [
      { warehouse: 'B', qty: 15 },
      { warehouse: 'C', qty: 35 },
    ],
  },
];
const SIZED: Fields[] = [
  { _id: 'journal', size: { h: 14, w: 21, uom: 'cm' }, status: 'A' },
  { _id: 'notebook', size: { h: 8.5, w: 11, uom: 'in' }, status: 'A' },
  { _id: 'paper', size: { h: 8.5, w: 11, uom: 'in' }, status: 'D' },
  { _id: 'planner', size: { h: 22.85, w: 30, uom: 'cm' }, status: 'D' },
  { _id: 'postcard', size: { h: 10, w: 15.25, uom: 'cm' }, status: 'A' },
];
const SURVEY: Fields[] = [
  {
    _id: 1,
    results: [
      { product: 'abc', score: 10 },
      { product: 'xyz', score: 5 },
    ],
  },
  {
    _id: 2,
    results: [
      { product: 'abc', score: 8 },
      { product: 'xyz', score: 7 },
    ],
  },
  {
    _id: 3,
    results: [
      { product: 'abc', score: 7 },
      { product: 'xyz', score: 8 },
    ],
  },
  {
    _id: 4,
    results: [
      { product: 'abc', score: 7 },
      { product: 'def', score: 8 },
    ],
  },
];
const CODES: Fields[] = [
  {
    _id: 'xyz',
    tags: ['school', 'book', 'bag', 'headphone', 'appliance'],
    qty: [
      { size: 'S', num: 10, color: 'blue' },
      { size: 'M', num: 45, color: 'blue' },
      { size: 'L', num: 100, color: 'green' },
    ],
  },
  {
    _id: 'abc',
    tags: ['appliance', 'school', 'book'],
    qty: [
      { size: '6', num: 100, color: 'green' },
      { size: '6', num: 50, color: 'blue' },
      { size: '8', num: 100, color: 'brown' },
    ],
  },
  {
    _id: 'efg',
    tags: ['school', 'book'],
    qty: [
      { size: 'S', num: 10, color: 'blue' },
      { size: 'M', num: 100, color: 'blue' },
      { size: 'L', num: 100, color: 'green' },
    ],
  },
  { _id: 'ijk', tags: ['electronics', 'school'], qty: [{ size: 'M', num: 100, color: 'green' }] },
];

export const ARRAY_QUERIES: readonly QueryExample[] = [
  ...table('tutorial/query-arrays', TAGGED, [
    [{ tags: ['red', 'blank'] }, ['notebook']],
    [{ tags: { $all: ['red', 'blank'] } }, ['journal', 'notebook', 'paper', 'planner']],
    [{ tags: 'red' }, ['journal', 'notebook', 'paper', 'planner']],
    [{ dim_cm: { $gt: 25 } }, ['planner']],
    [{ dim_cm: { $gt: 15, $lt: 20 } }, ['journal', 'notebook', 'paper', 'postcard']],
    [{ dim_cm: { $elemMatch: { $gt: 22, $lt: 30 } } }, ['planner']],
    [{ 'dim_cm.1': { $gt: 25 } }, ['planner']],
    [{ tags: { $size: 3 } }, ['paper']],
  ]),
  ...table('tutorial/query-array-of-documents', STOCK, [
    [{ instock: { warehouse: 'A', qty: 5 } }, ['journal']],
    [{ instock: { qty: 5, warehouse: 'A' } }, []],
    [{ 'instock.qty': { $lte: 20 } }, ['journal', 'notebook', 'paper', 'planner', 'postcard']],
    [{ 'instock.0.qty': { $lte: 20 } }, ['journal', 'notebook', 'postcard']],
    [{ instock: { $elemMatch: { qty: 5, warehouse: 'A' } } }, ['journal']],
    [{ instock: { $elemMatch: { qty: { $gt: 10, $lte: 20 } } } }, ['journal', 'paper', 'postcard']],
    [{ 'instock.qty': { $gt: 10, $lte: 20 } }, ['journal', 'paper', 'planner', 'postcard']],
    [{ 'instock.qty': 5, 'instock.warehouse': 'A' }, ['journal', 'planner']],
  ]),
  ...table('tutorial/query-embedded-documents', SIZED, [
    [{ size: { h: 14, w: 21, uom: 'cm' } }, ['journal']],
    [{ size: { w: 21, h: 14, uom: 'cm' } }, []],
    [{ 'size.uom': 'in' }, ['notebook', 'paper']],
    [{ 'size.h': { $lt: 15 } }, ['journal', 'notebook', 'paper', 'postcard']],
    [{ 'size.h': { $lt: 15 }, 'size.uom': 'in', status: 'D' }, ['paper']],
  ]),
  ...table(
    'operator/query/elemMatch',
    [
      { _id: 1, results: [82, 85, 88] },
      { _id: 2, results: [75, 88, 89] },
    ],
    [[{ results: { $elemMatch: { $gte: 80, $lt: 85 } } }, [1]]],
  ),
  ...table('operator/query/elemMatch', SURVEY, [
    [{ results: { $elemMatch: { product: 'xyz', score: { $gte: 8 } } } }, [3]],
    [{ results: { $elemMatch: { product: { $ne: 'xyz' } } } }, [1, 2, 3, 4]],
    [{ 'results.product': { $ne: 'xyz' } }, [4]],
  ]),
  ...table('operator/query/all', CODES, [
    [{ tags: { $all: ['appliance', 'school', 'book'] } }, ['xyz', 'abc']],
    [
      {
        qty: {
          $all: [
            { $elemMatch: { size: 'M', num: { $gt: 50 } } },
            { $elemMatch: { num: 100, color: 'green' } },
          ],
        },
      },
      ['efg', 'ijk'],
    ],
  ]),
  ...table(
    'operator/query/size',
    [
      { _id: 1, field: ['red', 'green'] },
      { _id: 2, field: ['apple', 'lime'] },
      { _id: 3, field: 'fruit' },
      { _id: 4, field: ['orange', 'lemon', 'grapefruit'] },
    ],
    [[{ field: { $size: 2 } }, [1, 2]]],
  ),
];
