import { day, month } from '../../../../types/day';
import { byKind, calendarOf, clockLine, ofLongest, percentOf, shareWords } from './monthWords';

const emergency = { tier: 'emergency', kind: 'respond', count: 8, late: 1, p50: 4, p95: 90 } as const;
const general = { tier: 'general', kind: 'respond', count: 20, late: 0, p50: 30, p95: 120 } as const;

test('a clock is told by how many kept it and how long it took', () => {
  expect(clockLine(emergency)).toEqual({
    ...{ name: '紧急', value: '8 单' },
    line: '87.5% 赶上，一半 4 分钟，95% 1 小时 30 分钟',
  });
  expect(shareWords(957)).toBe('95.7%');
});

test('the tiers of one kind of clock share a scale', () => {
  expect(byKind([emergency, general, { ...general, kind: 'close', p95: 1440 }])).toMatchObject([
    { name: '接单', longest: 120, rows: [emergency, general] },
    { name: '修好', longest: 1440 },
  ]);
});

test('a month begins under its weekday and has all its days', () => {
  const cells = calendarOf({ month: month('2026-10'), byDay: [{ day: day('2026-10-02'), count: 4 }] });
  expect(cells.slice(0, 5)).toEqual([
    ...[undefined, undefined, undefined],
    { day: '2026-10-01', count: 0 },
    { day: '2026-10-02', count: 4 },
  ]);
  expect(cells).toHaveLength(3 + 31);
});

test('bars share the longest as their scale, and what is there is seen', () => {
  expect([4, 2, 0].map((count) => ofLongest(count, [{ count: 4 }, { count: 2 }]))).toEqual([100, 50, 0]);
  expect(ofLongest(0, [])).toBe(0);
  expect(percentOf(1, 1440)).toBe(1);
});
