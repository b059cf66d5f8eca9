import assert from 'node:assert/strict';
import { check, defineChecks, type Proof } from '../harness/checks';
import type { Aggregate, Command, Doc } from '../harness/sdk';

const stages = 'document: Aggregate';
const mongo = 'document: MongoDB manual, aggregation';

export const sales: Doc[] = [
  {
    _id: '1',
    item: 'abc',
    price: 10,
    quantity: 2,
    at: new Date('2026-01-01T08:00:00Z'),
    tags: ['red', 'big'],
  },
  { _id: '2', item: 'jkl', price: 20, quantity: 1, at: new Date('2026-02-03T09:00:00Z'), tags: ['red'] },
  { _id: '3', item: 'xyz', price: 5, quantity: 10, at: new Date('2026-02-15T09:12:00Z'), tags: [] },
  { _id: '4', item: 'abc', price: 10, quantity: 5, at: new Date('2026-02-16T16:10:00Z') },
];

/** The pipeline over the four sales gives exactly these rows. */
function gives(
  name: string,
  evidence: Proof,
  pipeline: (aggregate: Aggregate, _: Command) => Aggregate,
  rows: readonly Doc[],
) {
  return check(name, evidence, async ({ scratch, _ }) => {
    const collection = await scratch(sales);
    assert.deepEqual((await pipeline(collection.aggregate(), _).end()).list, rows);
  });
}

