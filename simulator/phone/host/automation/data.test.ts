import { dataAt } from './data';

test.each([
  [undefined, { a: [{ b: 1 }] }],
  ['a', [{ b: 1 }]],
  ['a[0].b', 1],
  ['a[1].b', undefined],
])('the part of data at %s', (path, expected) => {
  expect(dataAt({ a: [{ b: 1 }] }, path)).toEqual(expected);
});
