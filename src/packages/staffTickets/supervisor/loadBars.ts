import type { StaffLoad } from '../../../../types/contract/ticketDesks';

/** One hour of one person, in percent of an hour; all small multiples share this scale. */
export interface LoadBar {
  readonly hour: number;
  readonly done: number;
  readonly planned: number;
  /** More than fits in the hour. */
  readonly isOver: boolean;
}

const wholeHour = 60;

/** The day of one person as bars: what was done below, what is planned above it; never beyond the frame. */
export function loadBars({ hours }: Pick<StaffLoad, 'hours'>, firstHour: number): readonly LoadBar[] {
  return hours.map(({ done, planned }, index) => {
    const doneShare = percentOfHour(done);
    return {
      hour: firstHour + index,
      done: doneShare,
      planned: Math.min(100 - doneShare, percentOfHour(planned)),
      isOver: done + planned > wholeHour,
    };
  });
}

function percentOfHour(minutes: number): number {
  return Math.min(100, Math.round((100 * minutes) / wholeHour));
}
