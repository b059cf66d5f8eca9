import { readFileSync } from 'node:fs';

const day = 1440;

/**
 * Real arrivals of a table with a column `opened` (`2020-01-31 14:05:00`) that no quoted field stands before: minutes since the first
 * one's midnight, in order. Read where it lies; nothing of it is kept.
 */
export function arrivalsIn(file: string): readonly number[] {
  const [head = '', ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const column = head.trim().split(',').indexOf('opened');
  if (column < 0) throw new Error(`${file} has no column 'opened'`);
  const minutes = rows.map((row) => {
    const at = Date.parse(`${(row.split(',')[column] ?? '').trim().replace(' ', 'T')}Z`) / 60_000;
    if (!Number.isFinite(at)) throw new Error(`no time: ${row}`);
    return at;
  });
  const first = minutes.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const midnight = Math.floor(first / day) * day;
  return minutes.map((at) => at - midnight).sort((a, b) => a - b);
}
