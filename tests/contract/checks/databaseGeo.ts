import assert from 'node:assert/strict';
import { check, defineChecks, localCheck } from '../harness/checks';
import { idsOf, refuses } from '../harness/expect';
import type { Database, Doc } from '../harness/sdk';

const page = 'document: Command.geoNear, geoWithin, geoIntersects; Geo';
const forum = "measured: the developers' forum";

/** Gates of an estate near 121.47 E 31.23 N, about 0, 96, 960 and 9,600 metres away. */
function gates({ Geo }: Database): Doc[] {
  return [0, 0.001, 0.01, 0.1].map((east, n) => ({
    _id: `g${n}`,
    location: Geo.Point(121.47 + east, 31.23),
  }));
}

function square({ Geo }: Database, from: number, to: number) {
  const corners = [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
  return Geo.LineString(corners.map(([x, y]) => Geo.Point(x, y)));
}

export const databaseGeo = defineChecks('database: places', [
  check('a point is kept and comes back with longitude and latitude', page, async ({ scratch, db }) => {
    const collection = await scratch([{ _id: 'a', at: db.Geo.Point(121.5, 31.2) }]);
    const { at } = (await collection.doc('a').get()).data as { at: { longitude: number; latitude: number } };
    assert.deepEqual([at.longitude, at.latitude], [121.5, 31.2]);
  }),
  check('a GeoJSON object is a point as well', page, async ({ scratch }) => {
    const collection = await scratch([{ _id: 'a', at: { type: 'Point', coordinates: [121.5, 31.2] } }]);
    const { at } = (await collection.doc('a').get()).data as { at: { longitude: number } };
    assert.equal(at.longitude, 121.5);
  }),
  check('a point off the globe is refused', page, async ({ db }) => {
    assert.throws(() => db.Geo.Point(181, 0), /longitude/);
    assert.throws(() => db.Geo.Point(0, 91), /latitude/);
  }),
  check('geoWithin a polygon', page, async ({ scratch, db, _ }) => {
    const collection = await scratch([
      { _id: 'in', at: db.Geo.Point(1, 1) },
      { _id: 'out', at: db.Geo.Point(9, 9) },
    ]);
    const geometry = db.Geo.Polygon([square(db, 0, 4)]);
    assert.deepEqual(await idsOf(collection.where({ at: _.geoWithin({ geometry }) })), ['in']);
  }),
  check('geoWithin a polygon with a hole', page, async ({ scratch, db, _ }) => {
    const collection = await scratch([
      { _id: 'ring', at: db.Geo.Point(1, 1) },
      { _id: 'hole', at: db.Geo.Point(3, 3) },
    ]);
    const geometry = db.Geo.Polygon([square(db, 0, 6), square(db, 2, 4)]);
    assert.deepEqual(await idsOf(collection.where({ at: _.geoWithin({ geometry }) })), ['ring']);
  }),
  check('geoWithin a circle, its radius in radians', page, async ({ scratch, db, _ }) => {
    const collection = await scratch(gates(db));
    const near = _.geoWithin({ centerSphere: [[121.47, 31.23], 0.5 / 6378.1] });
    assert.deepEqual(await idsOf(collection.where({ location: near })), ['g0', 'g1']);
  }),
  check('geoIntersects finds what touches a line', page, async ({ scratch, db, _ }) => {
    const collection = await scratch([
      { _id: 'crossed', area: db.Geo.Polygon([square(db, 0, 2)]) },
      { _id: 'apart', area: db.Geo.Polygon([square(db, 5, 6)]) },
    ]);
    const geometry = db.Geo.LineString([db.Geo.Point(-1, 1), db.Geo.Point(3, 1)]);
    assert.deepEqual(await idsOf(collection.where({ area: _.geoIntersects({ geometry }) })), ['crossed']);
  }),
  check(
    'geoWithin filters a remove as well',
    "measured: the vendor's node-sdk test suite",
    async ({ scratch, db, _ }) => {
      const collection = await scratch([
        { _id: 'in', at: db.Geo.Point(1, 1) },
        { _id: 'out', at: db.Geo.Point(9, 9) },
      ]);
      const geometry = db.Geo.Polygon([square(db, 0, 4)]);
      assert.deepEqual((await collection.where({ at: _.geoWithin({ geometry }) }).remove()).stats, {
        removed: 1,
      });
      assert.deepEqual(await idsOf(collection), ['out']);
    },
  ),
  check('geoNear without a geo index is refused', forum, async ({ scratch, db, _ }) => {
    const collection = await scratch(gates(db));
    const near = _.geoNear({ geometry: db.Geo.Point(121.47, 31.23), maxDistance: 100 });
    await refuses(
      collection.where({ location: near }).get(),
      -502001,
      'unable to find index for $geoNear query',
    );
  }),
  localCheck('geoNear gives the nearest first and stops at maxDistance', page, async ({ db, _ }) => {
    const places = db.collection('places');
    await places.add({ data: gates(db).reverse() });
    const near = _.geoNear({ geometry: db.Geo.Point(121.47, 31.23), maxDistance: 5000 });
    assert.deepEqual(await idsOf(places.where({ location: near })), ['g0', 'g1', 'g2']);
  }),
  localCheck('geoNear leaves out what is nearer than minDistance', page, async ({ db, _ }) => {
    const places = db.collection('places');
    await places.add({ data: gates(db) });
    const near = _.geoNear({ geometry: db.Geo.Point(121.47, 31.23), minDistance: 50, maxDistance: 5000 });
    assert.deepEqual(await idsOf(places.where({ location: near })), ['g1', 'g2']);
  }),
  localCheck('the stage geoNear adds the distance in metres', page, async ({ db, _ }) => {
    const places = db.collection('places');
    await places.add({ data: gates(db) });
    const { list } = await places
      .aggregate()
      .geoNear({
        near: db.Geo.Point(121.47, 31.23),
        spherical: true,
        distanceField: 'metres',
        maxDistance: 2000,
        query: { _id: _.neq('g0') },
      })
      .end();
    assert.deepEqual(
      list.map(({ _id }) => _id),
      ['g1', 'g2'],
    );
    assert.ok(Math.abs(Number(list[0]?.metres) - 95.2) < 0.5, String(list[0]?.metres));
  }),
]);
