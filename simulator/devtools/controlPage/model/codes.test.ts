import { forged } from './codes';

test.each([
  ['visitor:42', 'visitor:47'],
  ['visitor:47', 'visitor:43'],
  ['NL.a8==', 'NL.a7=='],
  ['访客', '访客x'],
])('%s is forged to %s', (code, expected) => {
  expect(forged(code)).toBe(expected);
});
