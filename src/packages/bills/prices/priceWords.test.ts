import { day } from '../../../../types/day';
import { quantity, rate } from '../../../../types/money';
import { priceRows, versionWords } from './priceWords';

test('from when till when', () => {
  expect(versionWords({ from: day('2026-01-01') })).toBe('2026年1月1日起');
  expect(versionWords({ from: day('2025-01-01'), to: day('2025-12-31') })).toBe(
    '2025年1月1日–2025年12月31日',
  );
});

test('tiers name how far they reach, the last one does not', () => {
  const rows = [
    { text: '第一档', price: rate(5380, 4), unit: '度', upTo: quantity(2760, 0) },
    { text: '第二档', price: rate(5880, 4), unit: '度' },
  ];
  expect(priceRows({ rows })).toEqual([
    { name: '第一档，2,760 度以内', value: '0.538 元/度' },
    { name: '第二档', value: '0.588 元/度' },
  ]);
});
