import type { ClockView, TicketRow } from '../../../types/contract/tickets';
import { clockNames, leftWords } from '../../words/tickets';
import { untilWords } from '../../words/timeWords';

/** What remains to the second, for emergencies: 12:40, 超 3:05, from an hour on 3:59:00. */
export function secondsLeft(by: number, now: number): string {
  const seconds = Math.ceil(Math.abs(by - now) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const twoDigits = (figure: number) => String(figure).padStart(2, '0');
  const whole = hours > 0 ? `${hours}:${twoDigits(minutes)}` : `${minutes}`;
  const words = `${whole}:${twoDigits(seconds % 60)}`;
  return by < now ? `超 ${words}` : words;
}

/** What is left of a clock in whole percent, so that its bar is drawn anew only when it moves. */
export function percentLeft({ startedAt, by }: ClockView, now: number): number {
  const whole = Math.max(1, by - startedAt);
  return Math.round(Math.min(1, Math.max(0, (by - now) / whole)) * 100);
}

export function isRunning({ stoppedAt, pausedSince }: ClockView): boolean {
  return stoppedAt === undefined && pausedSince === undefined;
}

/** The time column of a ticket in a list, and what stands below it. */
export interface RowClock {
  readonly time: string;
  readonly below: string;
  readonly isLate: boolean;
}

/** 1 时 12 分 / 内修好; 超 24 分 / 到场; 今天 15:00 / 上门. */
export function rowClock({ state, clock, appointment }: TicketRow, now: number): RowClock {
  if (appointment?.isConfirmed && (state === 'accepted' || state === 'paused'))
    return { time: untilWords(appointment.from, now), below: '约好上门', isLate: false };
  if (state === 'paused' || clock?.pausedSince !== undefined)
    return { time: '暂停', below: '不计时', isLate: false };
  if (!clock) return { time: '–', below: '没有时限', isLate: false };
  if (clock.kind === 'acceptance')
    return { time: untilWords(clock.by, now), below: '自动验收', isLate: false };
  const isLate = clock.by < now;
  const name = clockNames[clock.kind];
  return { time: leftWords(clock.by, now), below: isLate ? name : `内${name}`, isLate };
}

/** How a clock was kept or stands: 14:22, 比时限早 11 分; still running: 12 分, 14:48 前. In the one that silence ends nobody is late. */
export function clockFact(clock: ClockView, now: number): RowClock {
  const { kind, by, stoppedAt, pausedSince, missed = 0 } = clock;
  if (kind === 'acceptance' && stoppedAt !== undefined)
    return {
      time: untilWords(stoppedAt, now),
      below: stoppedAt < by ? '对方已回应' : '到时间自动通过',
      isLate: false,
    };
  const earlier = missed === 0 ? '' : `，之前超时 ${missed} 次`;
  if (stoppedAt !== undefined) {
    const isLate = stoppedAt > by;
    const apart = leftWords(by, stoppedAt).replace(/^超 /, '');
    return {
      time: untilWords(stoppedAt, now),
      below: `${isLate ? `超时限 ${apart}` : `比时限早 ${apart}`}${earlier}`,
      isLate,
    };
  }
  if (pausedSince !== undefined) return { time: '暂停', below: '不计时', isLate: false };
  return { time: leftWords(by, now), below: `${untilWords(by, now)} 前${earlier}`, isLate: by < now };
}
