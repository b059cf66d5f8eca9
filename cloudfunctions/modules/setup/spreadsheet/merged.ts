import { fileLimits } from './fileLimits';

/** Cells that were joined into one: rows from 1, columns from 0, ends included. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** `A3:A14`; nothing where it is no range. */
export function mergedRange(reference: string): readonly MergedRange[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!match) return [];
  const [, left = '', top, right = '', bottom] = match;
  return [{ top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) }];
}

/** The column of `AB12` or `AB`, counted from 0; -1 where there are no letters. */
export function columnOf(reference: string): number {
  const [letters = ''] = /^[A-Z]{0,3}/.exec(reference) ?? [];
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * Writes the text of a merged range into each of its cells, as a person reads it: a building named once beside its homes. Only
 * rows that hold something are filled, so that a range over the whole sheet makes none.
 */
export function withMergedCells(rows: Map<number, string[]>, ranges: readonly MergedRange[]): void {
  let left: number = fileLimits.mergedCells;
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  for (const range of ranges) {
    const text = rows.get(range.top)?.[range.left];
    if (text === undefined) continue;
    const right = Math.min(range.right, fileLimits.columns - 1);
    for (let at = lowerBound(numbers, range.top); at < numbers.length; at += 1) {
      const number = numbers[at] as number;
      if (number > range.bottom) break;
      for (let column = range.left; column <= right; column += 1) {
        if (left === 0) return;
        left -= 1;
        (rows.get(number) as string[])[column] ??= text;
      }
    }
  }
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
