import { addDays, type Day, dayOf, type Instant, minuteOfDay, startOfDay } from '../../types/day';

/** A moment as people say it: 今天 14:20, 昨天 9:05, 11月3日 14:20, of another year with the year. */
export function momentWords(at: number, now: number): string {
  const day = dayOf(at as Instant);
  return `${nearDayWords(day, dayOf(now as Instant))} ${clockWords(at)}`;
}

/** A deadline or a step: 14:33 of today, else with its day. */
export function untilWords(at: number, now: number): string {
  return dayOf(at as Instant) === dayOf(now as Instant) ? clockWords(at) : momentWords(at, now);
}

/** In a list: 14:20 of today, 昨天, else the date. */
export function shortMomentWords(at: number, now: number): string {
  const day = dayOf(at as Instant);
  const today = dayOf(now as Instant);
  return day === today ? clockWords(at) : nearDayWords(day, today);
}

/** A day as people say it: 今天, 昨天, 明天, 11月3日, 2025年11月3日. */
export function nearDayWords(day: Day, today: Day): string {
  if (day === today) return '今天';
  if (day === addDays(today, -1)) return '昨天';
  if (day === addDays(today, 1)) return '明天';
  const [year, month, date] = day.split('-').map(Number);
  return `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${date}日`;
}

/** `9:05`, `14:20` in China. */
export function clockWords(at: number): string {
  const minutes = minuteOfDay(at as Instant);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What remains, for people who wait: 还有 3 分钟, 不到 1 分钟, 还有 2 小时. */
export function remainingWords(until: number, now: number): string {
  const minutes = Math.ceil((until - now) / 60_000);
  if (minutes <= 1) return '不到 1 分钟';
  return minutes < 120 ? `还有 ${minutes} 分钟` : `还有 ${Math.round(minutes / 60)} 小时`;
}

export type Stretch = 'today' | 'yesterday' | 'earlier';
export const stretchNames: Readonly<Record<Stretch, string>> = {
  today: '今天',
  yesterday: '昨天',
  earlier: '更早',
};

/** Which heading of a list a moment stands under. */
export function stretchOf(at: number, now: number): Stretch {
  const today = dayOf(now as Instant);
  if (at >= startOfDay(today)) return 'today';
  return at >= startOfDay(addDays(today, -1)) ? 'yesterday' : 'earlier';
}
