import type { Document, Value } from '../document';
import { compileFilter } from '../match';
import { refusal } from '../testing';

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
