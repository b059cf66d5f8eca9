import { refuse } from '../refusal';
import { dayOfYear, fromIsoWeek, isoDayOfWeek, isoWeek, isoWeekYear, utc, week } from './calendar';
import { toInstant, type ZoneOffset, zoneOffset } from './time-zone';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${padded(minutes % 60, 2)}`;
}

/** `local` shows the zone's clock as if it were UTC. */
const WRITERS: Readonly<Record<string, (local: Date, offset: number) => string>> = {
  '%': () => '%',
  B: (local) => MONTHS[local.getUTCMonth()]!,
  G: (local) => padded(isoWeekYear(local), 4),
  H: (local) => padded(local.getUTCHours(), 2),
  L: (local) => padded(local.getUTCMilliseconds(), 3),
  M: (local) => padded(local.getUTCMinutes(), 2),
  S: (local) => padded(local.getUTCSeconds(), 2),
  U: (local) => padded(week(local), 2),
  V: (local) => padded(isoWeek(local), 2),
  Y: (local) => padded(local.getUTCFullYear(), 4),
  Z: (_local, offset) => String(Math.round(offset / 60_000)),
  b: (local) => MONTHS[local.getUTCMonth()]!.slice(0, 3),
  d: (local) => padded(local.getUTCDate(), 2),
  j: (local) => padded(dayOfYear(local), 3),
  m: (local) => padded(local.getUTCMonth() + 1, 2),
  u: (local) => String(isoDayOfWeek(local)),
  w: (local) => String(local.getUTCDay() + 1),
  z: (_local, offset) => offsetText(offset),
};

/** Refuses a format that `$dateToString` would refuse. */
export function checkFormat(format: string): void {
  for (const found of format.matchAll(/%(.?)/g)) {
    if (found[1] === '') throw refuse("Unmatched '%' at end of format string");
    if (!Object.hasOwn(WRITERS, found[1]!))
      throw refuse(`Invalid format character '%${found[1]}' in format string`);
  }
}

/** The date as the zone's clocks show it. */
export function formatDate(date: Date, format: string, zone: ZoneOffset): string {
  const offset = zone(date.getTime());
  const local = new Date(date.getTime() + offset);
  return format.replace(/%(.)/g, (_all, letter: string) => WRITERS[letter]!(local, offset));
}

const ISO_DATE =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2})(?::?(\d{2}))?(?::?(\d{2}))?(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?|[A-Za-z_]+\/[A-Za-z_/]+)?$/;

function failed(text: string, reason: string): Error {
  return refuse(`Error parsing date string '${text}'; ${reason}`);
}

function checkRanges(text: string, parts: readonly number[]): void {
  const [month, day, hour, minute, second] = parts as [number, number, number, number, number];
  const fits =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59 && second <= 59;
  if (!fits) throw failed(text, '0: Unexpected character');
}

/** An ISO 8601 date; the other spellings MongoDB understands are refused [guess: nobody relies on them]. */
export function parseDate(text: string, zone?: string): Date {
  const found = ISO_DATE.exec(text.trim());
  if (!found) throw failed(text, '0: Unexpected character or a spelling that is not ISO 8601');
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  checkRanges(text, [month!, day!, hour!, minute!, second!]);
  const millisecond = Math.trunc(Number(`0.${found[7] ?? 0}`) * 1000);
  if (found[8] && zone) {
    throw refuse(`you cannot pass in a date/time string with GMT offset together with a timezone argument`);
  }
  const local = utc(year!, month!, day!, hour!, minute!, second!, millisecond);
  return new Date(toInstant(local, zoneOffset(found[8] ?? zone ?? 'UTC')));
}

interface Pattern {
  readonly part: string;
  readonly text: string;
}
const READERS: Readonly<Record<string, Pattern>> = {
  B: { part: 'monthName', text: '([A-Za-z]+)' },
  G: { part: 'isoYear', text: '(\\d{4})' },
  H: { part: 'hour', text: '(\\d{2})' },
  L: { part: 'millisecond', text: '(\\d{1,3})' },
  M: { part: 'minute', text: '(\\d{2})' },
  S: { part: 'second', text: '(\\d{2})' },
  V: { part: 'isoWeek', text: '(\\d{1,2})' },
  Y: { part: 'year', text: '(\\d{4})' },
  Z: { part: 'minutes', text: '([+-]\\d+)' },
  b: { part: 'monthName', text: '([A-Za-z]{3})' },
  d: { part: 'day', text: '(\\d{1,2})' },
  j: { part: 'dayOfYear', text: '(\\d{1,3})' },
  m: { part: 'month', text: '(\\d{1,2})' },
  u: { part: 'isoDay', text: '(\\d)' },
  z: { part: 'zone', text: '(Z|[+-]\\d{2}:?\\d{2}|[A-Za-z_/]+)' },
};

function readParts(text: string, format: string): Map<string, string> {
  const names: string[] = [];
  const source = format.replace(/%(.?)|[^%]/g, (all: string, letter: string | undefined) => {
    if (letter === undefined || letter === '%') return all.at(-1)!.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    const pattern = Object.hasOwn(READERS, letter) ? READERS[letter] : undefined;
    if (!pattern) throw refuse(`Invalid format character '%${letter}' in format string`);
    names.push(pattern.part);
    return pattern.text;
  });
  const found = new RegExp(`^${source}$`).exec(text);
  if (!found) throw failed(text, `0: Not enough data available to satisfy format "${format}"`);
  return new Map(names.map((name, at) => [name, found[at + 1]!]));
}

/** A date written in the format; what it does not say is the first of its kind (day 1, hour 0). */
export function parseFormatted(text: string, format: string, zone?: string): Date {
  const parts = readParts(text, format);
  const number = (name: string, otherwise: number): number => Number(parts.get(name) ?? otherwise);
  const time = [number('hour', 0), number('minute', 0), number('second', 0), number('millisecond', 0)];
  const monthName = parts.get('monthName')?.slice(0, 3).toLowerCase();
  const named = MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === monthName) + 1;
  const month = named || number('month', 1);
  if (!parts.has('isoYear') && !parts.has('year')) {
    throw failed(text, 'an incomplete date/time string has been found, with elements missing');
  }
  checkRanges(text, [month, number('day', 1), ...time]);
  const day = parts.has('dayOfYear') ? number('dayOfYear', 1) : number('day', 1);
  const local = parts.has('isoYear')
    ? fromIsoWeek(number('isoYear', 1970), number('isoWeek', 1), number('isoDay', 1), ...time)
    : utc(number('year', 1970), parts.has('dayOfYear') ? 1 : month, day, ...time);
  if (parts.has('minutes')) return new Date(local - number('minutes', 0) * 60_000);
  return new Date(toInstant(local, zoneOffset(parts.get('zone') ?? zone ?? 'UTC')));
}
