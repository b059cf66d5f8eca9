import type { TierUse } from '../../../types/contract/charging';
import { addDays } from '../../../types/day';
import { quantity } from '../../../types/money';
import type { Bill } from './bill';
import type { ChargeItem } from './chargeItem';

/**
 * How far the meter of a bill had come with it, against the tiers by which its last day was charged; the use of whoever lived there before
 * counts, too. Undefined where no meter, or no tier but one, made the bill.
 */
export function tierUse(
  { position, lines, range }: Pick<Bill, 'position' | 'lines' | 'range'>,
  { tariffs, meterDecimals, unit }: Pick<ChargeItem, 'tariffs' | 'meterDecimals' | 'unit'>,
): TierUse | undefined {
  // The reading lies on the morning after the last day.
  const lastDay = position ? addDays(position.reading.day, -1) : range.to;
  const current = tariffs
    .filter(({ from }) => from <= lastDay)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  if (!position || current?.price.kind !== 'tiered' || current.price.tiers.length < 2) return undefined;
  const { cycle, extras, tiers } = current.price;
  const besides = new Set(extras.map(({ name }) => name));
  const used = lines
    .flatMap((line) => (line.kind === 'charge' && !besides.has(line.text) ? [line] : []))
    .filter((line) => line.range.from >= position.cycleStart)
    .reduce((sum, line) => sum + line.quantity.units, 0);
  const amountOf = (units: number) => quantity(units, meterDecimals);
  return {
    cycle,
    before: amountOf(position.usedInCycle - used),
    used: amountOf(used),
    limits: tiers.flatMap(({ upTo }) => (upTo === undefined ? [] : [amountOf(upTo)])),
    unit,
  };
}
