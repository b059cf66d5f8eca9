import { type Day, daysOf, firstDayOf, lastDayOf, type Month, monthOf } from '../../../types/day';
import { priceOf, type Quantity, type Rate } from '../../../types/money';
import { type DayRange, daysOfRange, monthsOf, type Period } from '../../../types/period';
import { type ChargeAssignment, exceptionBounds, ownPriceOn, reductionOn } from './assignment';
import { type Charge, cutAt, type Duration } from './billLine';
import { type Tariff, type TariffStretch, tariffsOver } from './tariff';
import { type Unbillable, unbillable } from './unbillable';

interface Stretch {
  readonly range: DayRange;
  readonly price: Rate;
  readonly basis: string;
  /** Changes with what is taken off: stretches that differ in it are not joined. */
  readonly reduction: string;
  readonly duration: Duration;
}

/**
 * What a price per month comes to over the days: by area, per space or for everybody alike. Whole months at one price are one line;
 * a month that is begun, ended or cut by a new price, an own price or a reduction is charged by its days: days / days of that month.
 */
export function flatCharges(
  { period, range, quantity, unit, text }: FlatUse,
  versions: readonly Tariff[],
  assignment: ChargeAssignment,
): readonly Charge[] | Unbillable {
  const tariffs = tariffsOver(versions, range);
  if (!tariffs) return unbillable('tariffMissing');
  if (tariffs.some(({ tariff }) => tariff.price.kind !== 'flat')) return unbillable('priceNotForMethod');
  const starts: Day[] = [
    ...monthsOf(period).map(firstDayOf),
    ...tariffs.map((stretch) => stretch.range.from),
    ...exceptionBounds(assignment.exceptions),
  ];
  const stretches = cutAt(range, starts).map((part) => stretchOf(part, tariffs, assignment));
  return joined(stretches).map(({ range: days, price, basis, duration }) => ({
    text,
    range: days,
    price,
    basis,
    quantity,
    unit,
    duration,
    amount: priceOf(
      price,
      quantity,
      'months' in duration
        ? { parts: duration.months, of: 1 }
        : { parts: duration.days, of: duration.ofDays },
    ),
  }));
}

export interface FlatUse {
  readonly period: Period;
  readonly range: DayRange;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly text: string;
}

function stretchOf(
  range: DayRange,
  tariffs: readonly TariffStretch[],
  { exceptions }: ChargeAssignment,
): Stretch {
  const stretch = tariffs.find(({ range: days }) => days.from <= range.from && range.to <= days.to);
  if (stretch?.tariff.price.kind !== 'flat') throw new Error(`no flat price on ${range.from}`);
  const own = ownPriceOn(exceptions, range.from);
  return {
    range,
    price: own?.price ?? stretch.tariff.price.price,
    basis: own?.reason ?? stretch.tariff.basis,
    reduction: JSON.stringify(reductionOn(exceptions, range.from) ?? null),
    duration: durationOf(range),
  };
}

function durationOf(range: DayRange): Duration {
  const month: Month = monthOf(range.from);
  const isWhole = range.from === firstDayOf(month) && range.to === lastDayOf(month);
  return isWhole ? { months: 1 } : { days: daysOfRange(range), ofDays: daysOf(month) };
}

/** Whole months one after the other at the same price become one line. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const lines: Stretch[] = [];
  for (const next of stretches) {
    const last = lines.at(-1);
    if (last && 'months' in last.duration && 'months' in next.duration && sameTerms(last, next)) {
      const months = last.duration.months + next.duration.months;
      lines[lines.length - 1] = {
        ...last,
        range: { from: last.range.from, to: next.range.to },
        duration: { months },
      };
    } else lines.push(next);
  }
  return lines;
}

function sameTerms(a: Stretch, b: Stretch): boolean {
  return (
    a.price.value === b.price.value &&
    a.price.decimals === b.price.decimals &&
    a.basis === b.basis &&
    a.reduction === b.reduction
  );
}
