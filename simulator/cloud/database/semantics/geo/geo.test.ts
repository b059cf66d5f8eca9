import fc from 'fast-check';
import type { Document, Value } from '../document';
import { compileFilter } from '../match';
import { refusal } from '../testing';
import { checkGeoIndexable, readGeometry } from './geometry';
import { distanceFrom } from './near';
import { angle, metres, type Position, placeInRing, toVector } from './sphere';

function point(longitude: number, latitude: number): Value {
  return { type: 'Point', coordinates: [longitude, latitude] };
}
function square(half: number): number[][] {
  return [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
    [-half, -half],
  ];
}
function matches(condition: Value, place: Value | undefined): boolean {
  return compileFilter({ place: condition })({
    _id: 1,
    ...(place === undefined ? {} : { place }),
  } as Document);
}

const WITH_HOLE: Value = { type: 'Polygon', coordinates: [square(2), square(1)] };
const SOLID: Value = { type: 'Polygon', coordinates: [square(2)] };
const TWO: Value = {
  type: 'MultiPolygon',
  coordinates: [
    [square(1)],
    [
      [
        [10, 10],
        [12, 10],
        [12, 12],
        [10, 12],
        [10, 10],
      ],
    ],
  ],
};

describe('distances', () => {
  test("are MongoDB's to the last bit", () => {
    const distance = distanceFrom([113.3089506, 23.0968251]);
    expect(distance(point(113.306789, 23.1564721))).toBe(6643.521654040738);
  });

  test('are the same in both directions, at most half the earth, and 0 only to the same place', () => {
    const position = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
    );
    fc.assert(
      fc.property(position, position, (a, b) => {
        const [from, to] = [toVector(a as Position), toVector(b as Position)];
        expect(metres(from, to)).toBe(metres(to, from));
        expect(metres(from, to)).toBeLessThanOrEqual(Math.PI * 6378100);
        expect(angle(from, from)).toBeLessThan(1e-15);
      }),
      { seed: 20260106, numRuns: 300 },
    );
  });

  test('go to the nearest of several points, to lines, and are 0 inside a polygon', () => {
    const distance = distanceFrom([0, 0]);
    expect(distance([point(3, 0), point(0, 1)])).toBeCloseTo(distance(point(0, 1))!, 3);
    expect(
      distance({
        type: 'LineString',
        coordinates: [
          [-1, 1],
          [1, 1],
        ],
      })!,
    ).toBeCloseTo(distance(point(0, 1.00015))!, -2);
    expect(
      distance({
        type: 'LineString',
        coordinates: [
          [1, 0],
          [2, 0],
        ],
      }),
    ).toBeCloseTo(distance(point(1, 0))!, 3);
    expect(distance(SOLID)).toBe(0);
    expect(distance([0, 1])).toBeCloseTo(distance(point(0, 1))!, 3);
    expect(distance({ lng: 0, lat: 1 })).toBeCloseTo(distance(point(0, 1))!, 3);
    expect(distance('nowhere')).toBeUndefined();
    expect(distance(undefined)).toBeUndefined();
  });
});

describe('$nearSphere and $near', () => {
  test('find what lies between the two distances, both included', () => {
    const near = (min: number, max: number): Value => ({
      $nearSphere: { $geometry: point(0, 0), $minDistance: min, $maxDistance: max },
    });
    const exact = distanceFrom([0, 0])(point(0, 1))!;
    expect(matches(near(exact, exact), point(0, 1))).toBe(true);
    expect(matches(near(exact + 1, exact + 2), point(0, 1))).toBe(false);
    expect(matches(near(0, exact - 1), point(0, 1))).toBe(false);
    expect(matches({ $near: { $geometry: point(0, 0) } }, point(50, 50))).toBe(true);
    expect(matches({ $near: { $geometry: point(0, 0) } }, undefined)).toBe(false);
  });

  test('take legacy coordinates, then with distances in radians', () => {
    expect(matches({ $nearSphere: [0, 0], $maxDistance: 0.02 }, point(0, 1))).toBe(true);
    expect(matches({ $nearSphere: [0, 0], $maxDistance: 0.01 }, point(0, 1))).toBe(false);
  });

  test.each<[Value, RegExp]>([
    [{ $nearSphere: { $geometry: point(0, 0), $maxDistance: -1 } }, /\$maxDistance must be non-negative/],
    [{ $nearSphere: { $geometry: point(0, 0), $minDistance: 'x' } }, /\$minDistance must be a number/],
    [{ $nearSphere: { $geometry: SOLID } }, /requires a point/],
    [{ $nearSphere: { $geometry: point(200, 0) } }, /longitude\/latitude is out of bounds, lng: 200 lat: 0/],
    [{ $nearSphere: 'x' }, /invalid point/],
    [{ $near: [0, 0] }, /needs a 2d index/],
  ])('%j is refused', (condition, message) => {
    expect(refusal(() => matches(condition, point(0, 0)))).toMatch(message);
  });
});

