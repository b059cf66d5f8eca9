import { type Day, type Month, parseDay, parseMonth } from '../../../../types/day';
import type { Fen, Quantity, Rate } from '../../../../types/money';
import { parseQuantity, parseRate, parseYuan } from '../../../../types/yuan';
import { failedFormula } from '../spreadsheet';
import type { Complaint } from './problem';

export type ReadCell<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly complaint: Complaint };

/** One column of a sheet: what it is called, and what its cells may say. */
export interface Column<T> {
  readonly heading: string;
  /** Other words people have above it. */
  readonly aliases: readonly string[];
  /** Must the column be there and every cell filled. */
  readonly isRequired: boolean;
  /** The text is not empty. */
  read(text: string): ReadCell<T>;
}

type Meaning<T> = (text: string, heading: string) => ReadCell<T>;

/** A column whose cells must be filled. `aliases` are other words people have above it. */
export function required<T>(heading: string, meaning: Meaning<T>, ...aliases: string[]): Column<T> {
  return { heading, aliases, isRequired: true, read: reader(heading, meaning) };
}

/** A column that may be absent, and whose cells may be empty: that says nothing, and changes nothing. */
export function optional<T>(
  heading: string,
  meaning: Meaning<T>,
  ...aliases: string[]
): Column<T | undefined> {
  return { heading, aliases, isRequired: false, read: reader(heading, meaning) };
}

function reader<T>(heading: string, meaning: Meaning<T>): (text: string) => ReadCell<T> {
  return (text) =>
    failedFormula.test(text)
      ? wrong(`${heading}的公式没有结果`, '把公式换成数值，再保存一次')
      : meaning(text.normalize('NFKC').trim(), heading);
}

function right<T>(value: T): ReadCell<T> {
  return { ok: true, value };
}

function wrong(title: string, fix: string): ReadCell<never> {
  return { ok: false, complaint: { title, fix } };
}

/** Any text up to so many characters. */
export const textUpTo =
  (most: number): Meaning<string> =>
  (text, heading) =>
    text.length <= most ? right(text) : wrong(`${heading}太长`, `最多 ${most} 个字，现在 ${text.length} 个`);

/** Building, unit, room: letters, digits and `-` only, so that it can stand in a link. */
export const placeText: Meaning<string> = (text, heading) => {
  const packed = text.replace(/\s/g, '');
  if (packed.length > 12) return wrong(`${heading}太长`, '最多 12 个字，只写编号，例如 3栋、1201');
  return /^[\p{L}\p{N}-]+$/u.test(packed)
    ? right(packed)
    : wrong(`${heading}里有不能用的符号`, '只用汉字、字母、数字和“-”，例如 3栋、12-01');
};

export const personName: Meaning<string> = (text, heading) => {
  if (text.length > 30) return wrong(`${heading}太长`, '最多 30 个字');
  return /^[\p{L}\s·•.'-]+\d*$/u.test(text)
    ? right(text)
    : wrong(`${heading}里有不能用的符号`, '一格只写一个人的姓名');
};

const exponent = /^[\d.]+e\+?\d+$/i;

/** A Chinese mobile number, however it is parted, with or without +86. */
export const phone: Meaning<string> = (text) => {
  if (exponent.test(text)) {
    return wrong('手机号变成了科学计数', '把这一列设成“文本”格式后重新填写手机号');
  }
  const digits = text.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return right(digits);
  if (/^1\d+$/.test(digits) && digits.length !== 11) {
    return wrong(digits.length < 11 ? '手机号少几位' : '手机号多几位', `要 11 位，现在 ${digits.length} 位`);
  }
  return wrong('手机号不对', '只填一个 11 位的手机号');
};

/** A number of so many decimals at most, not negative. */
export const amountOf =
  (decimals: number, unit: string, example: string): Meaning<Quantity> =>
  (text, heading) => {
    const read = parseQuantity(text, decimals);
    if (read) return right(read);
    if (/^[-−]/.test(text) && parseQuantity(text.slice(1), 6)) {
      return wrong(`${heading}是负数`, `不能小于 0，单位是${unit}：${example}`);
    }
    const exact = parseQuantity(text, 6);
    return exact
      ? wrong(`${heading}的小数太多`, `最多 ${decimals} 位小数：${example}`)
      : wrong(`${heading}不是数字`, `只填数字，单位是${unit}：${example}`);
  };

/** The same above nothing. */
export const positiveAmountOf =
  (decimals: number, unit: string, example: string): Meaning<Quantity> =>
  (text, heading) => {
    const read = amountOf(decimals, unit, example)(text, heading);
    return read.ok && read.value.units === 0
      ? wrong(`${heading}是 0`, `填大于 0 的数字，单位是${unit}：${example}`)
      : read;
  };

export const wholeNumber =
  (least: number, most: number): Meaning<number> =>
  (text, heading) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most
      ? right(value)
      : wrong(`${heading}不对`, `填 ${least} 到 ${most} 的整数`);
  };

