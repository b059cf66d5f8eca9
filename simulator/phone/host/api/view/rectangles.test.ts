import { crosses, intersection, ratioOf, rectangle, widened } from './rectangles';

const box = (left: number, top: number, right: number, bottom: number) =>
  rectangle({ left, top, right, bottom });

test('two boxes share what lies in both', () => {
  expect(intersection(box(0, 0, 100, 100), box(50, 80, 200, 200))).toEqual(box(50, 80, 100, 100));
  expect(intersection(box(0, 0, 10, 10), box(20, 20, 30, 30))).toEqual(box(0, 0, 0, 0));
});

test('margins widen, negative ones narrow', () => {
  expect(widened(box(10, 10, 20, 20), { bottom: 5, left: -2 })).toEqual(box(12, 10, 20, 25));
});

test('the ratio counts from the box that is looked at', () => {
  expect(ratioOf(box(0, 0, 10, 10), box(0, 0, 10, 5))).toBe(0.5);
  expect(ratioOf(box(0, 0, 0, 10), box(0, 0, 0, 0))).toBe(0);
});

test.each([
  [[0], 0, 0.3, true],
  [[0], 0.3, 0.6, false],
  [[0], 0.6, 0, true],
  [[0.5], 0.3, 0.6, true],
  [[0.5], 0.6, 0.3, true],
  [[0.5], 0, 0.3, false],
  [[1], 0.9, 1, true],
  [[1], 1, 0.9, true],
  [[0, 1], 0.2, 0.2, false],
])('thresholds %j from %d to %d: %s', (thresholds, before, after, expected) => {
  expect(crosses(thresholds, before, after)).toBe(expected);
});