describe('$geoWithin', () => {
  const within = (region: Value, place: Value): boolean =>
    matches({ $geoWithin: { $geometry: region } }, place);

  test.each<[string, Value, Value, boolean]>([
    ['a point inside', SOLID, point(0, 0), true],
    ['a point on the edge', SOLID, point(2, 0), true],
    ['a corner', SOLID, point(2, 2), true],
    ['a point outside', SOLID, point(3, 0), false],
    ['a point on the other side of the earth', SOLID, point(180, 0), false],
    ['a point in a hole', WITH_HOLE, point(0, 0), false],
    ['a point between ring and hole', WITH_HOLE, point(1.5, 0), true],
    ['a point in one of two', TWO, point(11, 11), true],
    ['a point in none of two', TWO, point(5, 5), false],
    [
      'a line inside',
      SOLID,
      {
        type: 'LineString',
        coordinates: [
          [-1, 0],
          [1, 0],
        ],
      },
      true,
    ],
    [
      'a line that leaves',
      SOLID,
      {
        type: 'LineString',
        coordinates: [
          [-1, 0],
          [3, 0],
        ],
      },
      false,
    ],
    [
      'a line through the hole',
      WITH_HOLE,
      {
        type: 'LineString',
        coordinates: [
          [-1.5, 0],
          [1.5, 0],
        ],
      },
      false,
    ],
    ['a smaller polygon', SOLID, { type: 'Polygon', coordinates: [square(1)] }, true],
    ['a polygon round the hole', WITH_HOLE, { type: 'Polygon', coordinates: [square(1.5)] }, false],
    ['a larger polygon', SOLID, { type: 'Polygon', coordinates: [square(3)] }, false],
    [
      'points inside',
      SOLID,
      {
        type: 'MultiPoint',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
      true,
    ],
    [
      'points of which one is outside',
      SOLID,
      {
        type: 'MultiPoint',
        coordinates: [
          [0, 0],
          [9, 1],
        ],
      },
      false,
    ],
    ['an array with a point inside', SOLID, [point(9, 9), point(0, 0)], true],
    ['legacy coordinates', SOLID, [1, 1], true],
    ['something else', SOLID, 'here', false],
  ])('%s', (_what, region, place, expected) => {
    expect(within(region, place)).toBe(expected);
  });

  test('takes edges as great circles, whatever the direction of the ring', () => {
    const wide: Value = {
      type: 'Polygon',
      coordinates: [
        [
          [-40, 40],
          [40, 40],
          [40, 0],
          [-40, 0],
          [-40, 40],
        ],
      ],
    };
    expect(within(wide, point(0, 45))).toBe(true);
    expect(within(wide, point(0, 48))).toBe(false);
    expect(within({ type: 'Polygon', coordinates: [square(2).reverse()] }, point(0, 0))).toBe(true);
  });

  test('knows circles by centre and radius in radians', () => {
    const circle = (radius: number): Value => ({ $geoWithin: { $centerSphere: [[-88, 30], radius] } });
    expect(matches(circle(10 / 6378.1), point(-88, 30.001))).toBe(true);
    expect(matches(circle(0.05 / 6378.1), point(-88, 30.001))).toBe(false);
    expect(matches(circle(1), SOLID)).toBe(false);
  });

  test.each<[Value, RegExp]>([
    [5, /requires an object/],
    [{ $geometry: point(0, 0) }, /not supported with provided geometry/],
    [{ $foo: 1 }, /^unknown geo specifier: \$foo$/],
    [
      {
        $box: [
          [0, 0],
          [1, 1],
        ],
      },
      /\$box is not emulated/,
    ],
    [{ $centerSphere: [[0, 0], '10'] }, /radius must be a non-negative number/],
    [{ $centerSphere: [[-288, 30], 1] }, /out of bounds, lng: -288/],
    [
      {
        $geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
              [1, 0],
            ],
          ],
        },
      },
      /^Loop is not closed/,
    ],
    [
      {
        $geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        },
      },
      /at least 3 different vertices/,
    ],
    [{ $geometry: { type: 'Circle', coordinates: [0, 0] } }, /unknown GeoJSON type/],
    [{ $geometry: 'x' }, /unknown geometry/],
  ])('%j is refused', (condition, message) => {
    expect(refusal(() => matches({ $geoWithin: condition }, point(0, 0)))).toMatch(message);
  });
});

