import { addDays, dayOf, type Instant, startOfDay } from '../../../types/day';

const minute = 60_000;

/** `9:20` */
type TimeOfDay = `${number}:${number}`;

/** When something is told, seen from the present. */
export type When =
  /** On that day, counted back from today. */
  | { readonly daysAgo: number; readonly at: TimeOfDay }
  /** But not before eight in the morning. */
  | { readonly minutesAgo: number }
  /** The last time it was that late, ten minutes ago at the latest. */
  | { readonly last: TimeOfDay };

/** Minutes of the day. */
export function minuteOf(time: TimeOfDay): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function instantOf(when: When, present: Instant): number {
  const today = dayOf(present);
  if ('daysAgo' in when) return startOfDay(addDays(today, -when.daysAgo)) + minuteOf(when.at) * minute;
  if ('last' in when) {
    const ofToday = startOfDay(today) + minuteOf(when.last) * minute;
    return ofToday <= present - 10 * minute
      ? ofToday
      : startOfDay(addDays(today, -1)) + minuteOf(when.last) * minute;
  }
  const ago = present - when.minutesAgo * minute;
  return isDaytime(present) ? Math.max(ago, startOfDay(today) + minuteOf('8:00') * minute) : ago;
}

/** Whether people are up and about who report what can wait, and those who mend it: half past nine to nine in the evening. */
export function isDaytime(present: Instant): boolean {
  const minutes = (present - startOfDay(dayOf(present))) / minute;
  return minutes >= minuteOf('9:30') && minutes < minuteOf('21:00');
}
