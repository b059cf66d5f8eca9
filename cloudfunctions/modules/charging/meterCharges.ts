import { addDays, type Day } from '../../../types/day';
import { priceOf, quantity } from '../../../types/money';
import type { DayRange } from '../../../types/period';
import { type Charge, cutAt } from './billLine';
import type { MeterPosition, MeterUse } from './meterUse';
import {
  cycleEnd,
  cycleStart,
  type Tariff,
  type TariffStretch,
  type TieredPrice,
  tariffsOver,
} from './tariff';
import { type Unbillable, unbillable } from './unbillable';

export interface MeterCharges {
  readonly kind: 'charges';
  readonly charges: readonly Charge[];
  readonly position: MeterPosition;
}

interface MeterTerms {
  readonly versions: readonly Tariff[];
  /** First days on which the contract's exceptions change. */
  readonly bounds: readonly Day[];
  readonly text: string;
  readonly unit: string;
  readonly decimals: number;
}

/**
 * Tiered charges of a meter's use. Tiers count what the meter used since the cycle began, whoever lived there; a new cycle begins
 * at nothing, and a full cycle's tiers hold however late a meter was put in. Where the price changes between two readings, use is
 * split at a reading of that day, otherwise evenly by days. Each tier of each stretch is one line, rounded once.
 */
export function meterCharges(
  use: MeterUse,
  position: MeterPosition,
  { versions, bounds, text, unit, decimals }: MeterTerms,
): MeterCharges | Unbillable {
  const tariffs = tariffsOver(versions, use.counted);
  if (!tariffs) return unbillable('tariffMissing');
  const charges: Charge[] = [];
  let cycle = { start: position.cycleStart, used: position.usedInCycle };
  const starts = [use.billed.from, ...bounds, ...tariffs.flatMap(firstDaysOf)];
  for (const range of cutAt(use.counted, starts)) {
    const tariff = tariffs.find(({ range: days }) => days.from <= range.from && range.to <= days.to)?.tariff;
    if (tariff?.price.kind !== 'tiered') return unbillable('priceNotForMethod', range.from);
    const start = cycleStart(tariff.price, range.from);
    if (start !== cycle.start) cycle = { start, used: 0 };
    const used = use.usedUntil(addDays(range.to, 1)) - use.usedUntil(range.from);
    if (range.from >= use.billed.from) {
      const terms = { range, basis: tariff.basis, unit, decimals, text };
      charges.push(...tierCharges(tariff.price, cycle.used, used, terms));
    }
    cycle = { start: cycle.start, used: cycle.used + used };
  }
  const next = { reading: use.closing, cycleStart: cycle.start, usedInCycle: cycle.used };
  return { kind: 'charges', charges, position: next };
}

/** The first days of the version's days and of every cycle that begins in them. */
function firstDaysOf({ range, tariff: { price } }: TariffStretch): readonly Day[] {
  const days = [range.from];
  if (price.kind === 'flat') return days;
  for (let next = addDays(cycleEnd(price, range.from), 1); next <= range.to; ) {
    days.push(next);
    next = addDays(cycleEnd(price, next), 1);
  }
  return days;
}

interface StretchTerms {
  readonly range: DayRange;
  readonly basis: string;
  readonly unit: string;
  readonly decimals: number;
  readonly text: string;
}

function tierCharges(
  { tiers, extras }: TieredPrice,
  usedBefore: number,
  used: number,
  { decimals, text, ...terms }: StretchTerms,
): readonly Charge[] {
  const charges = takenByTier(
    tiers.map(({ upTo }) => upTo),
    usedBefore,
    used,
  ).map(({ tier, units }): Charge => {
    const price = tiers[tier]?.price;
    if (!price) throw new Error(`no tier ${tier}`);
    const amount = quantity(units, decimals);
    const name = tiers.length > 1 ? `${text} 第${tier + 1}档` : text;
    return { ...terms, text: name, price, quantity: amount, amount: priceOf(price, amount) };
  });
  const all = quantity(used, decimals);
  return [
    ...charges,
    ...extras.map(({ name, price }) => ({
      ...terms,
      text: name,
      price,
      quantity: all,
      amount: priceOf(price, all),
    })),
  ];
}

/** How much of the use falls into which tier. No use at all stands as nothing in the tier that is reached. */
export function takenByTier(
  upTo: readonly (number | undefined)[],
  usedBefore: number,
  used: number,
): readonly { readonly tier: number; readonly units: number }[] {
  const taken: { tier: number; units: number }[] = [];
  const end = usedBefore + used;
  let below = 0;
  for (const [tier, limit = Number.POSITIVE_INFINITY] of upTo.entries()) {
    const units = Math.min(end, limit) - Math.max(usedBefore, below);
    const isReached = used === 0 && usedBefore >= below && usedBefore < limit;
    if (units > 0 || isReached) taken.push({ tier, units: Math.max(0, units) });
    below = limit;
  }
  return taken;
}
