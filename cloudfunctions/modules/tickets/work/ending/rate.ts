import { granted, type Outcome, refused } from '../../../../../types/refusal';
import { isRunning, startClock } from '../../clocks';
import { isOfFinder, isRatedByPhone } from '../../finder';
import { minutesOf, moved } from '../../life';
import type { KeptFile, Ticket } from '../../ticket';
import { type Acting, moving, plainly, unchecked } from '../acting';

/** B7: so many stars or fewer are a poor rating. */
const poorStars = 2;

interface Given {
  readonly stars: number;
  readonly words: readonly string[];
  readonly text?: string | undefined;
  readonly photos: readonly KeptFile[];
}

export function isPoor({ stars }: { readonly stars: number }): boolean {
  return stars <= poorStars;
}

/**
 * B6: once per ticket. A poor rating starts the first of three revisits and the clock of the plan (B7); a revisit that runs already keeps
 * its nearer deadline. What a colleague found on patrol (E3) is revisited by nobody: no trust of a resident is to be repaired, nothing is to be
 * published; the supervisor is told. Customer service writes down what a reporter without an account says on the phone, and nobody else's. Refuses
 * ALREADY_RATED, TICKET_MOVED, NO_RATING_TO_ASK.
 */
export function rate(ticket: Ticket, given: Given, acting: Acting): Outcome<Ticket> {
  const { who, as, now } = acting;
  if (ticket.rating) return refused('ALREADY_RATED');
  const isTaken = as !== 'reporter';
  const rated = moved(
    ticket,
    'rate',
    moving(acting, isTaken ? { note: plainly('电话里问到的，代为记下') } : {}),
  );
  if (!rated.ok) return rated;
  if (isTaken && !isRatedByPhone(ticket)) return refused('NO_RATING_TO_ASK');
  const { stars, words, text, photos } = given;
  const rating = {
    ...{ stars, words, photos, at: now },
    ...(text === undefined ? {} : { text: unchecked(text, acting) }),
    ...(isTaken ? { takenBy: who.by ?? '' } : {}),
  };
  return granted({
    ...rated.value,
    rating,
    clocks: isPoor(given) && !isOfFinder(ticket) ? poorClocks(rated.value, acting) : rated.value.clocks,
  });
}

function poorClocks(ticket: Ticket, { now, terms }: Acting): Ticket['clocks'] {
  const start = (clocks: Ticket['clocks'], kind: 'revisit' | 'plan') =>
    startClock(clocks, kind, minutesOf(kind, ticket, terms), now);
  const isRevisited = ticket.clocks.some((clock) => clock.kind.startsWith('revisit') && isRunning(clock));
  return start(isRevisited ? ticket.clocks : start(ticket.clocks, 'revisit'), 'plan');
}

/**
 * B6: whoever has no account is not reached, or would rather not say: customer service calls no more. Refuses ALREADY_RATED,
 * NO_RATING_TO_ASK.
 */
export function giveUpRating(
  ticket: Ticket,
  { reason }: { readonly reason: string },
  { who, now }: Pick<Acting, 'who' | 'now'>,
): Outcome<Ticket> {
  if (ticket.rating) return refused('ALREADY_RATED');
  if (!isRatedByPhone(ticket)) return refused('NO_RATING_TO_ASK');
  const step = { ...who, at: now, what: 'ratingGivenUp', note: plainly(reason) };
  return granted({ ...ticket, ratingGivenUpAt: now, steps: [...ticket.steps, step] });
}
