import type { Purpose } from '../../../types/charge';
import { addDays, addMonths, type Day, daysOf, firstDayOf } from '../../../types/day';
import type { Period } from '../../../types/period';
import type { Stored } from '../../kernel/collection';
import type { Tariff } from './tariff';

/** How an item is charged: by the home's area, by a meter, per parking space, or the same for everybody. */
export type ChargeMethod = 'area' | 'meter' | 'fixed' | 'parking';

/** When a bill is due: so many months after its period's first, on that day or the month's last. */
export interface DueRule {
  readonly monthsAfter: number;
  /** 1–31. */
  readonly day: number;
}

/** A charge item (收费项目) as it lies on disk. */
export interface ChargeItem extends Stored {
  readonly communityId: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly method: ChargeMethod;
  /** The merchant the money belongs to. */
  readonly payeeId: string;
  /** What one of its quantity is called: `㎡`, `度`, `m³`, `个车位`, `户`. */
  readonly unit: string;
  /** Decimals of a meter's units (0–6). */
  readonly meterDecimals: number;
  readonly due: DueRule;
  readonly tariffs: readonly Tariff[];
}

export function dueDay({ monthsAfter, day }: DueRule, { first }: Period): Day {
  const month = addMonths(first, monthsAfter);
  return addDays(firstDayOf(month), Math.min(day, daysOf(month)) - 1);
}
