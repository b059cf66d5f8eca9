import { day } from '../../../types/day';
import { rate } from '../../../types/money';
import { priceItem } from './prices';
import { contract, electricity, propertyFee, zhejiang } from './testing/samples';

test('C13: every version from when to when, the one of today marked, the newest first', () => {
  const newer = { ...contract, from: day('2026-07-01'), to: day('2027-06-30'), basis: '续签合同第八条' };
  const item = { ...propertyFee, tariffs: [newer, contract] };
  const { versions } = priceItem(item, '云栖物业', day('2026-11-10'));
  expect(versions.map(({ from, to, isCurrent }) => [from, to, isCurrent])).toEqual([
    ['2026-07-01', '2027-06-30', true],
    ['2020-01-01', '2026-06-30', false],
  ]);
  expect(versions[0]?.rows).toEqual([{ text: '物业费', price: rate(19150, 4), unit: '元/㎡·月' }]);
  const over = priceItem(item, '云栖物业', day('2027-07-01'));
  expect(over.versions.some(({ isCurrent }) => isCurrent)).toBe(false);
});

test('tiers with where they end, and what is charged besides', () => {
  const extras = [{ name: '污水处理费', price: rate(95, 2) }];
  const price = { ...zhejiang, cycle: 'month' as const, extras };
  const tariffs = [{ ...contract, price }];
  const [version] = priceItem({ ...electricity, tariffs }, '云栖物业', day('2026-11-10')).versions;
  expect(version?.rows.map(({ text, upTo }) => [text, upTo?.units])).toEqual([
    ['每月第1档', 2760],
    ['每月第2档', 4800],
    ['每月第3档', undefined],
    ['污水处理费', undefined],
  ]);
});
