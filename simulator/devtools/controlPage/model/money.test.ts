import { yuan } from './money';

test.each([
  [128460, '¥1,284.60'],
  [5, '¥0.05'],
  [0, '¥0.00'],
  [-2000, '-¥20.00'],
  [10_000_000, '¥100,000.00'],
])('%d fen is %s', (fen, text) => {
  expect(yuan(fen)).toBe(text);
});
