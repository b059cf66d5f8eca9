import { chinaTime } from '../core/clock';

/** `yyyy-MM-dd HH:mm:ss` in China time. */
export function chinaClock(instant: number): string {
  return chinaTime(instant).slice(0, 19).replace('T', ' ');
}

/** `yyyyMMddHHmmss` or `yyyyMMdd` in China time, as milliseconds since the epoch; undefined for anything else. */
export function parseChinaTime(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const instant = Date.parse(`${iso}+08:00`);
  if (Number.isNaN(instant)) return undefined;
  // `Date` takes 31 February for 3 March.
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19) === iso ? instant : undefined;
}