/** Yuan with two decimals, more than nothing. */
export const yuan: Meaning<Fen> = (text, heading) => {
  const value = parseYuan(text);
  if (value === undefined) return wrong(`${heading}不是金额`, '只填数字，单位是元，最多两位小数：128.50');
  return value > 0 ? right(value) : wrong(`${heading}不大于 0`, '填大于 0 的金额；没有的话删掉这一行');
};

/** Yuan per unit, up to six decimals, kept with those it is written with, at least two. */
export const price: Meaning<Rate> = (text, heading) => {
  const bare = text.replace(/元?\/.*$/, '');
  const written = /\.(\d*?)0*\s*元?$/.exec(bare)?.[1]?.length ?? 0;
  const value = parseRate(bare, Math.min(6, Math.max(2, written)));
  return value ? right(value) : wrong(`${heading}不是单价`, '只填数字，单位是元，最多六位小数：0.538');
};

/** `30%`, `30` or `0.3%`: a part in thousandths, 1–1000. */
export const permille: Meaning<number> = (text, heading) => {
  const read = parseQuantity(text.replace(/%$/, ''), 1);
  return read && read.units >= 1 && read.units <= 1000
    ? right(read.units)
    : wrong(`${heading}不对`, '填百分数，最多一位小数：30%');
};

/** A day in any of the ways people write one. */
export const dayCell: Meaning<Day> = (text, heading) => {
  const day = dayOfText(text);
  return day ? right(day) : wrong(`${heading}不是日期`, '写成 2026-09-01');
};

/** A month, or a day in it. */
export const monthCell: Meaning<Month> = (text, heading) => {
  const match = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:月|[-/.月]\d{1,2}日?)?$/.exec(text);
  const month = match && parseMonth(`${match[1]}-${String(match[2]).padStart(2, '0')}`);
  return month ? right(month) : wrong(`${heading}不是月份`, '写成 2026-09');
};

function dayOfText(text: string): Day | undefined {
  const match =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:\s.*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [, year, month = '', date = ''] = match;
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/** One of a few words; the first of each list is what we write ourselves. */
export const oneOf =
  <T extends string>(words: Readonly<Record<T, readonly string[]>>): Meaning<T> =>
  (text, heading) => {
    const found = (Object.entries(words) as [T, readonly string[]][]).find(([, all]) => all.includes(text));
    if (found) return right(found[0]);
    return wrong(`${heading}认不出`, `只能写：${firstWords(words).join('、')}`);
  };

/** Several words of a list, parted by 、 or the like. */
export const someOf =
  <T extends string>(words: Readonly<Record<T, readonly string[]>>): Meaning<readonly T[]> =>
  (text, heading) => {
    const parts = partsOf(text).map((part) => oneOf(words)(part, heading));
    const bad = parts.find((part) => !part.ok);
    if (bad && !bad.ok) return bad;
    const values = parts.flatMap((part) => (part.ok ? [part.value] : []));
    return values.length > 0
      ? right([...new Set(values)])
      : wrong(`${heading}是空的`, `只能写：${firstWords(words).join('、')}`);
  };

/** Any words, parted by 、 or the like. */
export const words: Meaning<readonly string[]> = (text, heading) => {
  const parts = [...new Set(partsOf(text))];
  return parts.every((part) => part.length <= 20) && parts.length <= 20
    ? right(parts)
    : wrong(`${heading}太长`, '最多 20 项，每项最多 20 个字，用“、”分开');
};

function partsOf(text: string): readonly string[] {
  return text
    .split(/[、,，;；/\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function firstWords(of: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.values(of).map(([first = '']) => first);
}
