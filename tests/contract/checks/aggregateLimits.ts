import assert from 'node:assert/strict';
import { check, defineChecks } from '../harness/checks';
import { numbered } from '../harness/expect';
import { sales } from './databaseAggregate';

const stages = 'document: Aggregate';
const mongo = 'document: MongoDB manual, aggregation';

export const aggregateLimits = defineChecks('database: aggregate, its limits, joins and refusals', [
  check('sample gives as many as asked, of those there are', stages, async ({ scratch }) => {
    const collection = await scratch(numbered(10));
    const { list } = await collection.aggregate().sample({ size: 3 }).end();
    assert.equal(new Set(list.map(({ _id }) => _id)).size, 3);
  }),
  check(
    'aggregate gives 20 rows unless limit says otherwise',
    "measured: several reports in the developers' forum",
    async ({ scratch, _ }) => {
      const collection = await scratch(numbered(30));
      assert.equal(
        (
          await collection
            .aggregate()
            .match({ n: _.gte(0) })
            .end()
        ).list.length,
        20,
      );
    },
  ),
  check(
    'aggregate with limit gives up to that many',
    "measured: several reports in the developers' forum",
    async ({ scratch, _ }) => {
      const collection = await scratch(numbered(1200));
      assert.equal(
        (
          await collection
            .aggregate()
            .match({ n: _.gte(0) })
            .limit(1100)
            .end()
        ).list.length,
        1100,
      );
    },
  ),
  check(
    'without sort the rows come in the order of insertion',
    "measured: the vendor's node-sdk test suite",
    async ({ scratch }) => {
      const collection = await scratch([{ _id: 'z' }, { _id: 'a' }, { _id: 'm' }]);
      const { list } = await collection.aggregate().match({}).end();
      assert.deepEqual(
        list.map(({ _id }) => _id),
        ['z', 'a', 'm'],
      );
    },
  ),
  check('lookup joins by equal fields', stages, async ({ scratch }) => {
    const orders = await scratch([{ _id: 'o1', item: 'abc' }, { _id: 'o2', item: 'gone' }, { _id: 'o3' }]);
    const goods = await scratch([
      { _id: 'g1', sku: 'abc', stock: 120 },
      { _id: 'g2', stock: 1 },
    ]);
    const from = (goods as unknown as { collectionName: string }).collectionName;
    const { list } = await orders
      .aggregate()
      .lookup({ from, localField: 'item', foreignField: 'sku', as: 'goods' })
      .sort({ _id: 1 })
      .end();
    assert.deepEqual(list, [
      { _id: 'o1', item: 'abc', goods: [{ _id: 'g1', sku: 'abc', stock: 120 }] },
      { _id: 'o2', item: 'gone', goods: [] },
      { _id: 'o3', goods: [{ _id: 'g2', stock: 1 }] },
    ]);
  }),
  check('lookup with a pipeline and let', stages, async ({ scratch, _ }) => {
    const orders = await scratch([{ _id: 'o1', item: 'abc', need: 3 }]);
    const stock = await scratch([
      { _id: 's1', item: 'abc', left: 5 },
      { _id: 's2', item: 'abc', left: 1 },
    ]);
    const from = (stock as unknown as { collectionName: string }).collectionName;
    const pipeline = _.aggregate
      .pipeline()
      .match(
        _.expr(_.aggregate.and([_.aggregate.eq(['$item', '$$item']), _.aggregate.gte(['$left', '$$need'])])),
      )
      .project({ left: 1 })
      .done();
    const { list } = await orders
      .aggregate()
      .lookup({ from, let: { item: '$item', need: '$need' }, pipeline, as: 'stock' })
      .end();
    assert.deepEqual(list[0]?.stock, [{ _id: 's1', left: 5 }]);
  }),
  check('aggregate answers dates as dates', stages, async ({ scratch }) => {
    const collection = await scratch(sales);
    const { list, errMsg } = await collection.aggregate().match({ _id: '1' }).end();
    assert.deepEqual(list[0]?.at, new Date('2026-01-01T08:00:00Z'));
    assert.equal(errMsg, 'collection.aggregate:ok');
  }),
  check('aggregate never changes the collection', stages, async ({ scratch }) => {
    const collection = await scratch(sales);
    await collection
      .aggregate()
      .addFields({ x: 1 })
      .replaceRoot({ newRoot: { n: '$x' } })
      .end();
    assert.deepEqual((await collection.doc('4').get()).data, sales[3]);
  }),
  check('an unknown expression is refused', mongo, async ({ scratch }) => {
    const collection = await scratch(sales);
    await assert.rejects(
      collection
        .aggregate()
        .project({ x: { $nonsense: 1 } })
        .end(),
      /nonsense/,
    );
  }),
  ...(['facet', 'graphLookup', 'redact', 'out', 'collStats', 'indexStats'] as const).map((stage) =>
    check(
      `the stage ${stage} does not exist in 4.0.2: calling it throws`,
      'measured: wx-server-sdk 4.0.2',
      async ({ scratch }) => {
        const collection = await scratch();
        assert.throws(() => collection.aggregate()[stage]({}), /is not a function/);
      },
    ),
  ),
]);
