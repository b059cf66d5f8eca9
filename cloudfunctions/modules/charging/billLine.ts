import { addDays, type Day } from '../../../types/day';
import { type Fen, type Quantity, type Rate, sumFen } from '../../../types/money';
import { type DayRange, daysOfRange } from '../../../types/period';

/** For how long a price per month is charged: whole months, or days of one month. */
export type Duration = { readonly months: number } | { readonly days: number; readonly ofDays: number };

interface Line {
  /** 1, 2, 3 … in the bill. Never changes, so that payments and refunds can name it. */
  readonly no: number;
  readonly text: string;
  /** The days it is for. */
  readonly range: DayRange;
  readonly amount: Fen;
  /** The contract, notice, clause or decision it rests on. */
  readonly basis: string;
}

/** Unit price × quantity (× duration), as the law wants it shown (明码标价). */
export interface ChargeLine extends Line {
  readonly kind: 'charge';
  readonly price: Rate;
  readonly quantity: Quantity;
  readonly unit: string;
  /** Absent where the price is not per month. */
  readonly duration?: Duration;
}

/** What a contract takes off one charge line. Never positive. */
export interface ReductionLine extends Line {
  readonly kind: 'reduction';
  readonly against: number;
  readonly permille: number;
}

/** What was put right afterwards about one charge line, up or down. */
export interface AdjustmentLine extends Line {
  readonly kind: 'adjustment';
  readonly against: number;
}

export type BillLine = ChargeLine | ReductionLine | AdjustmentLine;

/** A charge line before the bill numbers it, with the permille and reason that are taken off. */
export type Charge = Omit<ChargeLine, 'no' | 'kind'>;

export function sumOfLines(lines: readonly BillLine[]): Fen {
  return sumFen(lines.map(({ amount }) => amount));
}

/** What is owed by charge line, its reductions and adjustments taken in; in the order of their numbers. */
export function netByLine(
  lines: readonly BillLine[],
): readonly { readonly no: number; readonly amount: Fen }[] {
  return lines
    .filter(({ kind }) => kind === 'charge')
    .map(({ no }) => ({
      no,
      amount: sumOfLines(lines.filter((line) => (line.kind === 'charge' ? line.no : line.against) === no)),
    }))
    .sort((a, b) => a.no - b.no);
}

/** Cuts days at every one of the given first days that lies inside. */
export function cutAt(range: DayRange, firstDays: readonly Day[]): readonly DayRange[] {
  const inside = firstDays.filter((day) => day > range.from && day <= range.to);
  const starts = [range.from, ...[...new Set(inside)].sort()];
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return { from, to: next === undefined ? range.to : addDays(next, -1) };
  });
}

export function isWithin(range: DayRange, outer: DayRange): boolean {
  return outer.from <= range.from && range.to <= outer.to && daysOfRange(range) > 0;
}
