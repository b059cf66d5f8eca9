import type { ShiftPlan } from '../../../../types/contract/ticketDesks';
import { addDays, type Day, formatDay, startOfDay } from '../../../../types/day';
import { lengthWords } from '../../../words/tickets';

const day = 86_400_000;

/** The Monday of the week a day is in. */
export function mondayOf(of: Day): Day {
  // 1970-01-05 was a Monday; a day in China begins 8 hours before it does in UTC.
  const since = Math.round((startOfDay(of) - startOfDay('1970-01-05' as Day)) / day);
  return addDays(of, -(((since % 7) + 7) % 7));
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** 一 for a Monday. */
export function weekdayOf(of: Day): string {
  const since = Math.round((startOfDay(of) - startOfDay(mondayOf(of))) / day);
  return weekdays[since] ?? '';
}

/** 11月23日 周一; the year stands where it is not this one. */
export function dayWords(of: Day, today: Day): string {
  const whole = formatDay(of);
  return `${of.slice(0, 4) === today.slice(0, 4) ? whole.slice(whole.indexOf('年') + 1) : whole} 周${weekdayOf(of)}`;
}

/** One character for a cell of the week: 白 晚 夜, 休 without a shift, 另 for hours of one's own. */
export function shiftMark(shift: ShiftPlan['days'][number]['shift']): string {
  const usual = usualShifts.find(({ value }) => value === usualOf(shift));
  return usual ? usual.name.slice(0, 1) : '另';
}

/** Whether one could give somebody something now: 现在有空, 约 40 分钟后有空; undefined off duty. */
export function freeWords({ freeInMinutes }: Pick<ShiftPlan, 'freeInMinutes'>): string | undefined {
  if (freeInMinutes === undefined) return undefined;
  return freeInMinutes === 0 ? '现在有空' : `约 ${lengthWords(freeInMinutes)}后有空`;
}

/** 8:00–17:00; past midnight 次日 6:00; 休息 where there is no shift. */
export function shiftWords(shift: ShiftPlan['days'][number]['shift']): string {
  return shift ? `${timeOf(shift.from)}–${timeOf(shift.to)}` : '休息';
}

/** The minute of the day as a time; over 1,440 it is of the day after. */
function timeOf(minute: number): string {
  const time = `${Math.floor((minute % 1440) / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return minute >= 1440 ? `次日 ${time}` : time;
}

/** Whether anybody has a shift on this day of the week or a later one. */
export function isPlannedFrom(plans: readonly ShiftPlan[], today: Day): boolean {
  return plans.some(({ days }) => days.some(({ day: on, shift }) => shift !== undefined && on >= today));
}

/** Ours: the usual shifts, in minutes of the day. */
export const usualShifts = [
  { value: 'day', name: '白班', shift: { from: 480, to: 1020 } },
  { value: 'late', name: '晚班', shift: { from: 840, to: 1320 } },
  { value: 'night', name: '夜班', shift: { from: 1320, to: 1920 } },
  { value: 'off', name: '休息', shift: undefined },
] as const;
export type UsualShift = (typeof usualShifts)[number]['value'];

/** Which usual shift it is; undefined of another one. */
export function usualOf(shift: ShiftPlan['days'][number]['shift']): UsualShift | undefined {
  return usualShifts.find((one) => one.shift?.from === shift?.from && one.shift?.to === shift?.to)?.value;
}
