import { blend, contrast, parseColor } from './contrast';

test('colours as a browser writes them', () => {
  expect(parseColor('rgb(1, 2, 3)')).toEqual([1, 2, 3, 1]);
  expect(parseColor('rgba(1, 2, 3, 0.5)')).toEqual([1, 2, 3, 0.5]);
  expect(parseColor('transparent')).toBeUndefined();
});

test('half black on white is grey', () => {
  expect(blend([0, 0, 0, 0.5], [255, 255, 255, 1])).toEqual([127.5, 127.5, 127.5, 1]);
});

test.each([
  ['black on white', [0, 0, 0, 1], [255, 255, 255, 1], 21],
  ['the same', [9, 9, 9, 1], [9, 9, 9, 1], 1],
  ['#767676 on white', [118, 118, 118, 1], [255, 255, 255, 1], 4.54],
] as const)('%s', (_what, one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2);
});