describe('$geoIntersects', () => {
  const line = (...coordinates: number[][]): Value => ({ type: 'LineString', coordinates });
  test.each<[string, Value, Value, boolean]>([
    ['a point in a polygon', SOLID, point(0, 0), true],
    ['a point in a hole', WITH_HOLE, point(0, 0), false],
    ['the same point', point(3, 4), point(3, 4), true],
    ['a point on a line', line([0, 0], [0, 10]), point(0, 5), true],
    ['a point beside a line', line([0, 0], [0, 10]), point(1, 5), false],
    ['crossing lines', line([-1, 0], [1, 0]), line([0, -1], [0, 1]), true],
    ['lines that do not meet', line([-1, 0], [1, 0]), line([2, -1], [2, 1]), false],
    ['lines on opposite sides of the earth', line([-1, 0], [1, 0]), line([180, -1], [180, 1]), false],
    ['a line through a polygon', SOLID, line([-5, 0], [5, 0]), true],
    [
      'overlapping polygons',
      SOLID,
      {
        type: 'Polygon',
        coordinates: [
          [
            [1, 1],
            [5, 1],
            [5, 5],
            [1, 5],
            [1, 1],
          ],
        ],
      },
      true,
    ],
    ['a polygon inside another', SOLID, { type: 'Polygon', coordinates: [square(0.5)] }, true],
    ['a polygon in the hole of another', WITH_HOLE, { type: 'Polygon', coordinates: [square(0.5)] }, false],
    [
      'two of many',
      TWO,
      {
        type: 'MultiPoint',
        coordinates: [
          [50, 50],
          [11, 11],
        ],
      },
      true,
    ],
    [
      'lines of many',
      TWO,
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [50, 50],
            [60, 60],
          ],
          [
            [9, 11],
            [13, 11],
          ],
        ],
      },
      true,
    ],
    ['a collection', { type: 'GeometryCollection', geometries: [point(9, 9), SOLID] }, point(1, 1), true],
  ])('%s', (_what, stored, wanted, expected) => {
    expect(matches({ $geoIntersects: { $geometry: wanted } }, stored)).toBe(expected);
    expect(matches({ $geoIntersects: { $geometry: stored } }, wanted)).toBe(expected);
  });

  test('needs a geometry', () => {
    expect(refusal(() => matches({ $geoIntersects: {} }, point(0, 0)))).toMatch(/requires a \$geometry/);
  });
});

test('a geo index holds geometries, nothing and null, and refuses the rest', () => {
  for (const value of [undefined, null, [], point(0, 0), [point(0, 0)], [1, 2]]) {
    expect(() => checkGeoIndexable(value)).not.toThrow();
  }
  expect(refusal(() => checkGeoIndexable('x'))).toBe('Can\'t extract geo keys: unknown geometry "x"');
  expect(refusal(() => checkGeoIndexable(point(500, 0)))).toMatch(/^Can't extract geo keys/);
});

test('a malformed geometry is refused with the reason', () => {
  expect(refusal(() => readGeometry({ type: 'Point', coordinates: ['x', 1] }))).toMatch(
    /^Point must be an array/,
  );
  expect(refusal(() => readGeometry({ type: 'LineString', coordinates: [[0, 0]] }))).toMatch(
    /at least 2 entries/,
  );
  expect(refusal(() => readGeometry({ type: 'GeometryCollection' }))).toMatch(/at least 1 entries/);
});

test('the place of a point in a ring', () => {
  const ring = square(2).map((position) => toVector(position as unknown as Position));
  expect(placeInRing(toVector([0, 0]), ring)).toBe('inside');
  expect(placeInRing(toVector([2, 0]), ring)).toBe('edge');
  expect(placeInRing(toVector([0, 3]), ring)).toBe('outside');
});
