import { dayOf, type Instant, startOfDay } from '../../../../types/day';
import type { Workload } from '../giving/workload';
import type { Step } from '../ticket';

const minute = 60_000;
const hour = 60 * minute;
/** Ours: how many hours a board shows, each a bar: by day 8 to 19. */
const hoursShown = 11;
const usualFirstHour = 8;
/** Ours: so many hours that have begun stand before what is to come. */
const hoursBefore = 8;

/** The first hour a board shows: 8, in the evening as late as leaves what is to come, at night the hour it is. */
export function firstHourAt(now: Instant): number {
  const hourNow = Math.floor((now - startOfDay(dayOf(now))) / hour);
  if (hourNow < usualFirstHour) return hourNow;
  return Math.min(24 - hoursShown, Math.max(usualFirstHour, hourNow - hoursBefore));
}

/** Minutes of ticket work in one hour of the day. */
export interface HourLoad {
  readonly done: number;
  readonly planned: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches in which somebody stood at the work, by the timeline: from each of their check-ins to the next move, or to now. */
export function workedStretches(
  steps: readonly Pick<Step, 'at' | 'what' | 'staffId'>[],
  staffId: string,
  isWorking: boolean,
  now: Instant,
): readonly Stretch[] {
  const ends = new Set(['finish', 'pause', 'postpone', 'giveBack', 'callOff']);
  const stretches: Stretch[] = [];
  let since: number | undefined;
  for (const { at, what, staffId: by } of steps) {
    if (what === 'checkIn') since = by === staffId ? at : undefined;
    if (since !== undefined && ends.has(what)) {
      stretches.push({ from: since, to: at });
      since = undefined;
    }
  }
  return since !== undefined && isWorking ? [...stretches, { from: since, to: now }] : stretches;
}

/**
 * What is still to be done, laid out from now on: first the rest of what is under way, then one after the other by deadline, each as long
 * as its kind usually takes.
 */
export function plannedStretches({ tickets }: Pick<Workload, 'tickets'>, now: Instant): readonly Stretch[] {
  const rank = ({ state, clockBy }: Workload['tickets'][number]): number =>
    state === 'working' ? 0 : (clockBy ?? Number.MAX_SAFE_INTEGER);
  let from: number = now;
  return tickets
    .filter(({ state }) => state !== 'paused')
    .sort((a, b) => rank(a) - rank(b))
    .map(({ state, since, usualMinutes }) => {
      const spent = state === 'working' ? now - since : 0;
      const to = from + Math.max(0, usualMinutes * minute - spent);
      const stretch = { from, to };
      from = to;
      return stretch;
    });
}

/** Minutes of each hour of the day that now is, from the first one shown on. */
export function hoursOf(
  now: Instant,
  done: readonly Stretch[],
  planned: readonly Stretch[],
): readonly HourLoad[] {
  const first = startOfDay(dayOf(now)) + firstHourAt(now) * hour;
  return Array.from({ length: hoursShown }, (_, index) => {
    const from = first + index * hour;
    const within = (stretches: readonly Stretch[]) =>
      Math.round(
        stretches.reduce(
          (sum, one) => sum + Math.max(0, Math.min(one.to, from + hour) - Math.max(one.from, from)),
          0,
        ) / minute,
      );
    return { done: within(done), planned: within(planned) };
  });
}
