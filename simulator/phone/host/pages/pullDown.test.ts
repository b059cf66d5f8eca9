import { pulledBy, refreshHeight } from './pullDown';

test('a page follows half the finger at first, and never further than its bound', () => {
  expect(pulledBy(-20)).toBe(0);
  expect(pulledBy(10)).toBeCloseTo(5, 0);
  expect(pulledBy(10_000)).toBeLessThanOrEqual(150);
});

test('some 120 pixels of a finger are enough to refresh, half of them are not', () => {
  expect(pulledBy(125)).toBeGreaterThan(refreshHeight);
  expect(pulledBy(60)).toBeLessThan(refreshHeight);
});
