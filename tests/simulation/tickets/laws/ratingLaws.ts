import type { Step, Ticket } from '../../../../cloudfunctions/modules/tickets/ticket';
import type { Batch, TicketChange } from '../books';
import { colleagues } from '../town';
import { broken, law, type Violation } from './law';

/** B6, written a second time, by the timeline alone: is its reporter to be called? Colleagues and linked tasks have nobody to call. */
function isToBeCalled({ state, channel, reporter, steps }: Ticket): boolean {
  const hasAnswered = steps.some(({ what }) => what === 'rate' || what === 'ratingGivenUp');
  const { openid, phone, isTaker = false } = reporter;
  return (
    state === 'closed' &&
    !hasAnswered &&
    channel !== 'linked' &&
    openid === undefined &&
    phone !== '' &&
    !isTaker
  );
}

/** Rated once and for good; by customer service only for whoever is to be called, who stands in its list until then. */
export function judgeRating({ before, after }: TicketChange): readonly Violation[] {
  const fresh = after.steps.slice(before?.steps.length ?? 0);
  const { rating, lists = [], counted = [], ratingGivenUpAt } = after;
  const times = (what: string) => after.steps.filter((step) => step.what === what).length;
  const isListed = lists.includes('ratingCalls');
  const isCounted =
    rating === undefined ||
    after.channel === 'linked' ||
    counted.some((figure) => figure === `stars-${rating.stars}`);
  return [
    ...(times('rate') === (rating ? 1 : 0) ? [] : [wrong(after, `rated ${times('rate')} times`)]),
    ...(times('ratingGivenUp') === (ratingGivenUpAt === undefined ? 0 : 1)
      ? []
      : [wrong(after, `given up ${times('ratingGivenUp')} times`)]),
    ...(isListed === isToBeCalled(after) ? [] : [wrong(after, `the list of calls says ${isListed}`)]),
    ...(isCounted ? [] : [wrong(after, `no figure counts its ${rating?.stars} stars`)]),
    ...(before
      ? [...judgeKept(before, after), ...fresh.flatMap((step) => judgeCall(step, before, after))]
      : []),
  ];
}

/** What was said is not said otherwise later, and who was given up stays so. */
function judgeKept(before: Ticket, after: Ticket): readonly Violation[] {
  const said = ({ rating }: Ticket) =>
    rating && JSON.stringify([rating.stars, rating.words, rating.at, rating.takenBy]);
  const isRatingKept = !before.rating || said(before) === said(after);
  const isEndKept = before.ratingGivenUpAt === undefined || before.ratingGivenUpAt === after.ratingGivenUpAt;
  return isRatingKept && isEndKept ? [] : [wrong(after, 'what was said of it is said otherwise')];
}

/** Who writes it down for somebody else is customer service, who says so, and calls nobody who has an account or was given up. */
function judgeCall({ what, staffId }: Step, before: Ticket, after: Ticket): readonly Violation[] {
  if (what !== 'ratingGivenUp' && what !== 'rate') return [];
  const isTaken = what === 'rate' && after.rating?.takenBy !== undefined;
  if (what === 'rate' && !isTaken) return staffId === undefined ? [] : [wrong(after, `${staffId} rates it`)];
  const isService = colleagues.some(
    ({ name, duties }) => name === staffId && duties.includes('customerService'),
  );
  return isService && isToBeCalled(before) ? [] : [wrong(after, `${staffId} is not to call: ${what}`)];
}

/** B7: of a poor rating, however it was given, customer service and the supervisor hear once each, in the same commit. */
export function judgePoorTold({ tickets, messages }: Batch): readonly Violation[] {
  return tickets.flatMap(({ before, after }) => {
    const { rating, _id } = after;
    if (before?.rating || !rating || rating.stars > 2) return [];
    const told = messages
      .filter(({ kind, page }) => kind === 'poorRating' && page?.endsWith(`=${_id}`))
      .map(({ to }) => to.duty)
      .sort();
    return told.join() === 'customerService,supervisor'
      ? []
      : [wrong(after, `${rating.stars} stars told to '${told}'`)];
  });
}

function wrong({ _id }: Ticket, what: string): Violation {
  return broken(law.rated, `${_id}: ${what}`);
}
