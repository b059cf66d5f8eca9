import * as fc from 'fast-check';
import { boundsOf, throwOf, withDrag, within } from './bounds';

const length = fc.integer({ min: 1, max: 500 });
const coordinate = fc.integer({ min: -2000, max: 2000 });
const budget = { seed: 5, numRuns: 200 };

test('a smaller view stays inside of its area', () => {
  expect(boundsOf({ width: 300, height: 200 }, { width: 50, height: 60 })).toEqual({
    x: [0, 250],
    y: [0, 140],
  });
});

test('a larger view always covers its area, each direction for itself', () => {
  expect(boundsOf({ width: 100, height: 100 }, { width: 150, height: 40 })).toEqual({
    x: [-50, 0],
    y: [0, 60],
  });
});

test('wherever a view is put, it ends within its bounds', () => {
  fc.assert(
    fc.property(length, length, coordinate, coordinate, (area, view, x, y) => {
      const bounds = boundsOf({ width: area, height: area }, { width: view, height: view });
      const put = within({ x, y }, bounds);
      expect(put.x).toBeGreaterThanOrEqual(bounds.x[0]);
      expect(put.x).toBeLessThanOrEqual(bounds.x[1]);
      expect(within(put, bounds)).toEqual(put);
    }),
    budget,
  );
});

test('beyond the bounds a view lags behind the finger and never turns back', () => {
  const bounds = boundsOf({ width: 100, height: 100 }, { width: 20, height: 20 });
  const near = withDrag({ x: 100, y: 10 }, bounds);
  const far = withDrag({ x: 180, y: 10 }, bounds);
  expect(near.x).toBeGreaterThan(80);
  expect(far.x).toBeGreaterThan(near.x);
  expect(far.x).toBeLessThan(180);
  expect(far.y).toBe(10);
});

test('more friction stops a thrown view sooner', () => {
  const light = throwOf({ x: 1, y: 0 }, 1);
  const heavy = throwOf({ x: 1, y: 0 }, 4);
  expect(heavy.time).toBeLessThan(light.time);
  expect(heavy.by.x).toBeLessThan(light.by.x);
  expect(light.by.y).toBe(0);
});
