import * as fc from 'fast-check';
import { bearing, metresPerPixel, moved, regionOf, toPlace, toPoint, viewAround, zoomed } from './mercator';

const size = { width: 300, height: 200 };
const nanjing = { latitude: 32.0603, longitude: 118.7969 };

const place = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -170, max: 170, noNaN: true }),
});
const scale = fc.double({ min: 3, max: 20, noNaN: true });
const budget = { seed: 3, numRuns: 200 };

test('the center lies in the middle of the box, north above, east to the right', () => {
  const view = { center: nanjing, scale: 15 };
  expect(toPoint(nanjing, view, size)).toEqual({ x: 150, y: 100 });
  expect(toPoint({ ...nanjing, latitude: 32.07 }, view, size).y).toBeLessThan(100);
  expect(toPoint({ ...nanjing, longitude: 118.8 }, view, size).x).toBeGreaterThan(150);
});

test('a point leads back to its place', () => {
  fc.assert(
    fc.property(place, place, scale, (center, other, zoom) => {
      const view = { center, scale: zoom };
      const back = toPlace(toPoint(other, view, size), view, size);
      expect(back.latitude).toBeCloseTo(other.latitude, 5);
      expect(back.longitude).toBeCloseTo(other.longitude, 5);
    }),
    budget,
  );
});

test('one more scale shows half as much', () => {
  const far = metresPerPixel({ center: nanjing, scale: 14 });
  expect(far / metresPerPixel({ center: nanjing, scale: 15 })).toBeCloseTo(2, 9);
  expect(metresPerPixel({ center: { latitude: 0, longitude: 0 }, scale: 0 })).toBeCloseTo(156_543, 0);
});

test('the view around places shows them all within the padding', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 8 }), (places) => {
      const view = viewAround(places, size, [10, 20, 30, 40], [-4, 20])!;
      for (const one of places) {
        const { x, y } = toPoint(one, view, size);
        expect(x).toBeGreaterThanOrEqual(40 - 1e-3);
        expect(x).toBeLessThanOrEqual(280 + 1e-3);
        expect(y).toBeGreaterThanOrEqual(10 - 1e-3);
        expect(y).toBeLessThanOrEqual(170 + 1e-3);
      }
    }),
    budget,
  );
});

test('one place alone is shown at the largest scale; no place changes nothing', () => {
  expect(viewAround([nanjing], size, [0, 0, 0, 0], [3, 18])?.scale).toBe(18);
  expect(viewAround([], size, [0, 0, 0, 0], [3, 18])).toBeUndefined();
});

test('moving the ground takes its places along', () => {
  const view = { center: nanjing, scale: 16 };
  const { x, y } = toPoint(nanjing, moved(view, { x: 30, y: -12 }, size), size);
  expect(x).toBeCloseTo(180, 6);
  expect(y).toBeCloseTo(88, 6);
});

test('zooming keeps the place under the finger', () => {
  const view = { center: nanjing, scale: 14 };
  const finger = { x: 40, y: 170 };
  const before = toPlace(finger, view, size);
  const after = toPlace(finger, zoomed(view, 16.5, finger, size), size);
  expect(after.latitude).toBeCloseTo(before.latitude, 8);
  expect(after.longitude).toBeCloseTo(before.longitude, 8);
});

test('the region is what the corners show', () => {
  const { southwest, northeast } = regionOf({ center: nanjing, scale: 15 }, size);
  expect(southwest.latitude).toBeLessThan(nanjing.latitude);
  expect(northeast.longitude).toBeGreaterThan(nanjing.longitude);
});

test('a bearing counts clockwise from north', () => {
  expect(bearing(nanjing, { ...nanjing, latitude: 33 })).toBeCloseTo(0, 6);
  expect(bearing(nanjing, { ...nanjing, longitude: 119 })).toBeCloseTo(90, 6);
  expect(bearing(nanjing, { ...nanjing, latitude: 31 })).toBeCloseTo(180, 6);
});
