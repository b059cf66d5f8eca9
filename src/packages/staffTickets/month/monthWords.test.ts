import { againstLast, clockLine, ofLongest, shareWords } from './monthWords';

test('a clock is told by how many kept it and how long it took', () => {
  expect(clockLine({ urgency: 'emergency', kind: 'respond', count: 8, met: 7, p50: 4, p95: 90 })).toEqual({
    name: '紧急接单',
    share: 875,
    line: '8 次，一半在 4 分钟内，95% 在 1 小时 30 分钟内',
  });
  expect(shareWords(957)).toBe('95.7%');
});

test('complaints stand beside those of the month before', () => {
  expect([againstLast(3, 1), againstLast(1, 3), againstLast(2, 2)]).toEqual([
    '比上月多 2 件',
    '比上月少 2 件',
    '与上月一样',
  ]);
});

test('bars share the longest as their scale', () => {
  expect([4, 2, 0].map((count) => ofLongest(count, [{ count: 4 }, { count: 2 }]))).toEqual([100, 50, 0]);
  expect(ofLongest(0, [])).toBe(0);
});
