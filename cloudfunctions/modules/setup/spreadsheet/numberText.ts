import { addDays, day } from '../../../../types/day';

/** How a number format shows a number: as it is, as a day, in hundredths. */
export type NumberLook = 'plain' | 'day' | 'percent';

/** Formats every spreadsheet program knows by number (ECMA-376 18.8.30; 27–36 and 50–58 are the Chinese ones). */
export function lookOfBuiltIn(id: number): NumberLook {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day';
  return id === 9 || id === 10 ? 'percent' : 'plain';
}

/** The same of a written format: `yyyy"年"m"月"d"日"`, `[$-804]yyyy/m/d;@`, `0.0%`. */
export function lookOfFormat(code: string): NumberLook {
  const bare = code
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .toLowerCase();
  if (/[yd]/.test(bare) && !/general/.test(bare)) return 'day';
  return bare.includes('%') ? 'percent' : 'plain';
}

/**
 * A stored number as a person reads it. Spreadsheet programs store doubles with 17 digits and show 15: `89.600000000000009` is
 * 89.6. Text that is no number comes back as it is.
 */
export function numberText(stored: string, look: NumberLook, startsIn1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  if (look === 'day') return dayText(value, startsIn1904) ?? decimal(value);
  return look === 'percent' ? `${decimal(value * 100)}%` : decimal(value);
}

function decimal(value: number): string {
  const shown = value.toPrecision(15);
  const [digits = '', exponent] = shown.split('e');
  const plain = exponent === undefined ? digits : moved(digits, Number(exponent));
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/** Moves the point of `1.5` by an exponent. */
function moved(digits: string, exponent: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(digits) ?? [];
  const all = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  return `${sign}${all.padEnd(point, '0').slice(0, point)}.${all.slice(point)}`;
}

/** Whole days since the end of 1899; undefined for a time without a day. The first two months of 1900 are off by one, as known. */
function dayText(value: number, startsIn1904: boolean): string | undefined {
  const days = Math.floor(value) + (startsIn1904 ? 1462 : 0);
  if (days < 61 || days > 2_958_465) return undefined;
  return addDays(day('1970-01-01'), days - 25_569);
}
