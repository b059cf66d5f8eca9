import { granted, type Outcome, refused } from '../../../../../types/refusal';
import { isRunning, startClock } from '../../clocks';
import { isOfFinder } from '../../finder';
import { minutesOf, moved } from '../../life';
import type { KeptFile, Ticket } from '../../ticket';
import { type Acting, moving, unchecked } from '../acting';

/** B7: so many stars or fewer are a poor rating. */
const poorStars = 2;

export function isPoor({ stars }: { readonly stars: number }): boolean {
  return stars <= poorStars;
}

/**
 * B6: once per ticket. A poor rating starts the first of three revisits and the clock of the plan (B7); a revisit that runs already keeps
 * its nearer deadline. What a colleague found on patrol (E3) is revisited by nobody: no trust of a resident is to be repaired, nothing is to be
 * published; the supervisor is told. Refuses ALREADY_RATED, TICKET_MOVED.
 */
export function rate(
  ticket: Ticket,
  given: {
    readonly stars: number;
    readonly words: readonly string[];
    readonly text?: string | undefined;
    readonly photos: readonly KeptFile[];
  },
  acting: Acting,
): Outcome<Ticket> {
  if (ticket.rating) return refused('ALREADY_RATED');
  const rated = moved(ticket, 'rate', moving(acting));
  if (!rated.ok) return rated;
  const { stars, words, text, photos } = given;
  const rating = {
    ...{ stars, words, photos, at: acting.now },
    ...(text === undefined ? {} : { text: unchecked(text, acting) }),
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
