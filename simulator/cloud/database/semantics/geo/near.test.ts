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

const SOLID: Value = { type: 'Polygon', coordinates: [square(2)] };

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
