import type { TierUse } from '../../../../types/contract/charging';
import { type Quantity, quantity } from '../../../../types/money';
import { grouped } from '../../../words/grouped';
import { quantityWords } from '../billWords';

const numerals = ['一', '二', '三', '四', '五', '六'];

/** 2,838 度 */
export function tierAmount(amount: Quantity, unit: string): string {
  return `${grouped(quantityWords(amount))} ${unit}`;
}

/** How wide each part of the bar is, and where the limits stand, in percent; what lies beyond the last limit makes the whole wider. */
export function tierScale({ before, used, limits }: TierUse) {
  const total = before.units + used.units;
  const whole = Math.max(total, limits.at(-1)?.units ?? 0, 1);
  const share = (units: number) => Math.round((units * 1000) / whole) / 10;
  return {
    beforeShare: share(before.units),
    usedShare: share(used.units),
    limitShares: limits.map(({ units }) => share(units)),
  };
}

/** Where the use stands: how much is left of a tier, or from where on the next one's price holds. */
export function tierSentence({ before, used, limits, unit, cycle }: TierUse): string {
  const total = before.units + used.units;
  const words = (amount: Quantity) => tierAmount(amount, unit);
  const so = `${cycle === 'year' ? '今年' : '这个月'}到这期共用 ${words(quantity(total, used.decimals))}`;
  const passed = limits.filter(({ units }) => units < total).length;
  const last = limits[passed - 1];
  if (last) return `${so}，超过 ${words(last)}的部分按第${numerals[passed]}档计价。`;
  const [first] = limits;
  if (!first) return `${so}。`;
  if (first.units === total) return `${so}，第一档刚好用完。`;
  return `${so}，离第二档还有 ${words(quantity(first.units - total, first.decimals))}。`;
}
