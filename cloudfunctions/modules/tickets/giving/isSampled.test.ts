import { isSampled } from './isSampled';

test('one in ten', () => {
  const ids = Array.from({ length: 2000 }, (_, n) => `yunqi·20261101-${String(n).padStart(4, '0')}`);
  const share = ids.filter(isSampled).length / ids.length;
  expect(share).toBeGreaterThan(0.08);
  expect(share).toBeLessThan(0.12);
});
