const chinaOffset = 8 * 3_600_000;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

// All that runs in the cloud runs in China's time, wherever this browser is.
const inChina = (instant: number) => new Date(instant + chinaOffset);

/** `14:20:36`; with `digits` also `.204`. */
export function clockText(instant: number, withMilliseconds = false): string {
  return inChina(instant)
    .toISOString()
    .slice(11, withMilliseconds ? 23 : 19);
}

/** `14:20`. */
export function minuteText(instant: number): string {
  return inChina(instant).toISOString().slice(11, 16);
}

/** `11月23日`. */
export function dateText(instant: number): string {
  const date = inChina(instant);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

export function weekdayText(instant: number): string {
  return weekdays[inChina(instant).getUTCDay()] ?? '';
}

export function isSameDay(one: number, other: number): boolean {
  return inChina(one).toISOString().slice(0, 10) === inChina(other).toISOString().slice(0, 10);
}

/** `14:15` today, `11月22日 14:15` on another day. */
export function momentText(instant: number, now: number): string {
  return isSameDay(instant, now) ? minuteText(instant) : `${dateText(instant)} ${minuteText(instant)}`;
}

/** The name of a snapshot taken at this business time; snapshots' names know letters, digits, `.`, `_` and `-` only. */
export function snapshotName(instant: number): string {
  return `at-${inChina(instant).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}`;
}

/** The business time in the name of a snapshot; undefined for one that was named by hand. */
export function snapshotInstant(name: string): number | undefined {
  const found = /^at-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)$/.exec(name);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
}
