import type { ShiftPlan } from '../../../../types/contract/ticketDesks';
import { addDays, type Day, startOfDay } from '../../../../types/day';

const day = 86_400_000;

/** The Monday of the week a day is in. */
export function mondayOf(of: Day): Day {
  // 1970-01-05 was a Monday; a day in China begins 8 hours before it does in UTC.
  const since = Math.round((startOfDay(of) - startOfDay('1970-01-05' as Day)) / day);
  return addDays(of, -(((since % 7) + 7) % 7));
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
