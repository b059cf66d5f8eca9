/** Hours of the product's roster: a shift lasts at most so many minutes. */
const longest = 16 * 60;
const dayMinutes = 1440;

/** 8:00 → 480; of what is no time nothing. */
export function minuteOf(time: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

/** 480 → 08:00, as WeChat's wheel of times takes it; past midnight the time of the day after. */
export function clockOf(minute: number): string {
  const pad = (of: number) => String(of).padStart(2, '0');
  return `${pad(Math.floor((minute % dayMinutes) / 60))}:${pad(minute % 60)}`;
}

/** From one time to another; an end that is not after the beginning is on the next day. Undefined where that is too long. */
export function ownShift(
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | undefined {
  const end = to % dayMinutes > from ? to % dayMinutes : (to % dayMinutes) + dayMinutes;
  return end - from <= longest ? { from, to: end } : undefined;
}
