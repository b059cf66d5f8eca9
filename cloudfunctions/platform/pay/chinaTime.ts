import type { Instant } from '../../../types/day';

/** WeChat Pay's ways to write an instant, all in the time of China. Each parser gives undefined for anything else. */

const chinaOffset = 8 * 3_600_000;

/** `20261110093005` */
export function compactTime(instant: Instant): string {
  return chinaDigits(instant).replace(/\D/g, '');
}

export function parseCompactTime(text: string): Instant | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  return parseClockTime(`${year}-${month}-${day} ${hour}:${minute}:${second}`);
}

/** `2026-11-10 09:30:05` */
export function parseClockTime(text: string): Instant | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined;
  const instant = Date.parse(`${text.replace(' ', 'T')}+08:00`);
  // `Date` takes 31 February for 3 March.
  return chinaDigits(instant) === text ? (instant as Instant) : undefined;
}

/** `2026-11-10T09:30:05+08:00` */
export function offsetTime(instant: Instant): string {
  return `${chinaDigits(instant).replace(' ', 'T')}+08:00`;
}

export function parseOffsetTime(text: string): Instant | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const instant = Date.parse(text);
  // APIv3 writes year 1 where something has not happened yet.
  return Number.isNaN(instant) || instant <= 0 ? undefined : (instant as Instant);
}

function chinaDigits(instant: number): string {
  if (Number.isNaN(instant)) return '';
  return new Date(instant + chinaOffset).toISOString().slice(0, 19).replace('T', ' ');
}
