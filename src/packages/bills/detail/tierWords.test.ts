import type { TierUse } from '../../../../types/contract/charging';
import { quantity } from '../../../../types/money';
import { tierScale, tierSentence } from './tierWords';

const year: TierUse = {
  cycle: 'year',
  before: quantity(2550, 0),
  used: quantity(288, 0),
  limits: [quantity(2760, 0), quantity(4800, 0)],
  unit: '度',
};

test('this bill reaches over a limit', () => {
  expect(tierSentence(year)).toBe('今年到这期共用 2,838 度，超过 2,760 度的部分按第二档计价。');
  expect(tierScale(year)).toEqual({ beforeShare: 53.1, usedShare: 6, limitShares: [57.5, 100] });
});

test('within the first tier what is left of it is said, at its very end nothing is', () => {
  expect(tierSentence({ ...year, before: quantity(2000, 0) })).toBe(
    '今年到这期共用 2,288 度，离第二档还有 472 度。',
  );
  expect(tierSentence({ ...year, before: quantity(2472, 0) })).toBe(
    '今年到这期共用 2,760 度，第一档刚好用完。',
  );
});

test('beyond the last limit the bar is as long as the use', () => {
  const much = { ...year, before: quantity(5712, 0) };
  expect(tierSentence(much)).toBe('今年到这期共用 6,000 度，超过 4,800 度的部分按第三档计价。');
  expect(tierScale(much)).toEqual({ beforeShare: 95.2, usedShare: 4.8, limitShares: [46, 80] });
});

test('decimals and months', () => {
  const water: TierUse = {
    cycle: 'month',
    before: quantity(0, 1),
    used: quantity(125, 1),
    limits: [quantity(180, 1)],
    unit: 'm³',
  };
  expect(tierSentence(water)).toBe('这个月到这期共用 12.5 m³，离第二档还有 5.5 m³。');
});