export const databaseAggregate = defineChecks('database: aggregate', [
  gives('match and project', stages, (a, _) => a.match({ price: _.gte(10) }).project({ _id: 0, item: 1 }), [
    { item: 'abc' },
    { item: 'jkl' },
    { item: 'abc' },
  ]),
  gives(
    'match takes conditions of the command object',
    stages,
    (a, _) => a.match(_.or([{ item: 'xyz' }, { price: _.gt(15) }])).project({ item: 1 }),
    [
      { _id: '2', item: 'jkl' },
      { _id: '3', item: 'xyz' },
    ],
  ),
  gives(
    'project computes',
    stages,
    (a, _) => a.project({ total: _.aggregate.multiply(['$price', '$quantity']) }).limit(2),
    [
      { _id: '1', total: 20 },
      { _id: '2', total: 20 },
    ],
  ),
  gives(
    'addFields keeps what is there',
    stages,
    (a) =>
      a
        .match({ _id: '3' })
        .addFields({ total: { $multiply: ['$price', '$quantity'] } })
        .project({ at: 0, tags: 0 }),
    [{ _id: '3', item: 'xyz', price: 5, quantity: 10, total: 50 }],
  ),
  gives(
    'group with sum, avg, min, max',
    stages,
    (a, _) =>
      a
        .group({
          _id: '$item',
          quantity: _.aggregate.sum('$quantity'),
          mean: _.aggregate.avg('$quantity'),
          least: _.aggregate.min('$quantity'),
          most: _.aggregate.max('$quantity'),
        })
        .sort({ _id: 1 }),
    [
      { _id: 'abc', quantity: 7, mean: 3.5, least: 2, most: 5 },
      { _id: 'jkl', quantity: 1, mean: 1, least: 1, most: 1 },
      { _id: 'xyz', quantity: 10, mean: 10, least: 10, most: 10 },
    ],
  ),
  gives(
    'group of everything under null',
    stages,
    (a, _) =>
      a.group({
        _id: null,
        total: _.aggregate.sum(_.aggregate.multiply(['$price', '$quantity'])),
        count: _.aggregate.sum(1),
      }),
    [{ _id: null, total: 140, count: 4 }],
  ),
  gives(
    'group by several fields',
    stages,
    (a, _) =>
      a
        .group({ _id: { item: '$item', month: { $month: '$at' } }, n: _.aggregate.sum(1) })
        .match({ '_id.item': 'abc' })
        .sort({ '_id.month': 1 }),
    [
      { _id: { item: 'abc', month: 1 }, n: 1 },
      { _id: { item: 'abc', month: 2 }, n: 1 },
    ],
  ),
  gives(
    'group with push, first, last',
    stages,
    (a, _) =>
      a
        .sort({ _id: 1 })
        .group({
          _id: '$item',
          all: _.aggregate.push('$quantity'),
          first: _.aggregate.first('$_id'),
          last: _.aggregate.last('$_id'),
        })
        .match({ _id: 'abc' }),
    [{ _id: 'abc', all: [2, 5], first: '1', last: '4' }],
  ),
  gives(
    'group with addToSet',
    stages,
    (a, _) =>
      a
        .group({ _id: null, items: _.aggregate.addToSet('$item') })
        .project({ _id: 0, n: { $size: '$items' } }),
    [{ n: 3 }],
  ),
  gives(
    'group with stdDevPop',
    stages,
    (a, _) => a.match({ item: 'abc' }).group({ _id: null, spread: _.aggregate.stdDevPop('$quantity') }),
    [{ _id: null, spread: 1.5 }],
  ),
  gives(
    'sort, skip, limit',
    stages,
    (a) => a.sort({ price: -1, _id: -1 }).skip(1).limit(2).project({ price: 1 }),
    [
      { _id: '4', price: 10 },
      { _id: '1', price: 10 },
    ],
  ),
  gives('count', stages, (a, _) => a.match({ price: _.lt(20) }).count('cheap'), [{ cheap: 3 }]),
  gives('count of nothing gives no row', mongo, (a) => a.match({ price: -1 }).count('none'), []),
  gives(
    'unwind makes one row of each element and drops empty and missing lists',
    stages,
    (a) => a.unwind('$tags').project({ tags: 1 }),
    [
      { _id: '1', tags: 'red' },
      { _id: '1', tags: 'big' },
      { _id: '2', tags: 'red' },
    ],
  ),
  gives(
    'unwind can keep them and number the elements',
    stages,
    (a) =>
      a
        .unwind({ path: '$tags', includeArrayIndex: 'place', preserveNullAndEmptyArrays: true })
        .project({ tags: 1, place: 1 }),
    [
      { _id: '1', tags: 'red', place: 0 },
      { _id: '1', tags: 'big', place: 1 },
      { _id: '2', tags: 'red', place: 0 },
      { _id: '3', place: null },
      { _id: '4', place: null },
    ],
  ),
  gives(
    'bucket takes a boundary into the upper bucket',
    mongo,
    (a, _) =>
      a.bucket({
        groupBy: '$price',
        boundaries: [5, 10, 20],
        default: 'other',
        output: { n: _.aggregate.sum(1) },
      }),
    [
      { _id: 5, n: 1 },
      { _id: 10, n: 2 },
      { _id: 'other', n: 1 },
    ],
  ),
  gives('bucketAuto divides evenly', stages, (a) => a.bucketAuto({ groupBy: '$quantity', buckets: 2 }), [
    { _id: { min: 1, max: 5 }, count: 2 },
    { _id: { min: 5, max: 10 }, count: 2 },
  ]),
  gives('sortByCount', stages, (a) => a.sortByCount('$item').limit(1), [{ _id: 'abc', count: 2 }]),
  gives(
    'replaceRoot',
    stages,
    (a) => a.match({ _id: '1' }).replaceRoot({ newRoot: { name: '$item', n: '$quantity' } }),
    [{ name: 'abc', n: 2 }],
  ),
  gives(
    'dateToString in China time',
    mongo,
    (a, _) =>
      a.match({ _id: '4' }).project({
        day: _.aggregate.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
      }),
    [{ _id: '4', day: '2026-02-17' }],
  ),
  gives(
    'cond and ifNull',
    stages,
    (a, _) =>
      a
        .project({
          size: _.aggregate.cond([_.aggregate.gte(['$quantity', 5]), 'many', 'few']),
          tags: _.aggregate.ifNull(['$tags', 'none']),
        })
        .match({ _id: _.in(['3', '4']) }),
    [
      { _id: '3', size: 'many', tags: [] },
      { _id: '4', size: 'many', tags: 'none' },
    ],
  ),
]);
