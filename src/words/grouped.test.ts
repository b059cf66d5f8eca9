import { grouped } from './grouped';

test.each([
  [7, '7'],
  [999, '999'],
  [1286, '1,286'],
  [1_234_567, '1,234,567'],
  ['12840.5', '12,840.5'],
  ['0.0012', '0.0012'],
])('%s is %s', (number, text) => {
  expect(grouped(number)).toBe(text);
});
