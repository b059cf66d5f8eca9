import { type Fen, fen, type Quantity, quantity, type Rate, rate } from './money';

/** Money as people write, read and print it. Nothing here multiplies; a phone may use all of it. */

/** `¥1,234.50`, `-¥0.05`. */
export function formatYuan(amount: Fen): string {
  const size = Math.abs(amount);
  const yuan = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}¥${yuan}.${String(size % 100).padStart(2, '0')}`;
}

/** `1234.50`, as a spreadsheet or WeChat's bill file has it. */
export function yuanText(amount: Fen): string {
  return formatYuan(amount).replace(/[¥,]/g, '');
}

/** `1.915`, `0.5380`: a price with all its stated decimals. */
export function rateText({ value, decimals }: Rate): string {
  return decimalText(value, decimals);
}

/** `40.05`: a quantity with all its stated decimals. */
export function quantityText({ units, decimals }: Quantity): string {
  return decimalText(units, decimals);
}

function decimalText(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const fraction = decimals > 0 ? `.${digits.slice(point)}` : '';
  return `${value < 0 ? '-' : ''}${digits.slice(0, point)}${fraction}`;
}

/**
 * What a spreadsheet cell says in yuan: `1234.5`, `¥1,234.50`, `１２３４元`, `-3.2`. Undefined for anything else, for a third
 * decimal that is not 0, for commas that do not part thousands.
 */
export function parseYuan(text: string): Fen | undefined {
  const value = parseDecimal(plainNumber(text), 2);
  return value === undefined ? undefined : fen(value);
}

/** What a cell says as yuan per unit, with exactly so many decimals kept; undefined when it has more, or is negative. */
export function parseRate(text: string, decimals: number): Rate | undefined {
  const value = parseDecimal(plainNumber(text), decimals);
  return value === undefined || value < 0 ? undefined : rate(value, decimals);
}

/** What a cell says as an area or a reading; undefined when it has more decimals than are kept, or is negative. */
export function parseQuantity(text: string, decimals: number): Quantity | undefined {
  const units = parseDecimal(text.normalize('NFKC').trim(), decimals);
  return units === undefined || units < 0 ? undefined : quantity(units, decimals);
}

/** Without currency signs; full width made half. */
function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^([-+]?)\s*[¥￥]\s*/, '$1')
    .replace(/\s*元$/, '');
}

/** Decimal text as a whole number of 1/10^decimals: by its digits, never through a float. */
function parseDecimal(text: string, decimals: number): number | undefined {
  const match = /^([-+]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, wholePart = '', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(decimals))) return undefined;
  const digits = wholePart.replaceAll(',', '') + fraction.slice(0, decimals).padEnd(decimals, '0');
  const size = Number(digits);
  if (!Number.isSafeInteger(size)) return undefined;
  return sign === '-' && size !== 0 ? -size : size;
}

const numerals = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** In words as receipts have it (人民币大写): `壹仟贰佰叁拾肆元伍角整`. */
export function yuanInWords(amount: Fen): string {
  const size = Math.abs(amount);
  const yuan = Math.floor(size / 100);
  const jiao = Math.floor((size % 100) / 10);
  const cent = size % 10;
  const head = yuan > 0 ? `${wholeInWords(yuan)}元` : '';
  const words = `${head}${changeInWords(jiao, cent, yuan > 0)}`;
  return `${amount < 0 ? '负' : ''}${words === '' ? '零元整' : words}`;
}

function changeInWords(jiao: number, cent: number, afterYuan: boolean): string {
  if (jiao === 0 && cent === 0) return afterYuan ? '整' : '';
  const tenths = jiao > 0 ? `${numerals[jiao]}角` : afterYuan ? '零' : '';
  return `${tenths}${cent > 0 ? `${numerals[cent]}分` : '整'}`;
}

function wholeInWords(value: number): string {
  let words = '';
  let skipped = false;
  const digits = String(value);
  for (let index = 0; index < digits.length; index++) {
    const place = digits.length - 1 - index;
    const numeral = Number(digits[index]);
    if (numeral === 0) skipped = true;
    else {
      words += `${skipped ? '零' : ''}${numerals[numeral]}${places[place % 4]}`;
      skipped = false;
    }
    // A group of four that is all zeros is not named.
    if (place % 4 === 0 && /[1-9]/.test(digits.slice(Math.max(0, index - 3), index + 1))) {
      words += groups[place / 4];
    }
  }
  return words;
}
