import type { Instant } from '../../../types/day';
import type { Problem, TicketState } from '../../../types/ticket';
import type { Ticket } from './ticket';

/** Ours: the same thing in the same home within so long is the same thing not repaired. */
export const repeatWithin = 30 * 24 * 3_600_000;
/** B7: two stars or fewer. */
const mostOfPoor = 2;
/** Of `ratingWordsOf.work.poor`. */
const notRepaired = '没修好';

/** Done in the engineer's eyes: whoever reports the same anew before signing says that it was not. */
const mendedStates: readonly TicketState[] = ['finished', 'closed', 'rated'];

/** What of a home's earlier tickets has been repaired by now, reported at most `repeatWithin` ago: a new report of the same is a repeat. */
export function mendedLately(
  earlier: readonly Pick<Ticket, 'type' | 'problem' | 'state' | 'reportedAt'>[],
  now: Instant,
): readonly Problem[] {
  const mended = earlier.filter(
    ({ type, state, reportedAt }) =>
      type === 'repair' && mendedStates.includes(state) && now - reportedAt <= repeatWithin,
  );
  return [...new Set(mended.map(({ problem }) => problem))];
}

type Repair = Pick<Ticket, 'comebacks' | 'rating' | 'problem' | 'mendedLately'>;

/**
 * Did a repair not hold the first time: it went back to its engineer or could not be finished at once, its owner rated it poorly as not repaired,
 * or it is itself a repeat of what had been repaired in this home within 30 days.
 */
export function isReturned(repair: Repair): boolean {
  const { rating } = repair;
  const isSaid = rating !== undefined && rating.stars <= mostOfPoor && rating.words.includes(notRepaired);
  return isSaid || repeatVisits(repair) > 0;
}

/** How often somebody had to come again: comebacks, and the whole of it where it is a repeat. */
export function repeatVisits({ comebacks, problem, mendedLately = [] }: Repair): number {
  return comebacks + (mendedLately.includes(problem) ? 1 : 0);
}
