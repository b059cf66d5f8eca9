import { walkBetween } from './walk';

test.each([
  ['3栋', '3栋', 2],
  ['3栋', '4栋', 3],
  ['1栋', '12栋', 11],
  ['1栋', '99栋', 15],
  ['东门', '4栋', 6],
  [undefined, '4栋', 6],
  ['东门', '东门', 2],
])('from %s to %s in about %d minutes', (from, to, minutes) => {
  expect(Math.round(walkBetween(from, to))).toBe(minutes);
});
